package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Difference;
import vn.xephang.model.Participant;
import vn.xephang.model.Rank;
import vn.xephang.model.Score;

/** The real index, year by year, against what its publisher printed. */
class PciRankingTest {

    private static final Set<Integer> RANKED_YEARS = Set.of(2006, 2007, 2009, 2010, 2012, 2013, 2014, 2015, 2016);
    private static final SortedMap<Integer, ScoredYear> SCORED = Pci.scored();

    @Test
    void computesEveryRankThatWasPublishedFromTheCriteria() {
        Map<Integer, Map<String, Integer>> printed = printedRanks();
        int compared = 0;
        for (int year : new TreeSet<>(RANKED_YEARS)) {
            Map<String, Integer> computed = new TreeMap<>();
            own(year).forEach(rank -> computed.put(rank.orgUnitId(), rank.computedRank()));
            assertEquals(printed.get(year), computed, "ranks of " + year);
            compared += computed.size();
        }
        assertEquals(569, compared);
    }

    @Test
    void computesEveryPublishedScoreWithin1e5() {
        int compared = 0;
        for (ScoredYear year : SCORED.values()) {
            for (Rank rank : year.ranks()) {
                if (isOwn(rank) && rank.totalPoints() != null) {
                    assertEquals(rank.publishedPoints(), rank.totalPoints().doubleValue(), 1e-5, rank.toString());
                    compared++;
                }
            }
        }
        assertEquals(633, compared, "64 x 3 + 63 x 7 units");
    }

    @Test
    void ordersPublishedPointsAsPublishedInAllButOneOf674Ranks() {
        List<Rank> other = new ArrayList<>();
        int compared = 0;
        for (int year : SCORED.keySet()) {
            for (Rank rank : mainRows(year)) {
                if (rank.publishedRank() != null) {
                    compared++;
                    if (!rank.publishedRank().equals(rank.rankOfPublishedPoints())) {
                        other.add(rank);
                    }
                }
            }
        }
        assertEquals(674, compared);
        assertEquals(1, other.size(), other.toString());
    }

    @Test
    void findsTheOneTieThatThePublisherBroke() {
        List<Difference> differences = SCORED.values().stream()
                .flatMap(year -> year.differences().stream())
                .toList();
        assertEquals(1, differences.size(), differences.toString());
        Difference broken = differences.get(0);
        assertEquals(2011, broken.referenceYear());
        assertEquals("rank", broken.measureCode());
        assertEquals(41, broken.publishedValue());
        assertEquals(40, broken.computedValue());
        assertEquals(-1, broken.difference());
        assertEquals("PUBLISHER_BROKE_TIE", broken.reasonCode());
    }

    @Test
    void showsBothUnitsOfABrokenTieAtOnePlace() {
        for (String name : List.of("Bình Thuận", "Hà Giang")) {
            Rank rank = row(2011, name, null);
            assertEquals(40, rank.rankOfPublishedPoints());
            assertTrue(rank.isTied());
        }
    }

    @Test
    void replays25PairsOfYearAndRulesAndRefuses11() {
        Set<String> pairs = new TreeSet<>();
        List<RefusedReplay> refused = new ArrayList<>();
        SCORED.values().forEach(year -> {
            year.ranks().stream()
                    .filter(rank -> rank.rubricCode() != null)
                    .forEach(rank -> pairs.add(rank.referenceYear() + " by " + rank.rubricCode()));
            refused.addAll(year.refusedReplays());
        });
        assertEquals(25, pairs.size(), pairs.toString());
        assertEquals(11, refused.size(), refused.toString());
    }

    @Test
    void namesTheCriteriaThatRefuseAReplay() {
        assertEquals(
                List.of(
                        new RefusedReplay("pci", 2009, "2006", List.of("bias")),
                        new RefusedReplay("pci", 2009, "2013", List.of("bias"))),
                SCORED.get(2009).refusedReplays());
        assertEquals(
                new RefusedReplay("pci", 2005, "2009", List.of("labor", "legal")),
                SCORED.get(2005).refusedReplays().get(1));
    }

    @Test
    void putsLongAnAt30In2013ByTheRulesOf2009And19ByItsOwn() {
        assertEquals(30, row(2013, "Long An", "2009").computedRank());
        assertEquals(63, row(2013, "Long An", "2009").rankOf());
        assertEquals(19, row(2013, "Long An", "2013").computedRank());
    }

    @Test
    void putsLongAnAt9In2016ByTheRulesOf2006And15ByItsOwn() {
        assertEquals(9, row(2016, "Long An", "2006").computedRank());
        assertEquals(15, row(2016, "Long An", "2013").computedRank());
    }

    @Test
    void storesAReplayUnderTheFirstYearOfItsRulesAndTheOwnUnderTheDataYear() {
        assertEquals(2015, row(2015, "Long An", "2013").rubricYear());
        assertEquals(2009, row(2015, "Long An", "2009").rubricYear());
        assertEquals(2012, row(2012, "Long An", "2009").rubricYear());
    }

