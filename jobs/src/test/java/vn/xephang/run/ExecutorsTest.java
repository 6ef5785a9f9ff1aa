package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the workbooks are parsed makes no difference. */
class ExecutorsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void anyInputIsLarge() {
        System.setProperty("xephang.large.bytes", "1");
        System.setProperty("spark.master", "local[2]");
        Engines.stop();
    }

    @AfterEach
    void smallAgain() {
        System.clearProperty("xephang.large.bytes");
        System.clearProperty("spark.master");
        Engines.stop();
    }

    @Test
    void booksParsedByTasksGiveTheSameBytesAsOnTheDriver() {
        TestLake driver = TwelveBooks.lake();
        TestLake lake = driver.copyTo(folder.resolve("lake"), "landing", "deliveries", "archive");
        RunOutcome outcome = lake.run();
        assertTrue(outcome.isServed() && outcome.newFindings().isEmpty());
        assertEquals(driver.parquetHashes(), lake.parquetHashes());
        assertEquals(driver.manifest().inputs(), lake.manifest().inputs());
    }

    @Test
    void theYearBeforeReachesTheNextOneFromTasksAsItDoesFromTheDriver() {
        TestLake tasks = StagedLake.in(folder.resolve("tasks"));
        tasks.run();
        StagedLake.correctTheYearBefore(tasks).run();

        smallAgain();
        TestLake driver = StagedLake.in(folder.resolve("driver"));
        driver.run();
        StagedLake.correctTheYearBefore(driver).run();

        assertEquals(
                List.of("2020 1 Tây Ninh", "2020 2 Long An", "2020 3 Bến Tre"),
                tasks.lines("select reference_year, computed_rank, org_unit_name_vi from mart.fct_rank where"
                        + " scorecard_code = 'made-up' and stage_code = 'confirmed' and reference_year = 2020"
                        + " and rubric_year = 2020 order by all"));
        assertEquals(driver.parquetHashes(), tasks.parquetHashes());
    }
}
