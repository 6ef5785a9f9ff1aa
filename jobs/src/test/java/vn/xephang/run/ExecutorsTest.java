package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
}
