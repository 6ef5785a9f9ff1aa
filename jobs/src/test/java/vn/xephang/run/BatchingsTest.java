package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.landing.DeliveryLog;
import vn.xephang.model.FileHash;
import vn.xephang.model.Lake;
import vn.xephang.model.LandingFile;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ReleaseStore;
import vn.xephang.publish.WrittenFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.spark.SparkEngine;

/**
 * One log, seen by runs in random orders and batches: equal tables and equal findings at the end. Whole runs over the
 * real books are in {@link EqualReleasesTest}; here each run stops short of the views. Figures are made up.
 */
class BatchingsTest {

    private static final long SEED = 20260301;
    private static final int BATCHINGS = 50;
    private static final String LONG = "reference_year,org_unit,metric_code,value\n";

    @TempDir
    private Path folder;

    private final Declarations declarations = Declarations.load(new SchemaFiles(TestLake.schemaLayers()));
    private final List<LandingFile> log = new ArrayList<>();
    private final List<LandingFile> withdrawn = new ArrayList<>();

    @BeforeEach
    void aLogOfCorrectionsVintagesPeriodsAndTrouble() throws IOException {
        String a = "2009,Long An,pci_land,6.1\n2009,Hà Nội,pci_land,5.2\n2010,Long An,pci_land,6.4\n";
        delivered(1, "vcci/land.csv", LONG + a);
        delivered(2, "vcci/land.csv", LONG + a.replace("6.1", "6.3"));
        delivered(3, "vcci/land.csv", LONG + a);
        delivered(3, "vcci/other.csv", LONG + "2009,Long An,pci_land,7\n2010,Hà Nội,pci_time,4\n");
        delivered(3, "vcci/same-moment.csv", LONG + "2009,Long An,pci_land,7.5\n2010,Hà Nội,pci_time,4.5\n");
        delivered(4, "vcci/twice.csv", LONG + "2010,Long An,pci_time,5\n2010,Long An,pci_time,6\n");
        delivered(5, "vcci/wrong.csv", LONG + "2010,Long An,pci_entry,99\n2010,Nowhere,pci_entry,9\n");
        delivered(6, "vcci/unreadable.csv", LONG + "2010,\"Long An,pci_entry,9\n");
        delivered(7, "justice/so-bo.csv", form("ca_nam_so_bo", "2018", "10"));
        delivered(8, "justice/chinh-thuc.csv", form("ca_nam_chinh_thuc", "2018", "12"));
        delivered(9, "justice/so-bo.csv", form("ca_nam_so_bo", "2018", "11"));
        delivered(10, "justice/sau-thang.csv", form("6_thang_so_bo", "2018", "5"));
        delivered(11, "vcci/late.csv", LONG + "2011,Long An,pci_land,6\n2009,Hà Nội,pci_land,5.5\n");
        withdrawn.add(delivered(12, "vcci/mistake.csv", LONG + "2009,Long An,pci_land,1\n2012,Long An,pci_land,1\n"));
    }

    @Test
    void fiftyOrdersAndBatchingsOfOneLogGiveEqualTables() {
        SparkSession session = SparkEngine.open(SparkEngine.Size.SMALL);
        Manifest atOnce = run(session, "at-once", List.of(log), List.of());
        assertTrue(atOnce.outputs().size() >= 8, atOnce.outputs().toString());
        assertEquals(13, atOnce.inputs().size());
        Random random = new Random(SEED);
        for (int i = 0; i < BATCHINGS; i++) {
            List<LandingFile> order = new ArrayList<>(log);
            Collections.shuffle(order, random);
            List<LandingFile> early = order.subList(0, 1 + random.nextInt(order.size() - 1));
            List<LandingFile> takenBackLate = random.nextBoolean() ? withdrawn : List.of();
            Manifest batched = run(
                    session, "batched-" + i, List.of(early, order.subList(early.size(), order.size())), takenBackLate);
            assertEquals(hashes(atOnce), hashes(batched), "batching " + i + " of seed " + SEED);
            assertEquals(atOnce.inputs(), batched.inputs(), "batching " + i + " of seed " + SEED);
            TestLake.delete(folder.resolve("batched-" + i));
        }
    }

    /** One run per batch over the log as it is by then. @param takenBackLate taken back only before the last run */
    private Manifest run(
            SparkSession session, String name, List<List<LandingFile>> batches, List<LandingFile> takenBackLate) {
        ReleaseStore store = new ReleaseStore(new Lake(folder.resolve(name)));
        List<LandingFile> known = new ArrayList<>();
        Optional<Manifest> earlier = Optional.empty();
        for (int i = 0; i < batches.size(); i++) {
            known.addAll(batches.get(i));
            List<LandingFile> standing = new ArrayList<>(known);
            standing.removeAll(withdrawn);
            if (i < batches.size() - 1) {
                known.stream().filter(takenBackLate::contains).forEach(standing::add);
            }
            standing.sort(DeliveryLog.ORDER);
            earlier = Optional.of(released(session, store, "R" + i, standing, earlier));
        }
        return earlier.orElseThrow();
    }

    private Manifest released(
            SparkSession session,
            ReleaseStore store,
            String releaseId,
            List<LandingFile> standing,
            Optional<Manifest> earlier) {
        RunPlan plan = RunPlan.of(standing, earlier, true);
        ReadDeliveries read = new ReadDeliveries(standing);
        Path building = store.begin(releaseId);
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()));
        List<WrittenFile> outputs = new ChangedYears(plan, read, declarations, store, building, silent)
                .onDriver(CompletableFuture.completedFuture(session))
                .outputs();
        Manifest manifest = new Manifest(
                releaseId,
                "",
                "2026-03-01T00:00:00Z",
                "",
                "",
                "",
                false,
                new TreeMap<>(),
                LakeRun.inputs(plan, read),
                List.copyOf(outputs));
        store.seal(building, manifest);
        return manifest;
    }

    private static SortedMap<String, String> hashes(Manifest manifest) {
        SortedMap<String, String> hashes = new TreeMap<>();
        manifest.outputs().forEach(file -> hashes.put(file.path(), file.rowCount() + " rows, " + file.sha256()));
        return hashes;
    }

    private static String form(String column, String year, String value) {
        return "nam,ten_tinh,ma_chi_tieu,tri_so_SYNTHETIC_" + column + "\n" + year + ",Long An,justice_vb01," + value
                + "\n" + year + ",An Giang,justice_vb01," + value + "0\n";
    }

    private LandingFile delivered(int minute, String landingFile, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String sha256 = FileHash.sha256(bytes);
        Path kept = Files.write(folder.resolve(sha256 + ".csv"), bytes);
        Instant receivedAt = Instant.parse("2020-01-01T08:00:00Z").plusSeconds(60L * minute);
        LandingFile delivery = new LandingFile(
                "d" + minute + "-" + sha256.substring(0, 8),
                landingFile.substring(0, landingFile.indexOf('/')),
                landingFile,
                sha256,
                bytes.length,
                receivedAt,
                kept.toString());
        log.add(delivery);
        return delivery;
    }
}
