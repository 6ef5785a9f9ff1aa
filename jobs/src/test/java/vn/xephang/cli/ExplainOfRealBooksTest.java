package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.xephang.run.TestLake;
import vn.xephang.run.TwelveBooks;

class ExplainOfRealBooksTest {

    private static final TestLake LAKE = TwelveBooks.lake();

    @Test
    void givesEffectsThatAddUpAsCsv() {
        Called called = Called.on(LAKE, "explain", "pci", "Long An", "2012", "2013", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        assertEquals(
                List.of(
                        "factor_code,rank_effect,rank_effect_fraction",
                        "own,1.500000000,3/2",
                        "others,-15.500000000,-31/2",
                        "rubric,11.000000000,11",
                        "map,0.000000000,0",
                        "participation,0.000000000,0"),
                called.out().lines().toList());
    }

    @Test
    void beginsWithOneSentenceInTheLanguageAskedFor() {
        assertEquals(
                "Long An: rank 19/63 in 2013, down 3 places from 2012 (16/63), of which: its own results +1.5;"
                        + " results of the other units −15.5; change of rubric +11.",
                firstLine(Called.on(LAKE, "explain", "pci", "Long An", "2012", "2013")));
        assertEquals(
                "Long An: hạng 19/63 năm 2013, tụt 3 bậc so với năm 2012 (16/63), trong đó: kết quả của chính đơn vị"
                        + " +1,5; kết quả của các đơn vị khác −15,5; thay đổi bộ tiêu chí +11.",
                firstLine(Called.on(LAKE, "explain", "pci", "Long An", "2012", "2013", "--lang", "vi")));
    }

    @Test
    void namesTheOrdersAndTheCriteriaThatMovedMost() {
        String told =
                Called.on(LAKE, "explain", "pci", "Long An", "2012", "2013").out();
        assertTrue(told.contains("Mean of the orders that can be computed: rubric 2013 not on 2012"), told);
        assertTrue(told.contains("Criteria that moved most"), told);
    }

    @Test
    void refusesAPairOfYearsThatNoRulesConnectAndNamesWhatIsMissing() {
        Called called = Called.on(LAKE, "explain", "pci", "Long An", "2005", "2006");
        assertEquals(6, called.exitCode());
        assertEquals(
                "Cannot explain 2005 to 2006: no rubric can be applied to both years (2005 lacks labor, legal of"
                        + " rubric 2006; 2005 lacks labor, legal of rubric 2009; 2005 lacks labor, legal of rubric"
                        + " 2013).",
                called.err().strip());
    }

    private static String firstLine(Called called) {
        assertEquals(0, called.exitCode(), called.err());
        return called.out().lines().findFirst().orElseThrow();
    }
}
