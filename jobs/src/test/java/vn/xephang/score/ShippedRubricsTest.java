package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.xephang.model.FileHash;
import vn.xephang.model.Metric;
import vn.xephang.model.Participant;
import vn.xephang.model.Rank;
import vn.xephang.model.Score;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Entered;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.ScoringRule;
import vn.xephang.schema.TieRule;
import vn.xephang.schema.YesNo;

/** What holds for every set of rules that ships, over made-up years with ties and missing values. */
class ShippedRubricsTest {

    private static final Declarations DECLARATIONS = Declarations.load(Pci.FILES);
    private static final Map<String, Metric> METRICS = DECLARATIONS.codeLists().metrics().stream()
            .collect(Collectors.toMap(Metric::metricCode, Function.identity()));
    private static final int LAST_PINNED_YEAR = 2026;
    private static final int YEARS = 12;
    private static final int UNITS = 9;

    static Stream<Rubric> rubrics() {
        return DECLARATIONS.scorecards().all().stream()
                .flatMap(scorecard -> DECLARATIONS.rubrics().distinct(scorecard.scorecardCode()).stream());
    }

    @Test
    void thereAreRubricsOfEveryTieRule() {
        assertEquals(
                List.of("competition", "dense", "ordinal", "shared_mean"),
                rubrics()
                        .map(rubric -> rubric.tieRule().code())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Whatever the JDK, the locale and the day: text of every score and rank of these years, hashed. */
    @Test
    void givesTheSameScoresAndRanksAsEver() {
        StringBuilder told = new StringBuilder();
        rubrics().filter(rubric -> rubric.rubricYear() <= LAST_PINNED_YEAR).forEach(rubric -> years(rubric)
                .forEach(year -> tell(score(year, rubric), told)));
        assertEquals(
                "36e16cffc1046a8fa8c3ca188721d21cf0f07f3ffae8028386ef76a5a151d051",
                FileHash.sha256(told.toString().getBytes(StandardCharsets.UTF_8)),
                "a rule, or its arithmetic, changed");
    }

    private static void tell(ScoredYear scored, StringBuilder told) {
        scored.scores().forEach(score -> told.append(String.join(
                        "|", score.rubricHash(), score.orgUnitId(), score.criterionCode(), text(score.points())))
                .append('\n'));
        scored.ranks().forEach(rank -> told.append(String.join(
                        "|",
                        rank.orgUnitId(),
                        text(rank.totalPoints()),
                        text(rank.computedRank()),
                        text(rank.meanRank()),
                        text(rank.ratingCode()),
                        text(rank.decidingClause())))
                .append('\n'));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    @ParameterizedTest
    @MethodSource("rubrics")
    void pointsAddUpToTheTotalExactly(Rubric rubric) {
        Map<String, Criterion> criteria =
                rubric.criteria().stream().collect(Collectors.toMap(Criterion::criterionCode, Function.identity()));
        int totals = 0;
        for (YearData year : years(rubric)) {
            ScoredYear scored = score(year, rubric);
            Map<String, BigDecimal> sums = new HashMap<>();
            for (Score score : scored.scores()) {
                if (criteria.get(score.criterionCode()).isCounted() && score.points() != null) {
                    sums.merge(score.orgUnitId(), score.points(), BigDecimal::add);
                }
            }
            for (Rank rank : scored.ranks()) {
                if (rank.totalPoints() != null) {
                    assertEquals(
                            sums.get(rank.orgUnitId()).setScale(rubric.totalScale(), rubric.roundingMode()),
                            rank.totalPoints());
                    totals++;
                }
            }
        }
        assertTrue(totals > YEARS, () -> rubric.file());
    }

    @ParameterizedTest
    @MethodSource("rubrics")
    void everyPlaceIsThatOfCountingBetterTotals(Rubric rubric) {
        for (YearData year : years(rubric)) {
            List<Rank> ranked = score(year, rubric).ranks().stream()
                    .filter(rank -> rank.computedRank() != null)
                    .toList();
            for (Rank rank : ranked) {
                assertEquals(ranked.size(), rank.rankOf());
                assertTrue(rank.computedRank() >= 1 && rank.computedRank() <= ranked.size());
                checkPlace(rank, ranked, rubric.tieRule());
            }
        }
    }

    private static void checkPlace(Rank rank, List<Rank> ranked, TieRule rule) {
        List<BigDecimal> better = ranked.stream()
                .map(Rank::totalPoints)
                .filter(total -> total.compareTo(rank.totalPoints()) > 0)
                .toList();
        long equal = ranked.stream()
                .filter(other -> other.totalPoints().compareTo(rank.totalPoints()) == 0)
                .count();
        if (rule instanceof TieRule.Dense) {
            assertEquals(better.stream().distinct().count() + 1, (long) rank.computedRank());
        } else if (rule instanceof TieRule.Ordinal) {
            long sharing = ranked.stream()
                    .filter(other -> other.computedRank().equals(rank.computedRank()))
                    .count();
            assertTrue(rank.computedRank() > better.size() && rank.computedRank() <= better.size() + equal);
            assertEquals(sharing > 1, rank.isTied());
        } else {
            assertEquals(better.size() + 1, rank.computedRank());
            assertEquals(equal > 1, rank.isTied());
        }
        if (rule instanceof TieRule.SharedMean) {
            assertEquals(
                    0,
                    rank.meanRank()
                            .multiply(BigDecimal.valueOf(2))
                            .compareTo(BigDecimal.valueOf(2L * better.size() + equal + 1)));
        }
    }

    @ParameterizedTest
    @MethodSource("rubrics")
    void theOrderOfTheUnitsChangesNothing(Rubric rubric) {
        Random random = new Random(5);
        for (YearData year : years(rubric)) {
            List<Participant> shuffled = new ArrayList<>(year.participants());
            Collections.shuffle(shuffled, random);
            Map<String, Map<String, Double>> values = new LinkedHashMap<>();
            shuffled.forEach(unit ->
                    values.put(unit.orgUnitId(), new TreeMap<>(year.values().get(unit.orgUnitId()))));
            YearData again = new YearData(
                            year.scorecard(), year.referenceYear(), YearData.AS_WAS, shuffled, values, Map.of())
                    .with(year.context());
            assertEquals(score(year, rubric), score(again, rubric));
        }
    }

    @ParameterizedTest
    @MethodSource("rubrics")
    void moreOfAGoodMetricNeverLowersTheTotal(Rubric rubric) {
        int moved = 0;
        for (Criterion criterion : rubric.criteria()) {
            String metric = criterion.input().singleMetric().orElse("");
            Optional<Boolean> isUp = isUpBetter(criterion);
            boolean isReadOnce = rubric.criteria().stream()
                            .filter(other -> other.metricCodes().contains(metric))
                            .count()
                    == 1;
            if (isUp.isEmpty() || !isReadOnce) {
                continue;
            }
            for (YearData year : years(rubric)) {
                String unit = year.participants().get(0).orgUnitId();
                Double value = year.values().get(unit).get(metric);
                Optional<BigDecimal> before = total(year, rubric, unit);
                if (value != null && before.isPresent()) {
                    double better = isUp.get() ? Math.min(value + 7, most(metric)) : Math.max(value - 7, least(metric));
                    BigDecimal after = total(withValue(year, unit, metric, better), rubric, unit)
                            .orElseThrow();
                    assertTrue(
                            after.compareTo(before.get()) >= 0,
                            () -> rubric.file() + " " + criterion.criterionCode() + ": " + value + " to " + better);
                    moved++;
                }
            }
        }
        assertTrue(
                moved > 0
                        || rubric.criteria().stream()
                                .allMatch(criterion ->
                                        criterion.input().singleMetric().isEmpty()),
                () -> rubric.file());
    }

    private static Optional<Boolean> isUpBetter(Criterion criterion) {
        if (criterion.scoringRule() instanceof YesNo) {
            return Optional.empty();
        }
        return criterion
                .scoringRule()
                .direction()
                .or(() -> criterion.input().singleMetric().map(METRICS::get).map(Metric::direction))
                .filter(direction -> !direction.equals("neutral"))
                .map(ScoringRule.HIGHER::equals);
    }

    private static Optional<BigDecimal> total(YearData year, Rubric rubric, String unit) {
        return score(year, rubric).ranks().stream()
                .filter(rank -> rank.orgUnitId().equals(unit))
                .map(Rank::totalPoints)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static YearData withValue(YearData year, String unit, String metric, double value) {
        Map<String, Map<String, Double>> values = new HashMap<>(year.values());
        values.computeIfPresent(unit, (id, old) -> {
            Map<String, Double> changed = new HashMap<>(old);
            changed.put(metric, value);
            return changed;
        });
        return new YearData(
                        year.scorecard(), year.referenceYear(), YearData.AS_WAS, year.participants(), values, Map.of())
                .with(year.context());
    }

    private static ScoredYear score(YearData year, Rubric rubric) {
        return ScoreYear.of(year, new Rubrics(List.of(rubric)));
    }

    /** Values on a coarse grid, so that totals tie; one in forty is missing. */
    private static List<YearData> years(Rubric rubric) {
        Random random = new Random(rubric.hash().hashCode());
        List<YearData> years = new ArrayList<>();
        for (int i = 0; i < YEARS; i++) {
            years.add(year(rubric, random));
        }
        return years;
    }

    private static YearData year(Rubric rubric, Random random) {
        List<Participant> units = new ArrayList<>();
        Map<String, Map<String, Double>> values = new TreeMap<>();
        Map<String, Map<String, BigDecimal>> targets = new TreeMap<>();
        Map<String, Map<String, BigDecimal>> entered = new TreeMap<>();
        Map<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < UNITS; i++) {
            String unit = "unit-" + i;
            units.add(new Participant(rubric.scorecardCode(), rubric.rubricYear(), unit, "", unit));
            values.put(unit, values(rubric, random));
            targets.put(unit, targets(rubric));
            entered.put(unit, entered(rubric, random));
            if (random.nextInt(4) > 0) {
                places.put(unit, 1 + random.nextInt(UNITS));
            }
        }
        return new YearData(
                        DECLARATIONS.scorecards().find(rubric.scorecardCode()).orElseThrow(),
                        rubric.rubricYear(),
                        YearData.AS_WAS,
                        units,
                        values,
                        Map.of())
                .with(new YearContext(targets, entered, Map.of(), places));
    }

    private static Map<String, Double> values(Rubric rubric, Random random) {
        Map<String, Double> values = new TreeMap<>();
        for (Criterion criterion : rubric.criteria()) {
            for (String metric : criterion.metricCodes()) {
                boolean isFlag = criterion.scoringRule() instanceof YesNo;
                double span = most(metric) - least(metric);
                if (random.nextInt(40) > 0) {
                    values.put(metric, isFlag ? random.nextInt(2) : least(metric) + span * (1 + random.nextInt(4)) / 4);
                }
            }
        }
        return values;
    }

    private static Map<String, BigDecimal> targets(Rubric rubric) {
        Map<String, BigDecimal> targets = new TreeMap<>();
        rubric.metricCodes().forEach(metric -> targets.put(metric, BigDecimal.valueOf(80)));
        return targets;
    }

    private static Map<String, BigDecimal> entered(Rubric rubric, Random random) {
        Map<String, BigDecimal> entered = new TreeMap<>();
        for (Criterion criterion : rubric.criteria()) {
            if (criterion.scoringRule() instanceof Entered) {
                entered.put(
                        criterion.criterionCode(),
                        criterion
                                .maxPoints()
                                .multiply(new BigDecimal(random.nextInt(5)))
                                .movePointLeft(1));
            }
        }
        return entered;
    }

    private static double least(String metric) {
        return Optional.ofNullable(METRICS.get(metric).minValue()).orElse(0.0);
    }

    private static double most(String metric) {
        return Optional.ofNullable(METRICS.get(metric).maxValue()).orElse(least(metric) + 100);
    }
}
