import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.xephang.conform.ConformStep;
import vn.xephang.model.LandingFile;
import vn.xephang.model.YearRow;
import vn.xephang.publish.WriteStep;
import vn.xephang.publish.WrittenFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.score.ScoreStep;
import vn.xephang.spark.SparkEngine;

/** Generated values -> conform -> score -> write, by the program's own steps in its session for large input. */
public final class TwentyMillion {

    private TwentyMillion() {}

    /** Arguments: folder of rows.py, release folder to make, schemas folder, partitions. */
    public static void main(String[] arguments) throws Exception {
        Path rows = Path.of(arguments[0]);
        Path release = Path.of(arguments[1]);
        SchemaFiles files = new SchemaFiles(List.of(Path.of(arguments[2])));
        int partitions = Integer.parseInt(arguments[3]);

        long started = System.nanoTime();
        try (SparkSession session = SparkEngine.open(SparkEngine.Size.LARGE)) {
            double opened = secondsSince(started);
            Declarations declarations = Declarations.load(files);
            Dataset<Row> values = session.read()
                    .schema(ConformStep.VALUES.schema())
                    .parquet(rows.resolve("values").toString());
            Dataset<YearRow> settled = ConformStep.settle(values, deliveries(rows), partitions);
            Dataset<YearRow> scored = ScoreStep.score(settled, files);
            List<WrittenFile> written =
                    WriteStep.write(scored, release.toString(), declarations.tables()).collectAsList().stream()
                            .map(WriteStep.FILES::fromRow)
                            .toList();
            System.out.printf(
                    Locale.ROOT,
                    "session after %.1f s, written after %.1f s; %d observations, %d superseded, %d scores, %d ranks%n",
                    opened,
                    secondsSince(started),
                    rows(written, "observation/"),
                    rows(written, "observation_superseded/"),
                    rows(written, "score/"),
                    rows(written, "rank/"));
        }
    }

    private static List<LandingFile> deliveries(Path rows) throws Exception {
        return Files.readAllLines(rows.resolve("deliveries.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(of -> new LandingFile(
                        of[0], of[1], of[2], of[3], Long.parseLong(of[4]), Instant.parse(of[5]), of[6]))
                .toList();
    }

    private static long rows(List<WrittenFile> files, String table) {
        return files.stream()
                .filter(file -> file.path().startsWith(table))
                .mapToLong(WrittenFile::rowCount)
                .sum();
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
