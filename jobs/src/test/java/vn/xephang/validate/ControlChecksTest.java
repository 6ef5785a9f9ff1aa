package vn.xephang.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.xephang.schema.ControlRule;

class ControlChecksTest {

    private static final ControlRule.Scope STRICT = new ControlRule.Scope("t", false, "");
    private static final ControlRule.Scope ZERO = new ControlRule.Scope("t", true, "");
    private static final ControlRule PARTS = parts(ZERO, "0");
    private static final ControlRule TO_REGION = rollUp("total", "province", "region");
    private static final ControlRule TO_COUNTRY = rollUp("total", "region", "country");

    @Test
    void acceptsATotalThatIsTheSumOfItsParts() {
        assertEquals(
                List.of(), new Sheet("total", "a", "b").row("p1", "5", "2", "3").findings(PARTS));
    }

    @Test
    void flagsATotalThatIsNot() {
        assertEquals(
                List.of("SUM_BROKEN B2: The total is not the sum of its parts: 6 ≠ 2 + 3 = 5 (+1);"
                        + " the rule is total = a + b"),
                new Sheet("total", "a", "b").row("p1", "6", "2", "3").findings(PARTS));
    }

    @Test
    void acceptsADifferenceWithinTheTolerance() {
        assertEquals(
                List.of(),
                new Sheet("total", "a", "b").row("p1", "5.35", "2", "3").findings(parts(ZERO, "0.35")));
    }

    @Test
    void flagsADifferenceBeyondTheTolerance() {
        assertEquals(
                List.of("SUM_BROKEN B2: The total is not the sum of its parts: 5.36 ≠ 2 + 3 = 5 (+0.36);"
                        + " the rule is total = a + b"),
                new Sheet("total", "a", "b").row("p1", "5.36", "2", "3").findings(parts(ZERO, "0.35")));
    }

    @Test
    void countsAMissingFigureAsZeroWhereTheRuleSaysSo() {
        Sheet sheet = new Sheet("total", "a", "b").row("p1", "3", "..", "3").row("p2", "3", "..", "2");
        assertEquals(
                List.of("SUM_BROKEN B3: The total is not the sum of its parts: 3 ≠ 0 + 2 = 2 (+1);"
                        + " the rule is total = a + b"),
                sheet.findings(PARTS));
    }

    @Test
    void leavesASumWithAMissingFigureAloneWhereTheRuleDoesNotSaySo() {
        assertEquals(
                List.of(),
                new Sheet("total", "a", "b").row("p2", "3", "..", "2").findings(parts(STRICT, "0")));
    }

    @Test
    void leavesASumAloneThatLacksACell() {
        assertEquals(
                List.of(), new Sheet("total", "a", "b").row("p1", "3", "", "2").findings(PARTS));
    }

    @Test
    void namesTheOneCellThatBreaksTwoSums() {
        Sheet sheet = new Sheet("total", "a", "b")
                .row("r1", "10", "6", "4")
                .row("p1", "15", "2", "3")
                .row("p2", "5", "4", "1");
        assertEquals(
                List.of("CELL_BREAKS_SUMS B3: This value (in brackets: the one that mends every sum) breaks several"
                        + " sums: 15 (5); the rules are total = a + b; total: region = Σ 2 province"),
                sheet.findings(PARTS, TO_REGION));
    }

    @Test
    void namesEachTotalWhereNoCellExplainsTheSums() {
        Sheet sheet = new Sheet("total", "a", "b")
                .row("r1", "10", "6", "4")
                .row("p1", "15", "2", "3")
                .row("p2", "7", "4", "1");
        assertEquals(
                List.of(
                        "SUM_BROKEN B3: The total is not the sum of its parts: 15 ≠ 2 + 3 = 5 (+10);"
                                + " the rule is total = a + b",
                        "SUM_BROKEN B4: The total is not the sum of its parts: 7 ≠ 4 + 1 = 5 (+2);"
                                + " the rule is total = a + b",
                        "SUM_BROKEN B2: The total is not the sum of its parts: 10 ≠ 15 + 7 = 22 (-12);"
                                + " the rule is total: region = Σ 2 province"),
                sheet.findings(PARTS, TO_REGION));
    }

    @Test
    void blamesNoCellThatStandsInASumThatHolds() {
        Sheet sheet = new Sheet("total")
                .row("c", "15")
                .row("r1", "10")
                .row("r2", "5")
                .row("p1", "5")
                .row("p2", "6")
                .row("p3", "5");
        assertEquals(
                List.of("SUM_BROKEN B3: The total is not the sum of its parts: 10 ≠ 5 + 6 = 11 (-1);"
                        + " the rule is total: region = Σ 2 province"),
                sheet.findings(TO_REGION, TO_COUNTRY));
    }

    @Test
    void tellsSumsThatBreakAtOneTotalTogether() {
        Sheet sheet = new Sheet("total")
                .row("c", "15")
                .row("r1", "8")
                .row("r2", "5")
                .row("p1", "4")
                .row("p2", "4")
                .row("p3", "5");
        assertEquals(
                List.of("CELL_BREAKS_SUMS B2: This value (in brackets: the one that mends every sum) breaks several"
                        + " sums: 15 (13); the rules are total: country = Σ 2 region; total: country = Σ 3 province"),
                sheet.findings(TO_REGION, TO_COUNTRY, rollUp("total", "province", "country")));
    }

    @Test
    void leavesARollUpAloneThatLacksAUnit() {
        assertEquals(
                List.of(), new Sheet("total").row("r1", "10").row("p1", "4").findings(TO_REGION));
    }

    @Test
    void acceptsAValueAtItsLimit() {
        assertEquals(List.of(), new Sheet("a", "b").row("p1", "3", "3").findings(limit()));
    }

    @Test
    void flagsAValueAboveItsLimit() {
        assertEquals(
                List.of("LIMIT_BROKEN B2: The value exceeds what the form allows: 4 > 3 (+1); the rule is a <= b"),
                new Sheet("a", "b").row("p1", "4", "3").findings(limit()));
    }

    @Test
    void usesNoFigureOfAUnitThatStandsTwice() {
        assertEquals(
                List.of(),
                new Sheet("total", "a", "b")
                        .row("p1", "6", "2", "3")
                        .row("p1", "6", "2", "3")
                        .findings(PARTS));
    }

    private static ControlRule parts(ControlRule.Scope scope, String tolerance) {
        return new ControlRule.Parts(scope, "total", List.of("a", "b"), new BigDecimal(tolerance));
    }

    private static ControlRule rollUp(String metric, String from, String to) {
        return new ControlRule.RollUp(ZERO, metric, from, to, BigDecimal.ZERO);
    }

    private static ControlRule limit() {
        return new ControlRule.AtMost(ZERO, "a", List.of("b"), BigDecimal.ZERO);
    }
}
