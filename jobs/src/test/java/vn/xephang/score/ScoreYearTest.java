package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.xephang.score.Given.given;
import static vn.xephang.score.Given.rubric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Rank;
import vn.xephang.model.Score;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;

class ScoreYearTest {

    private static final Rubrics ONE = new Rubrics(List.of(rubric(2020, "2020", "1", "2")));

    @Test
    void roundsTheTotalAndNotThePoints() {
        ScoredYear scored = ScoreYear.of(given(2020).unit("a", 1.004, 1.0005).data(), ONE);
        assertEquals(new BigDecimal("1.004"), scored.scores().get(0).points());
        assertEquals(new BigDecimal("2.0010"), scored.scores().get(1).points());
        assertEquals(new BigDecimal("3.00"), rank(scored, "a").totalPoints(), "1.004 + 2.001 = 3.005 to even");
    }

    @Test
    void roundsHalfToEvenInBothDirections() {
        ScoredYear scored = ScoreYear.of(
                given(2020).unit("a", 1.005, 0.0).unit("b", 1.015, 0.0).data(), ONE);
        assertEquals(new BigDecimal("1.00"), rank(scored, "a").totalPoints());
        assertEquals(new BigDecimal("1.02"), rank(scored, "b").totalPoints());
    }

    @Test
    void roundsAHairBelowHalfDownAndAHairAboveUp() {
        ScoredYear scored = ScoreYear.of(
                given(2020)
                        .unit("a", 1.0149999999999, 0.0)
                        .unit("b", 1.0050000000001, 0.0)
                        .data(),
                ONE);
        assertEquals(new BigDecimal("1.01"), rank(scored, "a").totalPoints());
        assertEquals(new BigDecimal("1.01"), rank(scored, "b").totalPoints());
    }

    @Test
    void tiesTotalsThatAreEqualAfterRounding() {
        ScoredYear scored = ScoreYear.of(
                given(2020)
                        .unit("a", 1.001, 1.0)
                        .unit("b", 1.002, 1.0)
                        .unit("c", 0.0, 1.0)
                        .data(),
                ONE);
        assertEquals(1, rank(scored, "a").computedRank());
        assertEquals(1, rank(scored, "b").computedRank());
        assertEquals(3, rank(scored, "c").computedRank());
        assertTrue(rank(scored, "a").isTied());
        assertEquals(
                "tie_rule=competition; total=3.00; units=2", rank(scored, "a").decidingClause());
    }

    @Test
    void separatesTotalsThatDifferAfterRounding() {
        ScoredYear scored = ScoreYear.of(
                given(2020).unit("a", 1.004, 1.0).unit("b", 1.006, 1.0).data(), ONE);
        assertEquals(2, rank(scored, "a").computedRank());
        assertFalse(rank(scored, "a").isTied());
        assertEquals("total=3.00", rank(scored, "a").decidingClause());
        assertEquals("total=3.01", rank(scored, "b").decidingClause());
    }

    @Test
    void makesNoTieOrOrderOutOfFloatingPointNoise() {
        Rubrics thirds = new Rubrics(List.of(rubric(2020, "2020", "0.1", "0.1", "0.1")));
        ScoredYear scored = ScoreYear.of(
                given(2020).unit("a", 1.0, 1.0, 1.0).unit("b", 3.0, 0.0, 0.0).data(), thirds);
        assertEquals(1, rank(scored, "a").computedRank());
        assertEquals(1, rank(scored, "b").computedRank(), "0.1 + 0.1 + 0.1 is 0.3");
    }

    @Test
    void givesAUnitWithoutAValueNoRankInsteadOfTheWorst() {
        ScoredYear scored = ScoreYear.of(
                given(2020).unit("a", 1.0, null).unit("b", 1.0, 1.0).unit("c").data(), ONE);
        Rank missing = rank(scored, "a");
        assertNull(missing.computedRank());
        assertNull(missing.totalPoints());
        assertNull(missing.isTied());
        assertEquals("MISSING_VALUE", missing.rankReasonCode());
        assertEquals("not_delivered", missing.participationStatus());
        assertEquals("missing_rule=no_rank; missing=c2", missing.decidingClause());
        assertEquals("missing_rule=no_rank; missing=c1,c2", rank(scored, "c").decidingClause());
        assertEquals(1, rank(scored, "b").rankOf());
    }

