package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.run.TestLake;

/** What a run prints of the findings it met: what must be mended line by line, the rest as a number. */
class RunTellsTest {

    private static final String HEADER = "nam,ten_tinh,ma_chi_tieu,tri_so_SYNTHETIC_ca_nam_chinh_thuc\n";

    @TempDir
    private static Path folder;

    private static Called run;

    @BeforeAll
    static void runWithALateFileAndAnUnknownUnit() {
        TestLake lake = new TestLake(folder.resolve("lake"));
        String rows = "2019,Long An,justice_vb01,12\n2019,Nơi Nào,justice_vb01,3\n";
        lake.deliver("justice/ca-nam.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
        run = Called.on(lake, "run");
    }

    @Test
    void tellsAnErrorWithItsPlace() {
        assertEquals(4, run.exitCode(), run.err());
        assertTrue(run.err().contains("error UNKNOWN_ORG_UNIT at justice/ca-nam.csv B3: "), run.err());
        assertTrue(
                run.err().contains("\n1 error in new files; they lie in quarantine/ with how to fix them."), run.err());
    }

    @Test
    void countsWhatIsMerelyGoodToKnow() {
        assertFalse(run.err().contains("LATE"), run.err());
        assertTrue(
                run.err().contains("\n1 note on new files, nothing to mend there; see 'xephang findings'."), run.err());
    }
}
