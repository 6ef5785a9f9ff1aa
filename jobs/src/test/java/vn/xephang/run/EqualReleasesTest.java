package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.read.RealBooks;

/**
 * The same landing bytes and the same log give the same tables, whatever the order and the number of runs. The book
 * of 2013 comes three times: as it is, with another land score of Long An, and as it is again.
 */
class EqualReleasesTest {

    private static final String BOOK = TwelveBooks.landingFile(2013);

    @TempDir
    private static Path folder;

    private static final List<SortedMap<String, String>> HASHES = new ArrayList<>();
    private static final List<Path> RELEASES = new ArrayList<>();
    private static final List<String> TOLD = new ArrayList<>();

    private static TestLake lake;
    private static String rankMeanwhile;

    @BeforeAll
    static void deliverABookThreeTimes() {
        lake = TwelveBooks.lake().copyTo(folder.resolve("lake"), "landing", "deliveries", "archive", "releases");
        assertEquals(Optional.empty(), lake.run().releaseId(), "a copied lake has nothing new");
        remember();
        deliverAndRun(editedBook());
        rankMeanwhile = rankOfLongAn();
        deliverAndRun(bytes(RealBooks.pci(2013)));
    }

    @Test
    void aChangedBookAndTheFirstOneAgainAreThreeDeliveries() {
        assertEquals(
                List.of(BOOK + " 3"),
                lake.lines("select landing_file, count(distinct delivery_id) from mart.fct_observation_history"
                        + " group by all having count(distinct delivery_id) > 1"));
        assertEquals(14, lake.deliveryIds().size());
    }

    @Test
    void theLastDeliveryCounts() {
        assertNotEquals("19", rankMeanwhile);
        assertEquals("19", rankOfLongAn());
        String ranks = "select * from mart.fct_rank order by all";
        assertEquals(TwelveBooks.lake().lines(ranks), lake.lines(ranks));
    }

    @Test
    void whatWasSupersededIsKeptWithTheMomentItWas() {
        assertEquals(
                List.of("true 630", "false 630", "false 630"),
                lake.lines("select superseded_at is null, count(*) from mart.fct_observation_history"
                        + " where reference_year = 2013 group by delivery_id, superseded_at is null"
                        + " order by delivery_id desc"));
        assertEquals(
                List.of("true"),
                lake.lines("select distinct superseded_at > received_at from mart.fct_observation_history"
                        + " where superseded_at is not null"));
    }

    @Test
    void aRunThatChangesOneYearRewritesNoFileOfAnother() throws IOException {
        for (int run = 1; run < RELEASES.size(); run++) {
            int later = run;
            assertEquals(List.of("2013"), yearsThatDiffer(HASHES.get(run - 1), HASHES.get(run)));
            for (String file : HASHES.get(run).keySet()) {
                boolean isShared = fileKey(RELEASES.get(later - 1), file).equals(fileKey(RELEASES.get(later), file));
                assertEquals(file.contains("reference_year=") && !file.contains("=2013/"), isShared, file);
            }
        }
    }

    @Test
    void saysHowManyFilesItShared() {
        long others = HASHES.get(0).keySet().stream()
                .filter(file -> file.contains("reference_year=") && !file.contains("=2013/"))
                .count();
        assertTrue(TOLD.get(1).contains(others + " of them shared"), TOLD.get(1));
        assertTrue(TOLD.get(1).contains("630 observations of 1 years"), TOLD.get(1));
    }

    @Test
    void aSecondRunPublishesNothing() {
        RunOutcome outcome = lake.run();
        assertEquals(Optional.empty(), outcome.releaseId());
        assertEquals(0, outcome.arrivedCount());
        assertTrue(outcome.isServed());
    }

    @Test
    void aSecondLakeWithTheSameLandingAndLogHoldsTheSameBytes() {
        TestLake second = lake.copyTo(folder.resolve("second"), "landing", "deliveries", "archive");
        second.run();
        assertEquals(last(), second.parquetHashes());
    }

    @Test
    void deletedReleasesAreRebuiltFromLogAndArchive() {
        TestLake deleted = lake.copyTo(folder.resolve("deleted"), "deliveries", "archive");
        deleted.run();
        TestLake.delete(deleted.lake().releases());
        RunOutcome outcome = deleted.run();
        assertTrue(outcome.releaseId().isPresent() && outcome.isServed());
        assertEquals(last(), deleted.parquetHashes());
        assertEquals(630L, deleted.value("select count(*) from mart.fct_observation where reference_year = 2013"));
    }

    @Test
    void theOrderAndTheNumberOfRunsChangeNoByte() throws IOException {
        List<String> log = new ArrayList<>(Files.readAllLines(log(lake)));
        Collections.shuffle(log, new Random(20260301));
        TestLake batched = lake.copyTo(folder.resolve("batched"), "archive");
        Files.createDirectories(batched.lake().deliveries());
        for (int from = 0; from < log.size(); from += 5) {
            Files.write(
                    log(batched),
                    log.subList(from, Math.min(from + 5, log.size())),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            assertTrue(batched.run().releaseId().isPresent());
        }
        assertEquals(last(), batched.parquetHashes());
    }

    private static void deliverAndRun(byte[] book) {
        lake.deliver(BOOK, book);
        assertEquals(1, lake.run().arrivedCount());
        remember();
    }

    private static void remember() {
        HASHES.add(lake.parquetHashes());
        RELEASES.add(lake.releaseFolder());
        TOLD.add(lake.told());
    }

    private static SortedMap<String, String> last() {
        return HASHES.get(HASHES.size() - 1);
    }

    private static byte[] editedBook() {
        String cell = (String) lake.value("select cell_ref from mart.fct_observation_history"
                + " where reference_year = 2013 and metric_code = 'pci_land' and org_unit_id = 'VNM.long-an'");
        return EditedBook.of(
                RealBooks.pci(2013), book -> EditedBook.cell(book, cell).setCellValue(9.5));
    }

    private static String rankOfLongAn() {
        return lake.lines("select computed_rank from mart.rpt_ranking"
                        + " where reference_year = 2013 and org_unit_id = 'VNM.long-an'")
                .get(0);
    }

    private static List<String> yearsThatDiffer(Map<String, String> before, Map<String, String> after) {
        Map<String, String> different = new TreeMap<>(after);
        different.entrySet().removeIf(file -> file.getValue().equals(before.get(file.getKey())));
        return different.keySet().stream()
                .filter(file -> file.contains("reference_year="))
                .map(file -> file.replaceAll(".*reference_year=(\\d+).*", "$1"))
                .distinct()
                .collect(Collectors.toList());
    }

    private static Object fileKey(Path release, String file) throws IOException {
        Path path = release.resolve(file);
        return Files.exists(path)
                ? Files.readAttributes(path, BasicFileAttributes.class).fileKey()
                : "none";
    }

    private static Path log(TestLake of) {
        return of.lake().deliveries().resolve("log.jsonl");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
