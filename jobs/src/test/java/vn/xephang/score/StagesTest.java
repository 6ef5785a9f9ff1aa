package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.xephang.score.Given.given;
import static vn.xephang.score.GivenRules.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.xephang.schema.CriterionInput;
import vn.xephang.schema.Entered;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;

/** One criterion over a metric, one that an assessor enters, both of at most ten points. */
class StagesTest {

    private static final Rubrics RUBRICS = new Rubrics(List.of(rubric(2020), rubric(2021)));

    @Test
    void metricsCountAtEveryStageAndEnteredPointsAtTheirOwn() {
        YearData year = given(2020).unit("a", 4.0).unit("b", 5.0).data();
        assertEquals("a=1/14.00 b=2/5.00", ranks(at(year, "self", entered("a", "c2", "10", "b", "c2", "0"))));
        assertEquals("b=1/11.00 a=2/8.00", ranks(at(year, "final", entered("a", "c2", "4", "b", "c2", "6"))));
    }

    @Test
    void pointsEnteredForAMeasuredCriterionTakeThePlaceOfItsRule() {
        YearData year = given(2020).unit("a", 4.0).unit("b", 5.0).data();
        assertEquals(
                "a=1/8.00 b=2/6.00",
                ranks(at(year, "confirmed", entered("a", "c1", "7", "a", "c2", "1", "b", "c2", "1"))));
    }

    @Test
    void acceptsEnteredPointsAtTheMaximum() {
        assertEquals("a=1/14.00", ranks(at(given(2020).unit("a", 4.0).data(), "self", entered("a", "c2", "10"))));
    }

    @Test
    void ignoresEnteredPointsAboveTheMaximumOrUnderZero() {
        YearData year = given(2020).unit("a", 4.0).data();
        assertEquals("a=MISSING_VALUE", ranks(at(year, "self", entered("a", "c2", "10.01"))));
        assertEquals("a=MISSING_VALUE", ranks(at(year, "self", entered("a", "c2", "-0.01"))));
    }

    @Test
    void aStageOfWhichNothingCameHasNoRows() {
        YearData year = given(2020).unit("a", 4.0).publishedAs("a", 14.0, 1).data();
        assertTrue(ScoreYear.of(year.atStage("self", Map.of()), RUBRICS).ranks().isEmpty());
        assertEquals("a=MISSING_VALUE", ranks(year), "the stage of the published tables has");
    }

    @Test
    void rowsNameTheirStageAndOnlyThePublishersIsCompared() {
        YearData year = given(2020).unit("a", 4.0).publishedAs("a", 1.0, 2).data();
        ScoredYear self =
                ScoreYear.of(at(year, "self", entered("a", "c2", "10")).atStage("self", year.published()), RUBRICS);
        assertEquals("self", self.ranks().get(0).stageCode());
        assertEquals("self", self.scores().get(0).stageCode());
        assertEquals(List.of(), self.differences());
        assertEquals(
                2,
                ScoreYear.of(at(year, "final", entered("a", "c2", "10")).atStage("final", year.published()), RUBRICS)
                        .differences()
                        .size());
    }

    @Test
    void otherYearsRulesAreAppliedToTheResultAndNotToTheStagesBeforeIt() {
        Rubrics two = new Rubrics(List.of(rubric(2020), Given.rubric(2021, "2021", "2")));
        YearData year = given(2020).unit("a", 4.0).data();
        assertEquals(List.of("final 2020", "final 2021"), appliedTo(at(year, "final", entered("a", "c2", "1")), two));
        assertEquals(List.of("self 2020"), appliedTo(at(year, "self", entered("a", "c2", "1")), two));
    }

    @Test
    void rulesWithAnEnteredCriterionApplyWhereSomethingWasEntered() {
        YearData year = given(2020).unit("a", 4.0).data();
        assertEquals(Optional.empty(), ScoreYear.refusal(at(year, "final", entered("a", "c2", "1")), rubric(2020)));
        assertEquals(
                List.of("c2"),
                ScoreYear.refusal(year, rubric(2020)).orElseThrow().missingCriterionCodes());
    }

    @Test
    void theYearBeforeLeavesItsPlacesByItsOwnRulesAndItsValues() {
        YearData before = at(
                given(2020).unit("a", 4.0).unit("b", 5.0).unit("c", 3.0).data(),
                "final",
                entered("a", "c2", "2", "b", "c2", "1", "c", "c2", "0"));
        YearContext context = YearBefore.add(given(2021).unit("a", 1.0).data(), before, RUBRICS)
                .context();
        assertEquals(Map.of("a", 1, "b", 1, "c", 3), context.previousPlaces());
        assertEquals(Optional.of(new BigDecimal("4")), context.previousValue("a", "m1"));
        assertEquals(Optional.empty(), context.previousValue("a", "m2"));
    }

    @Test
    void aYearBeforeWithoutRubricLeavesThePlacesOfItsPublishedPoints() {
        YearData before = given(2019)
                .unit("a", 4.0)
                .unit("b", 5.0)
                .publishedAs("a", 60.0, 1)
                .publishedAs("b", 50.0, 2)
                .data();
        assertEquals(
                Map.of("a", 1, "b", 2),
                YearBefore.add(given(2020).unit("a", 1.0).data(), before, RUBRICS)
                        .context()
                        .previousPlaces());
    }

    private static List<String> appliedTo(YearData year, Rubrics rubrics) {
        return ScoreYear.of(year, rubrics).ranks().stream()
                .map(rank -> rank.stageCode() + " " + rank.rubricCode())
                .toList();
    }

    private static YearData at(YearData year, String stage, Map<String, Map<String, BigDecimal>> entered) {
        return year.atStage(stage, Map.of()).with(YearContext.NONE.withEntered(entered));
    }

    /** Unit, criterion, points, and so on. */
    private static Map<String, Map<String, BigDecimal>> entered(String... cells) {
        Map<String, Map<String, BigDecimal>> entered = new java.util.TreeMap<>();
        for (int i = 0; i < cells.length; i += 3) {
            entered.computeIfAbsent(cells[i], none -> new java.util.TreeMap<>())
                    .put(cells[i + 1], new BigDecimal(cells[i + 2]));
        }
        return entered;
    }

    private static String ranks(YearData year) {
        return ScoreYear.of(year, RUBRICS).ranks().stream()
                .sorted(java.util.Comparator.comparing(
                        rank -> rank.computedRank() == null ? Integer.MAX_VALUE : rank.computedRank()))
                .map(rank -> rank.orgUnitId() + "="
                        + (rank.computedRank() == null
                                ? rank.rankReasonCode()
                                : rank.computedRank() + "/" + rank.totalPoints()))
                .collect(Collectors.joining(" "));
    }

    private static Rubric rubric(int year) {
        return rules(year)
                .named("2020")
                .criterion("c1")
                .criterion("c2", new Entered(), "10")
                .reading(new CriterionInput.Nothing())
                .rubric();
    }
}