    @Test
    void keepsThePointsOfTheCriteriaThatAreThere() {
        ScoredYear scored = ScoreYear.of(
                given(2020).unit("a", 1.5, null).unit("b", 1.0, 1.0).data(), ONE);
        Score there = scored.scores().get(0);
        Score missing = scored.scores().get(1);
        assertEquals(new BigDecimal("1.5"), there.points());
        assertEquals(1.5, there.metricValue());
        assertNull(missing.points());
        assertNull(missing.metricValue());
    }

    @Test
    void countsZeroAsAValue() {
        ScoredYear scored = ScoreYear.of(given(2020).unit("a", 0.0, 0.0).data(), ONE);
        assertEquals(1, rank(scored, "a").computedRank());
        assertEquals(0, rank(scored, "a").totalPoints().signum());
    }

    @Test
    void ranksNoUnitThatIsDeclaredNotToTakePart() {
        ScoredYear scored = ScoreYear.of(
                given(2020)
                        .unit("a", 9.0, 9.0)
                        .unit("b", 1.0, 1.0)
                        .notParticipating("a")
                        .data(),
                ONE);
        assertEquals("not_participating", rank(scored, "a").participationStatus());
        assertEquals("NOT_PARTICIPATING", rank(scored, "a").rankReasonCode());
        assertNull(rank(scored, "a").computedRank());
        assertEquals(1, rank(scored, "b").computedRank());
    }

    @Test
    void marksRowsAsSyntheticWhereTheFiguresOrTheRulesAre() {
        GivenRules rules = GivenRules.rules(2020).criterion("c1");
        Given year = given(2020).unit("a", 1.0);
        assertEquals("true true", synthetic(year, rules));
        assertEquals("true true", synthetic(year.real(), rules));
        assertEquals("false false", synthetic(year.real(), rules.real()));
        assertEquals("true true", synthetic(given(2020).unit("a", 1.0), rules.real()));
    }

    private static String synthetic(Given year, GivenRules rules) {
        ScoredYear scored = ScoreYear.of(year.data(), rules.rubrics());
        return scored.scores().get(0).isSynthetic() + " "
                + scored.ranks().get(0).isSynthetic();
    }

    @Test
    void takesWhatIsNoNumberForAMissingValue() {
        ScoredYear scored = ScoreYear.of(
                given(2020)
                        .unit("a", Double.NaN, 1.0)
                        .unit("b", Double.POSITIVE_INFINITY, 1.0)
                        .data(),
                ONE);
        assertEquals("MISSING_VALUE", rank(scored, "a").rankReasonCode());
        assertEquals("MISSING_VALUE", rank(scored, "b").rankReasonCode());
    }

    @Test
    void tellsInAYearWithoutRulesWhoTookPart() {
        Given year = given(2020)
                .unit("out")
                .publishedAs("out", 9.0, 1)
                .unit("points")
                .publishedAs("points", 8.0, null)
                .unit("rank")
                .publishedAs("rank", null, 2)
                .unit("silent")
                .notParticipating("out");
        ScoredYear scored = ScoreYear.of(year.data(), new Rubrics(List.of()));
        assertEquals(
                "not_participating ranked ranked not_delivered",
                String.join(
                        " ",
                        scored.ranks().stream().map(Rank::participationStatus).toList()));
    }

    @Test
    void hasNoRowsForAYearWithoutData() {
        ScoredYear scored = ScoreYear.of(given(2020).unit("a").unit("b").data(), ONE);
        assertTrue(scored.ranks().isEmpty());
        assertTrue(scored.scores().isEmpty());
        assertTrue(scored.refusedReplays().isEmpty());
    }

