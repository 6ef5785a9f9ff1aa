package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.landing.DeliveryLog;
import vn.xephang.model.FileHash;
import vn.xephang.model.Release;
import vn.xephang.view.Catalogue;

/**
 * A lake whose runs are: three figures; nothing new; one that failed; one whose record is half written; one whose record
 * says what no run says; a figure more and a file of no form; the first file withdrawn. An old release is damaged before the
 * last one.
 */
class LakeHistoryTest {

    private static final String HEAD = "reference_year,org_unit,metric_code,value\n";

    @TempDir
    private static Path folder;

    private static TestLake lake;
    private static String second;

    @BeforeAll
    static void sixRuns() throws IOException {
        lake = new TestLake(folder.resolve("lake"));
        deliver(
                "gso/area.csv",
                HEAD + "2014,Long An,gso_area,4495.0\n2014,Hà Nội,gso_area,3324.5\n2014,Hà Nam,gso_area,862.0\n");
        lake.run();
        lake.run();
        Files.writeString(
                lake.lake().runs().resolve("20200101T080230000Z.json"),
                "{\"run_id\": \"20200101T080230000Z\", \"started_at\": \"2020-01-01T08:02:30Z\","
                        + " \"ended_at\": \"2020-01-01T08:02:31.5Z\", \"xephang_version\": \"0.1\","
                        + " \"outcome\": \"failed\", \"message\": \"The disk is full\"}");
        Files.writeString(lake.lake().runs().resolve("20200101T080240000Z.json"), "{\"run_id\": \"2020");
        Files.writeString(
                lake.lake().runs().resolve("20200101T080250000Z.json"),
                "{\"run_id\": \"x\", \"started_at\": \"2020-01-01T08:02:50Z\", \"ended_at\": \"2020-01-01T08:02:40Z\","
                        + " \"outcome\": \"well\"}");
        Files.writeString(lake.lake().runs().resolve("notes.json"), "{}");
        deliver("gso/more.csv", HEAD + "2015,Long An,gso_area,4495.5\n");
        deliver("gso/none.csv", "something,else\n1,2\n");
        lake.run();
        Path damaged = lake.lake().releases().resolve("R20200101T000000000Z");
        Files.createDirectories(damaged);
        Files.writeString(damaged.resolve(Release.MANIFEST), "{\"release_id\": ");
        second = (String) lake.value("select release_id from mart.rpt_release");
        String first = lake.deliveryIds().get(0);
        new DeliveryLog(lake.lake()).withdraw(first, "wrong", Instant.parse("2020-01-01T08:10:00Z"));
        lake.run();
    }

    @Test
    void theReleaseTellsEveryRunUpToItsOwn() {
        assertEquals(
                List.of(
                        "20200101T080100000Z published true 1 0",
                        "20200101T080200000Z nothing new true 0 0",
                        "20200101T080230000Z failed - 0 0",
                        "20200101T080240000Z unreadable - 0 0",
                        "20200101T080250000Z unreadable - 0 0",
                        "20200101T080300000Z published true 2 1",
                        "20200101T080400000Z published true 0 1"),
                lake.lines("select run_id, outcome, is_served, arrived_count, quarantined_count"
                        + " from mart.rpt_run order by run_id"));
    }

    @Test
    void saysWhyARunFailedAndHowLongItTook() {
        assertEquals(
                List.of(
                        "20200101T080230000Z 1.5 The disk is full",
                        "20200101T080240000Z - Cannot read runs/20200101T080240000Z.json",
                        "20200101T080250000Z - Cannot read runs/20200101T080250000Z.json"),
                lake.lines("select run_id, duration_seconds, message from mart.rpt_run where message is not null"
                        + " order by run_id"));
    }

    @Test
    void theRunThatMadeTheReleaseHasNoEndYet() {
        assertEquals(
                List.of("20200101T080400000Z - -"),
                lake.lines("select run_id, ended_at, exit_code from mart.rpt_run where is_of_this_release"));
    }

    @Test
    void theReleaseStandsBesideThoseBeforeItWithWhatItAddsAndTakesBack() {
        assertEquals(
                List.of("- 1 - - 3 false", "R20200101T080100000Z 3 2 0 4 false", "R20200101T080300000Z 2 0 1 1 true"),
                lake.lines("select previous_release_id, landing_file_count, added_file_count, withdrawn_file_count,"
                        + " observation_count, is_this_release from mart.rpt_release_history order by release_id"));
    }

    @Test
    void anEarlierReleaseStaysAsItWas() {
        try (Catalogue earlier =
                Catalogue.open(lake.lake().releases().resolve(second).resolve(Release.CATALOGUE))) {
            assertEquals(
                    List.of(List.of("20200101T080300000Z", 1L)),
                    earlier.query("select max(run_id), count(*) filter (is_of_this_release) from mart.rpt_run")
                            .rows());
        }
    }

    @Test
    void onlyTheTablesOfTheirMomentDifferWhenNothingElseDid() throws IOException {
        TestLake again = lake.copyTo(folder.resolve("again"), "landing", "deliveries", "archive");
        again.run();
        assertEquals(lake.parquetHashes(), again.parquetHashes());
        for (String table : Release.TABLES_OF_THEIR_MOMENT) {
            assertNotEquals(hash(lake, table), hash(again, table), table);
        }
    }

    private static String hash(TestLake of, String table) {
        return FileHash.sha256(of.releaseFolder().resolve(Release.file(table)));
    }

    private static void deliver(String landingFile, String text) {
        lake.deliver(landingFile, text.getBytes(StandardCharsets.UTF_8));
    }
}
