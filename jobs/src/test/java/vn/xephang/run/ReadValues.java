package vn.xephang.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import vn.xephang.conform.Conformed;
import vn.xephang.model.ConformedValue;
import vn.xephang.read.RealBooks;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;

/** Values of a real file by the shipped declarations, as a run reads them. */
final class ReadValues {

    private ReadValues() {}

    static List<ConformedValue> of(String source, String file) {
        return of(source, file, 0);
    }

    static List<ConformedValue> of(String source, String file, int deliveryOrder) {
        Declarations declarations =
                Declarations.load(new SchemaFiles(List.of(RealBooks.home().resolve("schemas"))));
        List<ConformedValue> values = new ArrayList<>();
        Iterator<Conformed> items =
                new FileSteps(declarations).conform(RealBooks.delivered(source, RealBooks.file(file)), deliveryOrder);
        while (items.hasNext()) {
            if (items.next() instanceof Conformed.Value value) {
                values.add(value.value());
            }
        }
        return values;
    }
}
