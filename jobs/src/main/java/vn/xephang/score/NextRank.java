package vn.xephang.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vn.xephang.model.Metric;
import vn.xephang.model.NextRankRow;
import vn.xephang.model.Rank;
import vn.xephang.model.Score;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.ProportionalToTarget;
import vn.xephang.schema.Rubric;

/**
 * What the next better place would take by the year's own rubric: as many points as the lowest total above, and for
 * each criterion what would earn them there alone, all else as it is. The cheapest is the criterion of whose headroom
 * the smallest share is needed.
 */
final class NextRank {

    private final RankedYear year;
    private final Rubric rubric;
    private final Map<String, Metric> metrics;
    private final Map<String, Map<String, Score>> scores = new HashMap<>();
    private final Map<String, double[]> ranked = new HashMap<>();
    private final NeededValue needed;

    /** @param scores of the year by its own rubric */
    NextRank(RankedYear year, Rubric rubric, List<Score> scores, Map<String, Metric> metrics, Targets targets) {
        this.year = year;
        this.rubric = rubric;
        this.metrics = metrics;
        scores.forEach(score -> this.scores
                .computeIfAbsent(score.orgUnitId(), none -> new HashMap<>())
                .put(score.criterionCode(), score));
        rubric.criteria().forEach(criterion -> ranked.put(criterion.criterionCode(), rankedValues(criterion)));
        this.needed = new NeededValue(rubric, scores, targets);
    }

    /** The target that a unit has for a metric; empty where none is declared. */
    interface Targets {
        Optional<BigDecimal> of(String orgUnitId, String metricCode);
    }

    /** One row per unit that has a better place above it, and counted criterion; the cheapest first. */
    List<NextRankRow> rows() {
        SortedMap<String, BigDecimal> totals = year.totals(year.ownRules());
        List<BigDecimal> ascending = totals.values().stream().sorted().toList();
        List<NextRankRow> rows = new ArrayList<>();
        totals.forEach((unit, total) -> ascending.stream()
                .filter(other -> other.compareTo(total) > 0)
                .findFirst()
                .ifPresent(next -> rows.addAll(rows(unit, total, next, bestPlaceAt(next)))));
        return rows;
    }

    /** The values of the ranked units, ascending. */
    private double[] rankedValues(Criterion criterion) {
        return scores.entrySet().stream()
                .filter(entry -> year.place(entry.getKey()).isPresent())
                .map(entry -> entry.getValue().get(criterion.criterionCode()))
                .filter(score -> score != null && score.metricValue() != null)
                .mapToDouble(Score::metricValue)
                .sorted()
                .toArray();
    }

    private int bestPlaceAt(BigDecimal total) {
        return year.totals(year.ownRules()).entrySet().stream()
                .filter(other -> other.getValue().compareTo(total) == 0)
                .mapToInt(other -> year.place(other.getKey()).orElseThrow())
                .min()
                .orElseThrow();
    }

    /** A criterion as a way up. */
    private record Way(
            Criterion criterion,
            Score score,
            Optional<BigDecimal> headroom,
            Optional<BigDecimal> share,
            Optional<BigDecimal> value) {}

    private List<NextRankRow> rows(String unit, BigDecimal total, BigDecimal next, int nextRank) {
        Map<String, Score> earned = scores.getOrDefault(unit, Map.of());
        BigDecimal sum = rubric.criteria().stream()
                .filter(Criterion::isCounted)
                .map(criterion -> points(earned, criterion))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Way> ways = rubric.criteria().stream()
                .filter(criterion -> criterion.isCounted() && hasPoints(earned, criterion))
                .map(criterion ->
                        way(unit, criterion, earned.get(criterion.criterionCode()), next.subtract(total), sum, next))
                .sorted(Comparator.comparing(
                        (Way way) -> way.share().orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<NextRankRow> rows = new ArrayList<>();
        for (Way way : ways) {
            rows.add(row(unit, way, next.subtract(total), nextRank, rows.size() + 1));
        }
        return rows;
    }

    private Way way(String unit, Criterion criterion, Score score, BigDecimal points, BigDecimal sum, BigDecimal next) {
        Optional<BigDecimal> headroom = headroom(criterion, score.points());
        Optional<BigDecimal> share =
                headroom.filter(room -> room.signum() > 0).map(room -> points.divide(room, MathContext.DECIMAL64));
        Optional<String> direction = criterion
                .scoringRule()
                .direction()
                .or(() -> criterion.metricCode().map(metrics::get).map(Metric::direction));
        Optional<BigDecimal> value = needed.value(
                unit,
                criterion,
                score,
                direction.orElse(""),
                criterion.metricCode().map(metrics::get),
                earned -> rubric.total(sum.subtract(score.points()).add(earned)).compareTo(next) >= 0);
        return new Way(criterion, score, headroom, share, value);
    }

    /** From the points to the most there can be; empty where there is no such bound. */
    private static Optional<BigDecimal> headroom(Criterion criterion, BigDecimal points) {
        if (criterion.scoringRule() instanceof ProportionalToTarget rule && rule.mayExceedMax()) {
            return Optional.empty();
        }
        BigDecimal most = criterion.scoringRule().mostPoints(criterion.maxPoints());
        return Optional.of(most.subtract(points).max(BigDecimal.ZERO));
    }

    private NextRankRow row(String unit, Way way, BigDecimal points, int nextRank, int costOrder) {
        Rank own = year.own().get(unit);
        return new NextRankRow(
                own.scorecardCode(),
                own.referenceYear(),
                own.periodCode(),
                unit,
                nextRank,
                points,
                way.criterion().criterionCode(),
                way.score().points(),
                way.headroom().orElse(null),
                way.criterion().metricCode().orElse(null),
                way.criterion().metricCode().isPresent() ? way.score().metricValue() : null,
                way.value().map(BigDecimal::doubleValue).orElse(null),
                way.value().map(value -> alreadyThere(way, value)).orElse(null),
                way.share().map(BigDecimal::doubleValue).orElse(null),
                costOrder,
                own.isSynthetic());
    }

    /** How many ranked units have a value at least as good. */
    private int alreadyThere(Way way, BigDecimal value) {
        double[] ascending = ranked.get(way.criterion().criterionCode());
        double least = value.doubleValue();
        return least > way.score().metricValue()
                ? ascending.length - countBelow(ascending, least)
                : countBelow(ascending, Math.nextUp(least));
    }

    private static int countBelow(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean hasPoints(Map<String, Score> earned, Criterion criterion) {
        Score score = earned.get(criterion.criterionCode());
        return score != null && score.points() != null;
    }

    private static BigDecimal points(Map<String, Score> earned, Criterion criterion) {
        return hasPoints(earned, criterion)
                ? earned.get(criterion.criterionCode()).points()
                : BigDecimal.ZERO;
    }
}
