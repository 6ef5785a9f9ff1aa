package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.xephang.score.Given.given;
import static vn.xephang.score.GivenRules.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.xephang.schema.CriterionInput;
import vn.xephang.schema.DeductionPerEvent;
import vn.xephang.schema.Entered;
import vn.xephang.schema.MinMax;
import vn.xephang.schema.MissingRule;
import vn.xephang.schema.ProportionalToTarget;
import vn.xephang.schema.ScoringRule;
import vn.xephang.schema.WeightedMean;
import vn.xephang.schema.YesNo;

/** What a criterion is measured by, and what becomes of a unit without it. */
class CriterionPointsTest {

    @Test
    void aMissingValueLeavesNoTotalOrEarnsNothingAsTheRubricSays() {
        Given year = given(2020).unit("a", 4.0, null).unit("b", 4.0, 1.0).unit("silent");
        assertEquals(
                "a=none b=5.00 silent=none",
                totals(year, rules(2020).criterion("c1").criterion("c2")));
        assertEquals(
                "a=4.00 b=5.00 silent=none",
                totals(year, rules(2020).criterion("c1").criterion("c2").missing(MissingRule.ZERO_POINTS)));
    }

    @Test
    void aCriterionOverrulesTheRubricInBothDirections() {
        Given year = given(2020).unit("a", 4.0, null).unit("b", null, 3.0).unit("c", 1.0, 1.0);
        assertEquals(
                "a=4.00 b=none c=2.00",
                totals(year, rules(2020).criterion("c1").criterion("c2").whenMissing(MissingRule.ZERO_POINTS)));
        assertEquals(
                "a=none b=3.00 c=2.00",
                totals(
                        year,
                        rules(2020)
                                .criterion("c1")
                                .criterion("c2")
                                .whenMissing(MissingRule.NO_RANK)
                                .missing(MissingRule.ZERO_POINTS)));
    }

    @Test
    void whatWasEnteredKeepsAUnitFromBeingSilent() {
        GivenRules rules = rules(2020)
                .criterion("c1")
                .criterion("c2", new Entered(), "10")
                .reading(new CriterionInput.Nothing())
                .missing(MissingRule.ZERO_POINTS);
        YearContext entered = YearContext.NONE.withEntered(Map.of("a", Map.of("c2", new BigDecimal("3"))));
        assertEquals(
                "a=3.00 b=none", totals(given(2020).unit("a").unit("b").data().with(entered), rules));
    }

