package vn.xephang.view;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.schema.TableSchema;

/** The shipped declarations, as tests read them. */
final class Declarations {

    private Declarations() {}

    static Path folder() {
        return Path.of(System.getProperty("xephang.home", ".")).resolve("schemas");
    }

    static SchemaFiles files() {
        return new SchemaFiles(List.of(folder()));
    }

    static SortedMap<String, TableSchema> tables() {
        Problems problems = new Problems();
        SortedMap<String, TableSchema> tables = TableSchema.load(files(), problems);
        problems.refuseIfAny();
        return tables;
    }
}
