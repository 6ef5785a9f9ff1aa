package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher keeps the classes that this loads: when it ends early, every start is slow and nothing else shows it. */
class TrainTest {

    @TempDir
    private Path lake;

    @Test
    void goesThroughAWholeRunAndARanking() {
        Called train = Called.of("train", "--lake", lake.toString());
        assertEquals(0, train.exitCode(), train.err());
        assertTrue(train.out().contains("15  63  80    Long An"), train.out());
    }
}
