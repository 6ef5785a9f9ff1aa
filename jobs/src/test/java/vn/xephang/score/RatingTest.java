package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.xephang.score.GivenBand.band;
import static vn.xephang.score.GivenRules.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Rank;
import vn.xephang.schema.RatingRule;
import vn.xephang.schema.RatingRule.Band;
import vn.xephang.schema.RatingRule.Bands;
import vn.xephang.schema.RatingRule.Measure;
import vn.xephang.schema.RatingRule.Quota;
import vn.xephang.schema.Rubrics;

/** Two sections of 10 points each, A over m1 and B over m2; m3 counts disciplined leaders. */
class RatingTest {

    private static final Band REST = band("poor").band();

    @Test
    void aThresholdBelongsToTheBetterClass() {
        Bands rule = new Bands(Measure.SHARE, List.of(band("good").from("0.9").band(), REST));
        Map<String, Rank> ranks = rate(
                rule,
                Given.given(2020).unit("at", 9.0, 9.0).unit("over", 9.0, 9.01).unit("under", 9.0, 8.99));
        assertEquals("good", ranks.get("at").ratingCode());
        assertEquals("good", ranks.get("over").ratingCode());
        assertEquals("poor", ranks.get("under").ratingCode());
        assertEquals(
                "total=17.99; rating=poor; good refused: share 0.8995 < 0.9",
                ranks.get("under").decidingClause());
        assertEquals("total=18.00; rating=good from 0.9", ranks.get("at").decidingClause());
    }

    @Test
    void aUnitBarredFromTwoClassesIsToldWhyItMissedTheBest() {
        Bands rule = new Bands(
                Measure.SHARE,
                List.of(
                        band("best").from("0.9").band(),
                        band("good").from("0.8").band(),
                        REST));
        assertEquals(
                "total=15.99; rating=poor; best refused: share 0.7995 < 0.9",
                rate(rule, Given.given(2020).unit("a", 9.0, 6.99)).get("a").decidingClause());
    }

    @Test
    void pointsAreComparedAsPoints() {
        Bands rule = new Bands(Measure.POINTS, List.of(band("good").from("18").band(), REST));
        Map<String, Rank> ranks =
                rate(rule, Given.given(2020).unit("at", 9.0, 9.0).unit("under", 9.0, 8.99));
        assertEquals("good", ranks.get("at").ratingCode());
        assertEquals(
                "total=17.99; rating=poor; good refused: points 17.99 < 18",
                ranks.get("under").decidingClause());
    }

    @Test
    void aSectionUnderItsFloorBarsTheClass() {
        Band good = band("good").from("0.5").floor("B", "0.6").band();
        Map<String, Rank> ranks = rate(
                new Bands(Measure.SHARE, List.of(good, REST)),
                Given.given(2020).unit("at", 9.0, 6.0).unit("under", 10.0, 5.99));
        assertEquals("good", ranks.get("at").ratingCode());
        assertEquals(
                "total=15.99; rating=poor; good refused: section B 5.99 of 10 < 0.6",
                ranks.get("under").decidingClause());
    }

    @Test
    void everyCriterionMustReachItsShare() {
        Band pass = band("pass").from("16").everyCriterionFrom("0.5").band();
        Bands rule = new Bands(Measure.POINTS, List.of(pass, REST));
        Map<String, Rank> ranks = rate(
                rule,
                Given.given(2020)
                        .unit("exact", 10.0, 6.0)
                        .unit("half", 11.0, 5.0)
                        .unit("low", 12.0, 4.99));
        assertEquals("pass", ranks.get("exact").ratingCode());
        assertEquals("pass", ranks.get("half").ratingCode());
        assertEquals(
                "total=16.99; rating=poor; pass refused: criterion c2 4.99 of 10 < 0.5",
                ranks.get("low").decidingClause());
    }