    @Test
    void repeatsWhatThePublisherGaveOnReplayRows() {
        Rank own = row(2013, "Long An", "2013");
        Rank replay = row(2013, "Long An", "2009");
        assertEquals(own.publishedPoints(), replay.publishedPoints());
        assertEquals(own.publishedRank(), replay.publishedRank());
        assertEquals(own.rankOfPublishedPoints(), replay.rankOfPublishedPoints());
        assertEquals(own.publishedRating(), replay.publishedRating());
    }

    @Test
    void hasOneRowPerExpectedUnitAndRules() {
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        SCORED.forEach((year, scored) -> rows.put(year, scored.ranks().size()));
        Map<Integer, Integer> expected = new LinkedHashMap<>();
        expected.put(2005, 42);
        List.of(2006, 2007, 2008).forEach(year -> expected.put(year, 64 * 3));
        List.of(2009, 2010).forEach(year -> expected.put(year, 63));
        expected.put(2011, 63 * 2);
        expected.put(2012, 63);
        List.of(2013, 2014, 2015, 2016).forEach(year -> expected.put(year, 63 * 3));
        assertEquals(expected, rows);
    }

    @Test
    void saysNoRubricWhereNoRulesAreKnown() {
        for (int year : List.of(2005, 2011)) {
            for (Rank rank : mainRows(year)) {
                assertNull(rank.rubricCode());
                assertNull(rank.rubricYear());
                assertNull(rank.rubricHash());
                assertNull(rank.computedRank());
                assertEquals("NO_RUBRIC", rank.rankReasonCode());
                assertEquals("ranked", rank.participationStatus());
                assertEquals(year == 2005 ? 42 : 63, rank.rankOf());
            }
        }
    }

    @Test
    void ranks2008ThoughItsPublisherGaveNoRanks() {
        assertEquals(64, mainRows(2008).size());
        for (Rank rank : mainRows(2008)) {
            assertNull(rank.publishedRank());
            assertEquals(rank.rankOfPublishedPoints(), rank.computedRank());
        }
    }

    @Test
    void totalsAreThePointsOfTheCriteriaAdded() {
        for (ScoredYear year : SCORED.values()) {
            Map<String, BigDecimal> sums = new HashMap<>();
            for (Score score : year.scores()) {
                sums.merge(score.orgUnitId() + " " + score.rubricCode(), score.points(), BigDecimal::add);
            }
            for (Rank rank : year.ranks()) {
                if (rank.rubricCode() != null) {
                    BigDecimal sum = sums.get(rank.orgUnitId() + " " + rank.rubricCode());
                    assertEquals(sum.setScale(9, RoundingMode.HALF_EVEN), rank.totalPoints());
                }
            }
        }
    }

    @Test
    void isTheSameForAnyOrderOfWhatComesIn() {
        Random random = new Random(20260101);
        for (int year : SCORED.keySet()) {
            YearData data = Pci.year(year);
            List<Participant> shuffled = new ArrayList<>(data.participants());
            Collections.shuffle(shuffled, random);
            YearData mixed = new YearData(
                    data.scorecard(),
                    year,
                    data.boundaryVintage(),
                    shuffled,
                    shuffledMap(data.values(), random),
                    shuffledMap(data.published(), random));
            assertEquals(SCORED.get(year), ScoreYear.of(mixed, Pci.RUBRICS));
        }
    }

    /** Ranks as compiled from the workbooks, by year and unit. */
    private static Map<Integer, Map<String, Integer>> printedRanks() {
        Map<Integer, Map<String, Integer>> ranks = new TreeMap<>();
        Pci.shared("pci/published_rank_2005_2016.csv").forEach(row -> {
            int year = Integer.parseInt(row.getField("year"));
            if (RANKED_YEARS.contains(year)) {
                ranks.computeIfAbsent(year, key -> new TreeMap<>())
                        .put(
                                Pci.id(year, row.getField("province_canonical")),
                                Integer.valueOf(row.getField("published_rank")));
            }
        });
        return ranks;
    }

    private static boolean isOwn(Rank rank) {
        return rank.rubricYear() != null && rank.rubricYear() == rank.referenceYear();
    }

    private static List<Rank> own(int year) {
        return SCORED.get(year).ranks().stream().filter(PciRankingTest::isOwn).toList();
    }

    /** By the year's own rubric, or without one. */
    private static List<Rank> mainRows(int year) {
        return SCORED.get(year).ranks().stream()
                .filter(rank -> rank.rubricCode() == null || isOwn(rank))
                .toList();
    }

    private static Rank row(int year, String name, String rubricCode) {
        return SCORED.get(year).ranks().stream()
                .filter(rank -> rank.orgUnitNameVi().equals(name) && Objects.equals(rank.rubricCode(), rubricCode))
                .findFirst()
                .orElseThrow();
    }

    private static <V> Map<String, V> shuffledMap(Map<String, V> map, Random random) {
        List<String> keys = new ArrayList<>(map.keySet());
        Collections.shuffle(keys, random);
        Map<String, V> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, map.get(key)));
        return shuffled;
    }
}
