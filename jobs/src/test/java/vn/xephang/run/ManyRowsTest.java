package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.conform.ConformStep;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Participant;
import vn.xephang.model.YearRow;
import vn.xephang.publish.WriteStep;
import vn.xephang.publish.WrittenFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.score.ScoreStep;
import vn.xephang.spark.SparkEngine;

/** A session for large input: generated values of eight years, each delivered forty times, in any order. */
class ManyRowsTest {

    private static final SchemaFiles FILES = new SchemaFiles(TestLake.schemaLayers());
    private static final Declarations DECLARATIONS = Declarations.load(FILES);
    private static final List<Integer> YEARS =
            IntStream.rangeClosed(2009, 2016).boxed().toList();
    private static final int DELIVERIES = 40;
    private static final int METRICS = 10;
    private static final int UNITS = 63;
    private static final int ROWS = YEARS.size() * METRICS * UNITS * DELIVERIES;

    @TempDir
    private Path folder;

    @BeforeEach
    void twoThreads() {
        System.setProperty("spark.master", "local[2]");
        Engines.stop();
    }

    @AfterEach
    void smallAgain() {
        System.clearProperty("spark.master");
        Engines.stop();
    }

    @Test
    void twoHundredThousandRowsAreSettledScoredAndWritten() {
        assertTrue(ROWS > 200_000);
        List<WrittenFile> written = write("eight-parts", 8);
        Map<String, Long> rows = written.stream()
                .collect(Collectors.groupingBy(
                        file -> file.path().substring(0, file.path().indexOf('/')),
                        TreeMap::new,
                        Collectors.summingLong(WrittenFile::rowCount)));
        long keys = (long) YEARS.size() * METRICS * UNITS;
        long pairs = YEARS.size() * 3L;
        assertEquals(keys, rows.get("observation"));
        assertEquals(ROWS - keys, rows.get("observation_superseded"));
        assertEquals(pairs * UNITS + UNITS, rows.get("rank"), "24 pairs of year and rubric, and 2011 without one");
        assertEquals(hashes(written), hashes(write("three-parts", 3)));
    }

    private List<WrittenFile> write(String name, int partitions) {
        Dataset<YearRow> settled = ConformStep.settle(values(), deliveries(), partitions);
        Dataset<YearRow> scored = ScoreStep.score(settled, FILES);
        return WriteStep.write(scored, folder.resolve(name).toString(), DECLARATIONS.tables()).collectAsList().stream()
                .map(WriteStep.FILES::fromRow)
                .toList();
    }

    /** One value per number, spread by a stride that visits every number once. */
    private static Dataset<Row> values() {
        List<String> units =
                DECLARATIONS
                        .scorecards()
                        .find("pci")
                        .orElseThrow()
                        .participants(2016, DECLARATIONS.codeLists().orgUnits())
                        .stream()
                        .map(Participant::orgUnitId)
                        .toList();
        List<String> metrics = new ArrayList<>(
                DECLARATIONS.rubrics().own("pci", 2013).map(Rubric::metricCodes).orElseThrow());
        List<String> orgUnitIds = new ArrayList<>(units);
        List<Integer> years = new ArrayList<>(YEARS);
        assertEquals(METRICS + " " + UNITS, metrics.size() + " " + units.size());
        return SparkEngine.open(SparkEngine.Size.LARGE)
                .range(0, ROWS, 1, 6)
                .map(
                        (MapFunction<Long, Row>) number ->
                                ConformStep.VALUES.toRow(value((number * 7919) % ROWS, metrics, orgUnitIds, years)),
                        ConformStep.VALUES.encoder());
    }

    private static ConformedValue value(long number, List<String> metrics, List<String> units, List<Integer> years) {
        int delivery = (int) (number % DELIVERIES);
        int key = (int) (number / DELIVERIES);
        double points = 1 + (number * 31 % 8999) / 1000.0;
        return new ConformedValue(
                "metric:" + metrics.get(key % METRICS),
                units.get(key / METRICS % UNITS),
                years.get(key / METRICS / UNITS),
                "Y",
                null,
                "official",
                "normal",
                points,
                String.valueOf(points),
                1,
                delivery,
                "B" + (number + 1));
    }

    private static List<LandingFile> deliveries() {
        Instant first = Instant.parse("2020-01-01T00:00:00Z");
        return IntStream.range(0, DELIVERIES)
                .mapToObj(i -> new LandingFile(
                        "d" + i, "vcci", "vcci/" + i + ".csv", "sha" + i, 1, first.plus(Duration.ofDays(i)), ""))
                .toList();
    }

    private static Map<String, String> hashes(List<WrittenFile> files) {
        return files.stream()
                .collect(Collectors.toMap(WrittenFile::path, WrittenFile::sha256, (a, b) -> a + b, TreeMap::new));
    }
}
