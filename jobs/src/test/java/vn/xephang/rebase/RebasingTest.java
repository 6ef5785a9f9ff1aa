package vn.xephang.rebase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebasingTest {

    private static final String BEFORE = "2009-12-31";
    private static final String AFTER = "2010-01-01";

    @Test
    void addsWhatWasMerged() {
        assertEquals(
                Map.of("ab", "0.3", "c", "7"),
                merged().values("births", 2009, BEFORE, "a", 0.1, "b", 0.2, "c", 7)
                        .of("births", 2009, AFTER));
    }

    @Test
    void leavesValuesOnTheirOwnMapAsTheyAre() {
        assertEquals(
                Map.of("a", "0.1", "b", "0.2", "c", "7"),
                merged().values("births", 2009, BEFORE, "a", 0.1, "b", 0.2, "c", 7)
                        .of("births", 2009, BEFORE));
    }

    @Test
    void saysWhichPartIsMissingAndAddsNothingWithoutIt() {
        assertEquals(
                Map.of("ab", "missing b", "c", "7"),
                merged().values("births", 2009, BEFORE, "a", 0.1, "c", 7).of("births", 2009, AFTER));
    }

    @Test
    void hasNothingOfAYearThatWasNotDelivered() {
        assertEquals(Map.of("ab", "missing ab", "c", "missing c"), merged().of("births", 1999, AFTER));
    }

    @Test
    void followsSeveralChangesInTurn() {
        assertEquals(
                Map.of("abc", "6"),
                merged().merge("2015-01-01", "abc", "ab", "c")
                        .values("births", 2009, BEFORE, "a", 1, "b", 2, "c", 3)
                        .of("births", 2009, "2015-01-01"));
    }

    @Test
    void doesNotDivideASplitUnitUnasked() {
        assertEquals(
                Map.of(
                        "b",
                        "refused: a was divided on 2010-01-01 into b, c; shares are declared by area, population but"
                                + " may not be used here",
                        "c",
                        "refused: a was divided on 2010-01-01 into b, c; shares are declared by area, population but"
                                + " may not be used here"),
                split().of("births", 2009, AFTER));
    }

    @Test
    void dividesASplitUnitByTheWeightsThatTheCallerPrefersAndSaysSo() {
        assertEquals(
                Map.of("b", "75 estimated by population", "c", "25 estimated by population"),
                split().of("births", 2009, AFTER, Apportioning.byFamilies("population", "area")));
        assertEquals(
                Map.of("b", "40 estimated by area", "c", "60 estimated by area"),
                split().of("births", 2009, AFTER, Apportioning.byFamilies("stated", "area")));
    }

    @Test
    void refusesUnknownSharesAndNamesUnitAndDay() {
        History history = new History("old", "city")
                .metric("births", "sum")
                .flow(AFTER, "old", "old", "unknown", null)
                .flow(AFTER, "old", "city", "unknown", null)
                .flow(AFTER, "city", "city", "all", "1")
                .values("births", 2009, BEFORE, "old", 100, "city", 10);
        String why = "refused: old was divided on 2010-01-01 into city, old by unknown shares";

        assertEquals(
                Map.of("old", why, "city", why),
                history.of("births", 2009, AFTER, Apportioning.byFamilies("population", "unknown")));
    }

    @Test
    void knowsTheSumAgainWhereUnknownPartsWereReunited() {
        History history = new History("a", "c")
                .metric("births", "sum")
                .flow(AFTER, "a", "a1", "unknown", null)
                .flow(AFTER, "a", "a2", "unknown", null)
                .close(AFTER, "a")
                .open(AFTER, "a1", "a2")
                .merge("2015-01-01", "all", "a1", "a2", "c")
                .values("births", 2009, BEFORE, "a", 100, "c", 10);

        assertEquals(Map.of("all", "110"), history.of("births", 2009, "2015-01-01"));
    }

    @Test
    void endsASeriesAndSaysWhy() {
        MetricsOnMap onMap = new History("a", "b").abolish(AFTER, "a").onMap();

        assertEquals(
                Map.of("a", "a was closed on 2010-01-01 (a decision); its series ends there"),
                onMap.ended(LocalDate.parse(BEFORE), LocalDate.parse(AFTER)));
    }

    @Test
    void endsASeriesThatNoChangeExplains() {
        MetricsOnMap onMap = new History("a", "b").close(AFTER, "a").onMap();

        assertEquals(
                Map.of(
                        "a",
                        "a lives from 2000-01-01 to 2009-12-31 and no change says where it went; its series ends there"),
                onMap.ended(LocalDate.parse(BEFORE), LocalDate.parse(AFTER)));
    }

    @Test
    void hasNoEarlierValuesOfAUnitThatCameFromNowhere() {
        assertEquals(
                Map.of(
                        "a",
                        "1",
                        "b",
                        "refused: b lives from 2010-01-01 and no change says what it was made of; its series begins"
                                + " there"),
                new History("a")
                        .open(AFTER, "b")
                        .metric("births", "sum")
                        .values("births", 2009, BEFORE, "a", 1)
                        .of("births", 2009, AFTER));
    }

    @Test
    void doesNotCountAUnitPartlyFromNowhereAsWhole() {
        assertEquals(
                Map.of(
                        "ab",
                        "refused: b lives from 2005-01-01 to 2009-12-31 and no change says what it was made of; its"
                                + " series begins there"),
                new History("a")
                        .open("2005-01-01", "b")
                        .merge(AFTER, "ab", "a", "b")
                        .metric("births", "sum")
                        .values("births", 2004, "2004-12-31", "a", 1)
                        .of("births", 2004, AFTER));
    }

    @Test
    void undoesASplitByAdding() {
        assertEquals(
                Map.of("a", "9"),
                split().values("births", 2010, AFTER, "b", 4, "c", 5).of("births", 2010, BEFORE));
    }

    @Test
    void doesNotUndoAMergeUnasked() {
        String why = "refused: ab was made on 2010-01-01 of a, b; without weights it cannot be divided again";
        assertEquals(
                Map.of("a", why, "b", why, "c", "1"),
                merged().values("births", 2010, AFTER, "ab", 8, "c", 1).of("births", 2010, BEFORE));
    }

    @Test
    void undoesAMergeByWhatWasMeasuredOfItsParts() {
        Apportioning byPeople = Apportioning.REFUSED.andMeasured(new Apportioning.Measured(
                "people 2009",
                LocalDate.parse(BEFORE),
                Map.of("a", new BigDecimal(30), "b", new BigDecimal(10), "c", BigDecimal.TEN)));

        assertEquals(
                Map.of("a", "6 estimated by people 2009", "b", "2 estimated by people 2009", "c", "1"),
                merged().values("births", 2010, AFTER, "ab", 8, "c", 1).of("births", 2010, BEFORE, byPeople));
    }

    @Test
    void saysWhichPartTheWeightsDoNotCover() {
        Apportioning byPeople = Apportioning.REFUSED.andMeasured(new Apportioning.Measured(
                "people 2009", LocalDate.parse(BEFORE), Map.of("a", BigDecimal.TEN, "c", BigDecimal.TEN)));
        String why = "refused: ab was made on 2010-01-01 of a, b; the weights people 2009 do not cover b";

        assertEquals(
                Map.of("a", why, "b", why, "c", "1"),
                merged().values("births", 2010, AFTER, "ab", 8, "c", 1).of("births", 2010, BEFORE, byPeople));
    }

    @Test
    void recomputesARateFromItsPartsAndDoesNotAverageIt() {
        assertEquals(
                Map.of("ab", "17.5", "c", "10"),
                merged().metric("people", "sum")
                        .ratio("birth_rate", "births", "people", "1000")
                        .values("births", 2009, BEFORE, "a", 1, "b", 6, "c", 1)
                        .values("people", 2009, BEFORE, "a", 100, "b", 300, "c", 100)
                        .of("birth_rate", 2009, AFTER));
    }

    @Test
    void keepsARateThatWasDeliveredWithoutItsPartsOnlyWhereTheUnitStayedTheSame() {
        assertEquals(
                Map.of(
                        "ab",
                        "refused: birth_rate cannot be re-based (aggregation ratio_of_sums): its parts births, people"
                                + " were not delivered for 2009; ab joins a, b",
                        "c",
                        "10"),
                merged().metric("people", "sum")
                        .ratio("birth_rate", "births", "people", "1000")
                        .values("birth_rate", 2009, BEFORE, "a", 10, "b", 20, "c", 10)
                        .of("birth_rate", 2009, AFTER));
    }

    @Test
    void hasNoRateOfNobody() {
        assertEquals(
                Map.of(
                        "ab",
                        "refused: birth_rate has no value: people is 0",
                        "c",
                        "refused: birth_rate has no value: people is 0"),
                merged().metric("people", "sum")
                        .ratio("birth_rate", "births", "people", "1000")
                        .values("births", 2009, BEFORE, "a", 1, "b", 6, "c", 1)
                        .values("people", 2009, BEFORE, "a", 0, "b", 0, "c", 0)
                        .of("birth_rate", 2009, AFTER));
    }

    @Test
    void addsUpANumeratorOfSeveralMetrics() {
        assertEquals(
                Map.of("ab", "50", "c", "100"),
                merged().metric("settled", "sum")
                        .metric("failed", "sum")
                        .ratio("success", "settled", "settled+failed", "100")
                        .values("settled", 2009, BEFORE, "a", 1, "b", 3, "c", 1)
                        .values("failed", 2009, BEFORE, "a", 3, "b", 1, "c", 0)
                        .of("success", 2009, AFTER));
    }

    @Test
    void comparesWithTheYearBeforeOnOneMap() {
        assertEquals(
                Map.of("ab", "20", "c", "0"),
                merged().growth("births_growth", "births", "100")
                        .values("births", 2009, BEFORE, "a", 4, "b", 6, "c", 1)
                        .values("births", 2010, AFTER, "ab", 12, "c", 1)
                        .of("births_growth", 2010, AFTER));
    }

    @Test
    void weighsAMeanByItsWeightsExactly() {
        assertEquals(
                Map.of("ab", "28", "c", "20"),
                merged().mean("age", "weighted_mean", "births")
                        .values("births", 2009, BEFORE, "a", 1, "b", 4, "c", 1)
                        .values("age", 2009, BEFORE, "a", 20, "b", 30, "c", 20)
                        .of("age", 2009, AFTER));
    }

    @Test
    void marksAWeighedScoreAsEstimated() {
        assertEquals(
                Map.of("ab", "28 estimated by births", "c", "20"),
                merged().mean("score", "none", "births")
                        .values("births", 2009, BEFORE, "a", 1, "b", 4, "c", 1)
                        .values("score", 2009, BEFORE, "a", 20, "b", 30, "c", 20)
                        .of("score", 2009, AFTER));
    }

    @Test
    void refusesAScoreWithoutWeightsExceptWhereTheUnitStayedTheSame() {
        assertEquals(
                Map.of(
                        "ab",
                        "refused: score cannot be re-based (aggregation none): it is no sum, and neither parts nor"
                                + " weights are declared in codelists/derived_metrics.csv; ab joins a, b",
                        "c",
                        "20"),
                merged().metric("score", "none")
                        .values("score", 2009, BEFORE, "a", 20, "b", 30, "c", 20)
                        .of("score", 2009, AFTER));
    }

    private static History merged() {
        return new History("a", "b", "c").merge(AFTER, "ab", "a", "b").metric("births", "sum");
    }

    private static History split() {
        return new History("a")
                .metric("births", "sum")
                .flow(AFTER, "a", "b", "population", "0.75")
                .flow(AFTER, "a", "c", "population", "0.25")
                .flow(AFTER, "a", "b", "area", "0.4")
                .flow(AFTER, "a", "c", "area", "0.6")
                .close(AFTER, "a")
                .open(AFTER, "b", "c")
                .values("births", 2009, BEFORE, "a", 100);
    }
}
