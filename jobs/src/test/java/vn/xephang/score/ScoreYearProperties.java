package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.xephang.model.Participant;
import vn.xephang.model.Rank;
import vn.xephang.model.Score;
import vn.xephang.schema.Rubrics;

/** What holds for every scored year. */
class ScoreYearProperties {

    private static final Rubrics RULES = new Rubrics(List.of(Given.rubric(2020, "2020", "1", "0.5", "2")));

    @Property(tries = 1_000, seed = "11")
    void thePointsOfTheCriteriaAddUpToTheTotal(@ForAll("years") List<List<Double>> units) {
        ScoredYear scored = ScoreYear.of(year(units), RULES);
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Score score : scored.scores()) {
            if (score.points() != null) {
                sums.merge(score.orgUnitId(), score.points(), BigDecimal::add);
            }
        }
        for (Rank rank : scored.ranks()) {
            if (rank.totalPoints() != null) {
                assertEquals(sums.get(rank.orgUnitId()).setScale(2, RoundingMode.HALF_EVEN), rank.totalPoints());
            }
        }
    }

    @Property(tries = 1_000, seed = "12")
    void everyRankLiesBetweenOneAndTheNumberOfRankedUnits(@ForAll("years") List<List<Double>> units) {
        List<Rank> ranks = ScoreYear.of(year(units), RULES).ranks();
        long ranked = ranks.stream().filter(rank -> rank.computedRank() != null).count();
        for (Rank rank : ranks) {
            assertEquals((int) ranked, rank.rankOf());
            if (rank.computedRank() == null) {
                assertEquals("MISSING_VALUE", rank.rankReasonCode());
            } else {
                assertTrue(rank.computedRank() >= 1 && rank.computedRank() <= ranked);
                long better = ranks.stream()
                        .filter(other -> other.totalPoints() != null
                                && other.totalPoints().compareTo(rank.totalPoints()) > 0)
                        .count();
                assertEquals(better + 1, (long) rank.computedRank());
            }
        }
    }

    @Property(tries = 1_000, seed = "13")
    void theOrderOfUnitsChangesNothing(@ForAll("years") List<List<Double>> units, @ForAll long seed) {
        YearData year = year(units);
        List<Participant> shuffled = new ArrayList<>(year.participants());
        Collections.shuffle(shuffled, new Random(seed));
        YearData again = new YearData(
                year.scorecard(), 2020, YearData.AS_WAS, shuffled, new TreeMap<>(year.values()), year.published());
        assertEquals(ScoreYear.of(year, RULES), ScoreYear.of(again, RULES));
    }

    private static YearData year(List<List<Double>> units) {
        Given given = Given.given(2020);
        for (List<Double> values : units) {
            given.unit("unit-" + (char) ('a' + given.data().participants().size()), values.toArray(Double[]::new));
        }
        return given.data();
    }

    /** Up to ten units of three values out of few, so that totals tie; now and then one is missing. */
    @Provide
    Arbitrary<List<List<Double>>> years() {
        Arbitrary<Double> value =
                Arbitraries.of(0.0, 0.1, 0.2, 0.3, 1.005, 3.3333, 7.0).injectNull(0.05);
        return value.list().ofSize(3).list().ofMaxSize(10);
    }
}