    @Test
    void aKnockOutBarsWhateverTheTotal() {
        Band good = band("good").from("0.5").knockOut("m3", "0").band();
        Map<String, Rank> ranks = rate(
                new Bands(Measure.SHARE, List.of(good, REST)),
                Given.given(2020)
                        .unit("clean", 9.0, 9.0, 0.0)
                        .unit("silent", 9.0, 9.5)
                        .unit("struck", 10.0, 10.0, 1.0));
        assertEquals("good", ranks.get("clean").ratingCode());
        assertEquals("good", ranks.get("silent").ratingCode());
        assertEquals(
                "total=20.00; rating=poor; good refused: m3 > 0",
                ranks.get("struck").decidingClause());
    }

    @Test
    void aQuotaTakesTheBestAndTheRestGetTheNextClass() {
        Map<String, Rank> ranks = rate(
                rule(band("good").from("0.5").quotaWithTies("0.5")),
                Given.given(2020)
                        .unit("a", 9.0, 9.0)
                        .unit("b", 9.0, 8.0)
                        .unit("c", 9.0, 7.0)
                        .unit("d", 9.0, 6.0));
        assertEquals("good good poor poor", ratings(ranks));
        assertEquals(
                "total=16.00; rating=poor; good refused: quota of 2 filled",
                ranks.get("c").decidingClause());
    }

    @Test
    void aTieAtTheEdgeOfAQuotaIsInAsARule() {
        assertEquals(
                "good good good poor",
                ratings(rate(rule(band("good").from("0.5").quotaWithTies("0.5")), tiedAtTheEdge())));
    }

    @Test
    void aTieAtTheEdgeOfAQuotaIsOutAsARule() {
        assertEquals(
                "good poor poor poor",
                ratings(rate(rule(band("good").from("0.5").quotaWithoutTies("0.5")), tiedAtTheEdge())));
    }

    @Test
    void aQuotaIsRoundedAsItSays() {
        assertEquals(1, new Quota(new BigDecimal("0.2"), RoundingMode.FLOOR, true).of(9));
        assertEquals(2, new Quota(new BigDecimal("0.2"), RoundingMode.CEILING, true).of(9));
        assertEquals(2, new Quota(new BigDecimal("0.2"), RoundingMode.FLOOR, true).of(10));
        assertEquals(13, new Quota(new BigDecimal("0.2"), RoundingMode.HALF_UP, true).of(63));
    }

    @Test
    void aPublishedClassIsTakenOver() {
        YearData year =
                Given.given(2020).unit("a", 9.0, 9.0).unit("b", 1.0, 1.0).data();
        YearData rated = new YearData(
                year.scorecard(),
                2020,
                YearData.AS_WAS,
                year.participants(),
                year.values(),
                Map.of("a", Given.published("a", 2020, 18.0, 1, "Khá")));
        List<Rank> ranks =
                ScoreYear.of(rated, rubrics(new RatingRule.Published())).ranks();
        assertEquals("Khá", ranks.get(0).ratingCode());
        assertEquals("total=18.00; rating=published", ranks.get(0).decidingClause());
        assertEquals(null, ranks.get(1).ratingCode());
    }

    private static Given tiedAtTheEdge() {
        return Given.given(2020)
                .unit("a", 9.0, 9.0)
                .unit("b", 9.0, 8.0)
                .unit("c", 8.0, 9.0)
                .unit("d", 9.0, 6.0);
    }

    private static Bands rule(GivenBand best) {
        return new Bands(Measure.SHARE, List.of(best.band(), REST));
    }

    private static String ratings(Map<String, Rank> ranks) {
        return String.join(" ", ranks.values().stream().map(Rank::ratingCode).toList());
    }

    private static Map<String, Rank> rate(RatingRule rule, Given given) {
        Map<String, Rank> ranks = new TreeMap<>();
        ScoreYear.of(given.data(), rubrics(rule)).ranks().forEach(rank -> ranks.put(rank.orgUnitId(), rank));
        return ranks;
    }

    private static Rubrics rubrics(RatingRule rule) {
        return rules(2020)
                .criterion("c1")
                .in("A")
                .criterion("c2")
                .in("B")
                .rated(rule)
                .rubrics();
    }
}
