package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.landing.LakeLock;
import vn.xephang.publish.ReleaseStore;

/** Runs in JVMs of their own: what they load, that one waits for another, and what a killed one leaves. */
class OwnProcessTest {

    @TempDir
    private Path folder;

    @Test
    void aRunThatFindsNothingNewLoadsNeitherSparkNorDuckDb() throws IOException {
        TestLake lake = servedLake();
        Path loaded = folder.resolve("loaded.txt");
        Spawned run = Spawned.run(lake, folder, List.of("-Xlog:class+load:file=" + loaded));
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("Nothing new.", run.out().strip());
        List<String> classes = Files.readAllLines(loaded);
        assertTrue(classes.stream().anyMatch(line -> line.contains(" vn.xephang.run.LakeRun ")), "no list of classes");
        assertEquals(
                List.of(),
                classes.stream()
                        .filter(line -> line.contains("] org.apache.spark.")
                                || line.contains("] org.apache.hadoop.")
                                || line.contains("] org.duckdb."))
                        .toList());
        assertEquals(List.of(releaseId(TwelveBooks.lake())), new ReleaseStore(lake.lake()).ids());
    }

    @Test
    void aRunWhileAnotherHoldsTheLakeExitsWith75AndTouchesNothing() throws IOException {
        TestLake lake = servedLake();
        lake.deliver("vcci/land.csv", correction());
        try (LakeLock held = LakeLock.tryLock(lake.lake()).orElseThrow()) {
            Spawned run = Spawned.run(lake, folder, List.of());
            assertEquals(75, run.exitCode(), run.err());
            assertTrue(run.err().startsWith("Another run holds the lake "), run.err());
        }
        assertEquals(12, lake.deliveryIds().size());
        assertFalse(Files.exists(lake.lake().runs()));
    }

    @Test
    void aKilledRunLeavesTheServedReleaseWholeAndTheNextOnePublishes() throws IOException {
        TestLake lake = servedLake();
        lake.run();
        String served = releaseId(lake);
        lake.deliver("vcci/land.csv", correction());
        Random random = new Random(20260301);
        int leftUnfinished = 0;
        for (String step : List.of("landing", "read", "score", "publish")) {
            Spawned run = Spawned.run(lake, folder, List.of());
            run.killAfter(step, random.nextInt(250));
            assertWhole(lake);
            leftUnfinished += unfinished(lake).size();
            boolean isPublished = run.err().lines().anyMatch(line -> line.startsWith("view"));
            assertTrue(isPublished || releaseId(lake).equals(served), "switched before the views were checked");
        }
        assertTrue(leftUnfinished > 1, "no run was killed in the middle of its work");
        Spawned last = Spawned.run(lake, folder, List.of());
        assertEquals(0, last.exitCode(), last.err());
        assertWhole(lake);
        assertFalse(releaseId(lake).equals(served));
        assertEquals(
                List.of("7.5"),
                lake.lines("select value from mart.fct_observation where reference_year = 2013"
                        + " and metric_code = 'pci_land' and org_unit_id = 'VNM.long-an'"));
        assertEquals(List.of(), unfinished(lake));
    }

    /** A lake with the release of the twelve books, and nothing new. */
    private TestLake servedLake() {
        TestLake lake =
                TwelveBooks.lake().copyTo(folder.resolve("lake"), "landing", "deliveries", "archive", "releases");
        new ReleaseStore(lake.lake()).makeCurrent(releaseId(TwelveBooks.lake()));
        return lake;
    }

    private static byte[] correction() {
        return "reference_year,org_unit,metric_code,value\n2013,Long An,pci_land,7.5\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The served release has every file that its manifest names, and its views answer. */
    private static void assertWhole(TestLake lake) {
        Map<String, String> named = new TreeMap<>();
        lake.manifest().outputs().forEach(file -> named.put(file.path(), file.sha256()));
        assertEquals(lake.fileHashes(), named);
        assertEquals(738L, lake.value("select count(*) from mart.rpt_ranking"));
        assertEquals(releaseId(lake), lake.value("select release_id from mart.rpt_release"));
    }

    /** What a killed run began and nobody ended. */
    private static List<String> unfinished(TestLake lake) throws IOException {
        try (Stream<Path> releases = Files.list(lake.lake().releases())) {
            return releases.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }

    private static String releaseId(TestLake lake) {
        return lake.releaseFolder().getFileName().toString();
    }
}