    @Test
    void hasRowsForAYearWithNothingButAPublishedRank() {
        Rank rank = rank(
                ScoreYear.of(
                        given(2023)
                                .unit("a")
                                .unit("b")
                                .publishedAs("a", null, 4)
                                .data(),
                        ONE),
                "a");
        assertEquals("NO_RUBRIC", rank.rankReasonCode());
        assertEquals("ranked", rank.participationStatus());
        assertEquals(4, rank.publishedRank());
        assertNull(rank.rankOfPublishedPoints());
        assertNull(rank.rankOf());
    }

    @Test
    void ignoresValuesOfUnitsThatAreNotExpected() {
        YearData year = given(2020).unit("a", 1.0, 1.0).data();
        YearData more = new YearData(
                year.scorecard(),
                2020,
                YearData.AS_WAS,
                year.participants(),
                Map.of("a", year.values().get("a"), "stranger", Map.of("m1", 9.0, "m2", 9.0)),
                year.published());
        assertEquals(ScoreYear.of(year, ONE), ScoreYear.of(more, ONE));
    }

    @Test
    void replaysOtherRulesOnceEachUnderTheirFirstYear() {
        Rubrics rubrics = new Rubrics(
                List.of(rubric(2018, "2018", "1"), rubric(2019, "2018", "1"), rubric(2020, "2020", "1", "2")));
        ScoredYear scored = ScoreYear.of(given(2020).unit("a", 1.0, 1.0).data(), rubrics);
        assertEquals(
                List.of("2020/2020", "2018/2018"),
                scored.ranks().stream()
                        .map(rank -> rank.rubricCode() + "/" + rank.rubricYear())
                        .toList());
    }

    @Test
    void refusesAReplayWhoseCriterionNobodyHas() {
        Rubrics rubrics = new Rubrics(List.of(rubric(2018, "2018", "1"), rubric(2020, "2020", "1", "2")));
        ScoredYear scored =
                ScoreYear.of(given(2018).unit("a", 1.0).unit("b", 2.0).data(), rubrics);
        assertEquals(List.of(new RefusedReplay("made-up", 2018, "2020", List.of("c2"))), scored.refusedReplays());
    }

    @Test
    void keepsTheRowsOfItsOwnRulesWhenACriterionIsMissingForAll() {
        ScoredYear scored =
                ScoreYear.of(given(2020).unit("a", 1.0).unit("b", 2.0).data(), ONE);
        assertEquals("MISSING_VALUE", rank(scored, "a").rankReasonCode());
        assertEquals(0, rank(scored, "a").rankOf());
        assertTrue(scored.refusedReplays().isEmpty());
    }

    @Test
    void hasNoDifferencesOnAnotherMap() {
        YearData year = given(2020).unit("a", 1.0, 1.0).publishedAs("a", 9.0, 7).data();
        YearData rebased = new YearData(
                year.scorecard(), 2020, "2025-07-01", year.participants(), year.values(), year.published());
        assertEquals(2, ScoreYear.of(year, ONE).differences().size());
        assertTrue(ScoreYear.of(rebased, ONE).differences().isEmpty());
        assertEquals("2025-07-01", ScoreYear.of(rebased, ONE).ranks().get(0).boundaryVintage());
    }

    @Test
    void saysSyntheticOnEveryRow() {
        Rubric rubric = rubric(2020, "2020", "1", "2");
        ScoredYear scored = ScoreYear.of(given(2020).unit("a", 1.0, 1.0).data(), new Rubrics(List.of(rubric)));
        assertTrue(rank(scored, "a").isSynthetic());
        assertTrue(scored.scores().stream().allMatch(Score::isSynthetic));
    }

    private static Rank rank(ScoredYear scored, String unit) {
        return scored.ranks().stream()
                .filter(rank -> rank.orgUnitId().equals(unit))
                .findFirst()
                .orElseThrow();
    }
}