    @Test
    void whatWasEnteredIsTheValueOfItsCriterion() {
        GivenRules rules =
                rules(2020).criterion("c1").criterion("c2", new Entered(), "10").reading(new CriterionInput.Nothing());
        YearContext entered = YearContext.NONE.withEntered(Map.of("a", Map.of("c2", new BigDecimal("3.5"))));
        assertEquals(
                "1.0 3.5",
                ScoreYear.of(given(2020).unit("a", 1.0).data().with(entered), rules.rubrics()).scores().stream()
                        .map(score -> score.metricValue().toString())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void aRatioIsExactToEighteenDecimalsAndHasNoValueOverZero() {
        GivenRules rules =
                rules(2020).criterion("c1").reading(new CriterionInput.Ratio("m1", "m2", new BigDecimal("100")));
        Given year = given(2020)
                .unit("third", 1.0, 3.0)
                .unit("zero", 0.0, 3.0)
                .unit("overZero", 1.0, 0.0)
                .unit("half", null, 3.0)
                .unit("other", 1.0, null);
        assertEquals(
                "half=none other=none overZero=none third=33.333333333333333333 zero=0E-18",
                points(year.data(), rules, "c1"));
    }

    @Test
    void aMeanWeighsTheSharesOfItsCriteriaWhichAreNotCountedThemselves() {
        GivenRules rules = rules(2020)
                .criterion("c1")
                .uncounted()
                .criterion(
                        "c2",
                        new ProportionalToTarget(Optional.of(new BigDecimal("8")), ScoringRule.HIGHER, false),
                        "2")
                .uncounted()
                .criterion("mean", new WeightedMean(weights("c1", "3", "c2", "1")), "20")
                .reading(new CriterionInput.Nothing());
        Given year = given(2020)
                .unit("full", 10.0, 8.0)
                .unit("first", 10.0, 0.0)
                .unit("second", 0.0, 8.0)
                .unit("thirds", 1.0, 1.0)
                .unit("half", 5.0, null);
        assertEquals("first=15.00 full=20.00 half=none second=5.00 thirds=2.12", totals(year, rules));
        assertEquals(
                "first=15.000000000000000000 full=20.000000000000000000 half=none second=5.000000000000000000"
                        + " thirds=2.125000000000000000",
                points(year.data(), rules, "mean"));
    }

    @Test
    void pointsAreRoundedWhereTheRubricSaysSoAndBeforeTheyAreAddedUp() {
        Given year = given(2020).unit("a", 1.004, 1.004).unit("b", 1.005, 1.015).unit("c", 1.006, 1.006);
        assertEquals(
                "a=2.00 b=2.02 c=2.02",
                totals(year, rules(2020).criterion("c1").criterion("c2").pointsScale(2)));
        assertEquals(
                "a=2.01 b=2.02 c=2.01", totals(year, rules(2020).criterion("c1").criterion("c2")));
    }

    @Test
    void aYesCountsWithItsEvidenceOnly() {
        GivenRules rules = rules(2020).criterion("c1", new YesNo(Optional.of("m2")), "5");
        Given year = given(2020)
                .unit("proved", 1.0, 2.0)
                .unit("unproved", 1.0, 0.0)
                .unit("unheard", 1.0, null)
                .unit("no", 0.0, 2.0);
        assertEquals("no=0.00 proved=5.00 unheard=0.00 unproved=0.00", totals(year, rules));
    }

    @Test
    void aUnitIsComparedWithThoseThatTakePartOnly() {
        GivenRules rules = rules(2020).criterion("c1", new MinMax(ScoringRule.HIGHER), "10");
        Given year = given(2020).unit("a", 0.0).unit("b", 4.0).unit("c", 8.0).unit("out", 100.0);
        assertEquals("a=0.00 b=0.40 c=0.80 out=10.00", totals(year, rules));
        assertEquals("a=0.00 b=5.00 c=10.00 out=none", totals(year.notParticipating("out"), rules));
    }

    @Test
    void aTargetIsTheUnitsOwn() {
        GivenRules rules = rules(2020)
                .criterion("c1", new ProportionalToTarget(Optional.empty(), ScoringRule.HIGHER, false), "10");
        YearData year =
                given(2020).unit("a", 40.0).unit("b", 40.0).unit("c", 40.0).data();
        YearContext targets = new YearContext(
                Map.of(
                        "a",
                        Map.of("m1", new BigDecimal("80")),
                        "b",
                        Map.of("m1", new BigDecimal("40"), "m2", BigDecimal.ONE)),
                Map.of(),
                Map.of(),
                Map.of());
        assertEquals("a=5.00 b=10.00 c=none", totals(year.with(targets), rules));
    }

    @Test
    void aPenaltyTakesPointsFromTheTotal() {
        GivenRules rules = rules(2020)
                .criterion("c1")
                .criterion("c2", new DeductionPerEvent(new BigDecimal("2"), new BigDecimal("-5")), "0");
        assertEquals(
                "a=9.00 b=5.00 c=4.00",
                totals(given(2020).unit("a", 9.0, 0.0).unit("b", 9.0, 2.0).unit("c", 9.0, 3.0), rules));
    }

    private static TreeMap<String, BigDecimal> weights(String... codesAndWeights) {
        TreeMap<String, BigDecimal> weights = new TreeMap<>();
        for (int i = 0; i < codesAndWeights.length; i += 2) {
            weights.put(codesAndWeights[i], new BigDecimal(codesAndWeights[i + 1]));
        }
        return weights;
    }

    private static String totals(Given year, GivenRules rules) {
        return totals(year.data(), rules);
    }

    private static String totals(YearData year, GivenRules rules) {
        return ScoreYear.of(year, rules.rubrics()).ranks().stream()
                .map(rank -> rank.orgUnitId() + "=" + text(rank.totalPoints()))
                .collect(Collectors.joining(" "));
    }

    private static String points(YearData year, GivenRules rules, String criterion) {
        return ScoreYear.of(year, rules.rubrics()).scores().stream()
                .filter(score -> score.criterionCode().equals(criterion))
                .map(score -> score.orgUnitId() + "=" + text(score.points()))
                .collect(Collectors.joining(" "));
    }

    private static String text(BigDecimal number) {
        return number == null ? "none" : number.toString();
    }
}
