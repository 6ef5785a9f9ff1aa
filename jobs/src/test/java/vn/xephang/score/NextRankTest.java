package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Metric;
import vn.xephang.model.NextRankRow;
import vn.xephang.model.Rank;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;

class NextRankTest {

    private static final Map<String, Metric> METRICS =
            Pci.LISTS.metrics().stream().collect(Collectors.toMap(Metric::metricCode, metric -> metric));

    @Test
    void theValueNeededGivesTheNextPlaceAndOneStepLessDoesNotForEveryUnitOf2013() {
        YearData year = Pci.year(2013);
        int tried = 0;
        for (NextRankRow row : rows(year, Pci.RUBRICS)) {
            if (row.metricValueNeeded() != null) {
                BigDecimal needed = new BigDecimal(row.metricValueNeeded().toString());
                BigDecimal step = BigDecimal.ONE.movePointLeft(decimals(year, row.metricCode()));
                assertTrue(place(year, row, needed) <= row.nextRank(), row.toString());
                assertTrue(place(year, row, needed.subtract(step)) > row.nextRank(), row.toString());
                tried++;
            }
        }
        assertTrue(tried > 400, "tried " + tried);
    }

    @Test
    void saysNothingOfTheBestAndTenWaysOfEveryOther() {
        Map<String, Long> ways = rows(Pci.year(2013), Pci.RUBRICS).stream()
                .collect(Collectors.groupingBy(NextRankRow::orgUnitId, Collectors.counting()));
        assertEquals(62, ways.size());
        assertEquals(List.of(10L), ways.values().stream().distinct().toList());
    }

    @Test
    void asksForThePointsOfTheNextTotalAndCountsWhoHasTheValue() {
        Given year = Given.given(2020).unit("a", 5.0, 3.0).unit("b", 4.0, 2.5).unit("c", 4.0, 2.0);
        List<NextRankRow> rows = rows(year.data(), new Rubrics(List.of(Given.rubric(2020, "2020", "1", "2"))));
        assertEquals(
                List.of(
                        "b 1 2.00 c2 5.0 3.5 0 0.4",
                        "b 1 2.00 c1 6.0 6.0 0 0.3333333333333333",
                        "c 2 1.00 c2 6.0 2.5 2 0.1666666666666667",
                        "c 2 1.00 c1 6.0 5.0 1 0.1666666666666667"),
                rows.stream().map(NextRankTest::words).sorted().toList().stream()
                        .sorted(java.util.Comparator.comparing((String line) -> line.substring(0, 1))
                                .thenComparing(line -> line.contains("c2") ? 0 : 1))
                        .toList());
    }

    @Test
    void hasNoValueWhereTheMaximumOfTheMetricIsNotEnough() {
        Given year = Given.given(2020).unit("a", 5.0, 9.0).unit("b", 4.0, 1.0);
        NextRankRow first = rows(year.data(), new Rubrics(List.of(Given.rubric(2020, "2020", "1", "2")))).stream()
                .filter(row -> row.criterionCode().equals("c1"))
                .findFirst()
                .orElseThrow();
        assertNull(first.metricValueNeeded());
        assertTrue(first.headroomShare() > 1, first.toString());
    }

    /** Metrics m1, m2 are good when high, from 0 to 10. */
    private static List<NextRankRow> rows(YearData year, Rubrics rubrics) {
        Rubric own = rubrics.own(year.scorecard().scorecardCode(), year.referenceYear())
                .orElseThrow();
        Map<String, Metric> metrics = new HashMap<>(METRICS);
        for (String code : List.of("m1", "m2")) {
            metrics.put(
                    code,
                    new Metric(code, code, code, "points", "higher_is_better", "none", null, null, 0.0, 10.0, ""));
        }
        ScoredYear scored = ScoreYear.of(year, new Rubrics(List.of(own)));
        return new NextRank(
                        RankedYear.of(year.scorecard(), year.referenceYear(), scored.ranks()),
                        own,
                        scored.scores(),
                        metrics,
                        (unit, metric) -> Optional.empty())
                .rows();
    }

    private static int place(YearData year, NextRankRow row, BigDecimal value) {
        Map<String, Map<String, Double>> values = new HashMap<>(year.values());
        Map<String, Double> mine = new HashMap<>(values.get(row.orgUnitId()));
        mine.put(row.metricCode(), value.doubleValue());
        values.put(row.orgUnitId(), mine);
        YearData changed = new YearData(
                year.scorecard(), year.referenceYear(), YearData.AS_WAS, year.participants(), values, Map.of());
        Rubric own = Pci.RUBRICS.own("pci", year.referenceYear()).orElseThrow();
        return ScoreYear.of(changed, new Rubrics(List.of(own))).ranks().stream()
                .filter(rank -> rank.orgUnitId().equals(row.orgUnitId()))
                .map(Rank::computedRank)
                .findFirst()
                .orElseThrow();
    }

    private static int decimals(YearData year, String metric) {
        return Math.min(
                6,
                Decimals.most(year.participants().stream()
                        .flatMap(unit -> year.value(unit.orgUnitId(), metric).stream())
                        .toList()));
    }

    private static String words(NextRankRow row) {
        return row.orgUnitId() + " " + row.nextRank() + " " + row.pointsNeeded() + " " + row.criterionCode() + " "
                + row.headroomPoints().doubleValue() + " " + row.metricValueNeeded() + " " + row.unitsAlreadyThere()
                + " "
                + row.headroomShare();
    }
}
