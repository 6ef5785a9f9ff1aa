import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.model.ReadItem;
import vn.xephang.read.LandingReader;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.LandingContractLoader;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

/** Reads one file by the shipped contracts and keeps nothing: {@code ReadBig FILE SOURCE SCHEMAS}. */
public final class ReadBig {

    public static void main(String[] args) throws Exception {
        Problems problems = new Problems();
        SchemaFiles schemas = new SchemaFiles(List.of(Path.of(args[2])));
        LandingReader reader = new LandingReader(
                LandingContractLoader.load(schemas, problems), CodeLists.load(schemas, problems).metrics());
        Path file = Path.of(args[0]);
        long started = System.nanoTime();
        Iterator<ReadItem> items = reader.read(new LandingFile(
                "d1", args[1], args[1] + "/big", "", Files.size(file), Instant.EPOCH, file.toString()));
        long cells = 0;
        double sum = 0;
        Map<String, Integer> findings = new TreeMap<>();
        while (items.hasNext()) {
            ReadItem item = items.next();
            if (item instanceof RawCell cell) {
                cells++;
                sum += cell.numeric().orElse(0);
            } else {
                findings.merge(((Finding) item).code().name(), 1, Integer::sum);
            }
        }
        System.out.printf(
                "%d bytes, %d cells, sum %.3f, findings %s, %.0f s%n",
                Files.size(file), cells, sum, findings, (System.nanoTime() - started) / 1e9);
    }
}
