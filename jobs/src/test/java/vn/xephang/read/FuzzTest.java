package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short run; the long one is described in {@code bench/README.md}. */
class FuzzTest {

    @TempDir
    Path folder;

    @Test
    void changedCellsShowAndDamagedBytesNeverPassUnseen() throws IOException, InterruptedException {
        Fuzz fuzz = new Fuzz(folder, 20_261_124);
        fuzz.run(300);
        assertEquals(List.of(), fuzz.problems());
        assertEquals(
                300, fuzz.outcomes().values().stream().mapToInt(count -> count).sum());
        assertTrue(fuzz.outcomes().keySet().containsAll(List.of("bytes: refused", "cell: its value")));
    }
}
