package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.read.RealBooks;

/** The twelve books under other names, with their tables elsewhere: the same values, or a finding. */
class MovedBooksTest {

    private static final String VALUES =
            "select reference_year, metric_code, org_unit_id, period_code, value, value_as_delivered, observation_status"
                    + " from mart.fct_observation";
    private static final String RANKS = "select * from mart.fct_rank";

    @TempDir
    private Path folder;

    @Test
    void otherNamesAndATableMovedDownAndRightGiveTheSameValues() {
        Random random = new Random(20260301);
        TestLake lake = new TestLake(folder.resolve("lake"));
        Map<String, String> originals = new HashMap<>();
        for (int year : RealBooks.pciYears()) {
            String name = "vcci/Báo cáo " + Long.toString(random.nextLong() >>> 1, 36) + ending(random);
            originals.put(name, TwelveBooks.landingFile(year));
            lake.deliver(name, RebuiltBook.of(RealBooks.pci(year)).movedBy(2, 1));
        }
        RunOutcome outcome = lake.run();
        assertEquals(List.of(), outcome.newFindings());
        assertSame(VALUES, lake);
        assertSame(RANKS, lake);
        assertEquals(
                Set.copyOf(movedCells(TwelveBooks.lake(), Map.of(), 2, 1)),
                Set.copyOf(movedCells(lake, originals, 0, 0)));
    }

    @Test
    void aMovedColumnGivesTheSameValuesOrAFindingAndNoValue() {
        Random random = new Random(20260302);
        TestLake lake = new TestLake(folder.resolve("lake"));
        for (int year : RealBooks.pciYears()) {
            lake.deliver(
                    TwelveBooks.landingFile(year),
                    RebuiltBook.of(RealBooks.pci(year)).withAColumnMoved(sheetOfScores(year), random));
        }
        RunOutcome outcome = lake.run();
        Set<Object> refused = new TreeSet<>();
        lake.query("select landing_file from mart.rpt_finding where severity = 'error'")
                .forEach(row -> refused.add(row.get(0)));
        assertEquals(refused.size(), outcome.quarantinedCount());
        List<Integer> read = new ArrayList<>(RealBooks.pciYears());
        read.removeIf(year -> refused.contains(TwelveBooks.landingFile(year)));
        assertTrue(read.size() > 1 && refused.size() > 1, "read are " + read + ", refused are " + refused);
        String years = " where reference_year in ("
                + String.join(", ", read.stream().map(String::valueOf).toList()) + ")";
        assertEquals(TwelveBooks.lake().lines(VALUES + years + " order by all"), lake.lines(VALUES + " order by all"));
        assertEquals(TwelveBooks.lake().lines(RANKS + years + " order by all"), lake.lines(RANKS + " order by all"));
    }

    private static void assertSame(String sql, TestLake lake) {
        assertEquals(TwelveBooks.lake().lines(sql + " order by all"), lake.lines(sql + " order by all"));
    }

    /** Every value with its place, moved so many rows and columns, in the original file. */
    private static List<String> movedCells(TestLake lake, Map<String, String> originals, int rows, int columns) {
        List<String> cells = new ArrayList<>();
        for (List<Object> row : lake.query("select landing_file, cell_ref, value from mart.fct_observation_history")) {
            String cellRef = (String) row.get(1);
            CellReference at = new CellReference(cellRef.substring(cellRef.lastIndexOf('!') + 1));
            String file = (String) row.get(0);
            cells.add(originals.getOrDefault(file, file) + " " + EditedBook.sheetName(cellRef) + " "
                    + (at.getRow() + rows) + " " + (at.getCol() + columns) + " " + row.get(2));
        }
        return cells;
    }

    private static String sheetOfScores(int year) {
        return EditedBook.sheetName((String) TwelveBooks.lake()
                .value("select min(cell_ref) from mart.fct_observation_history where reference_year = " + year));
    }

    /** The ending says nothing either. */
    private static String ending(Random random) {
        return random.nextBoolean() ? ".xls" : ".xlsx";
    }
}
