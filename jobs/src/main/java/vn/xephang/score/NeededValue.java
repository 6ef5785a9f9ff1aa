package vn.xephang.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.xephang.model.Metric;
import vn.xephang.model.Score;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Entered;
import vn.xephang.schema.Measured;
import vn.xephang.schema.MinMax;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.ScoringRule;
import vn.xephang.schema.WeightedMean;
import vn.xephang.schema.YesNo;
import vn.xephang.schema.ZScore;

/**
 * The nearest value of a metric that earns enough points by the rule of its criterion, at the decimals in which the
 * year's values are written. Found by asking the rule, not by turning it around: a new rule needs nothing here, as long
 * as a better value never gives fewer points.
 */
final class NeededValue {

    /** Finer than this no publisher writes; a double's noise must not become the step. */
    private static final int MOST_DECIMALS = 6;

    private static final int MOST_DOUBLINGS = 60;

    private final Rubric rubric;
    private final NextRank.Targets targets;
    private final Map<String, List<BigDecimal>> all = new HashMap<>();
    private final Map<String, Integer> decimals = new HashMap<>();

    NeededValue(Rubric rubric, List<Score> scores, NextRank.Targets targets) {
        this.rubric = rubric;
        this.targets = targets;
        scores.stream().filter(score -> score.metricValue() != null).forEach(score -> all.computeIfAbsent(
                        score.criterionCode(), none -> new ArrayList<>())
                .add(ShortestDecimal.of(score.metricValue())));
        all.forEach((criterion, values) -> decimals.put(criterion, Math.min(MOST_DECIMALS, Decimals.most(values))));
    }

    /**
     * Empty where no value within the metric's bounds is enough, or where the points do not follow the unit's own value
     * of one metric alone.
     *
     * @param isEnough of the points of the criterion
     */
    Optional<BigDecimal> value(
            String unit,
            Criterion criterion,
            Score score,
            String direction,
            Optional<Metric> metric,
            Predicate<BigDecimal> isEnough) {
        boolean isDirected = direction.equals(ScoringRule.HIGHER) || direction.equals(ScoringRule.LOWER);
        if (metric.isEmpty() || score.metricValue() == null || !isDirected || !followsOneValue(criterion)) {
            return Optional.empty();
        }
        BigDecimal from = ShortestDecimal.of(score.metricValue());
        BigDecimal step = BigDecimal.ONE
                .movePointLeft(decimals.get(criterion.criterionCode()))
                .multiply(BigDecimal.valueOf(direction.equals(ScoringRule.HIGHER) ? 1 : -1));
        Predicate<BigDecimal> isThere = value -> criterion
                .scoringRule()
                .points(measured(unit, criterion, value))
                .map(rubric::counted)
                .filter(isEnough)
                .isPresent();
        return nearest(from, step, bound(metric.get(), step.signum()), isThere);
    }

    private static boolean followsOneValue(Criterion criterion) {
        ScoringRule rule = criterion.scoringRule();
        return !(rule instanceof Entered
                || rule instanceof WeightedMean
                || rule instanceof YesNo
                || rule instanceof MinMax
                || rule instanceof ZScore);
    }

    private Measured measured(String unit, Criterion criterion, BigDecimal value) {
        return new Measured(
                value,
                criterion.maxPoints(),
                criterion.metricCode().flatMap(metric -> targets.of(unit, metric)),
                Optional.empty(),
                all.get(criterion.criterionCode()));
    }

    /** Counts under zero are no counts: without a declared bound, values do not fall below it. */
    private static Optional<BigDecimal> bound(Metric metric, int sign) {
        Optional<BigDecimal> declared = Optional.ofNullable(sign > 0 ? metric.maxValue() : metric.minValue())
                .map(ShortestDecimal::of);
        return sign > 0 ? declared : declared.or(() -> Optional.of(BigDecimal.ZERO));
    }

    /** The least number of steps that is enough: doubled until it is, then halved in between. */
    private static Optional<BigDecimal> nearest(
            BigDecimal from, BigDecimal step, Optional<BigDecimal> bound, Predicate<BigDecimal> isThere) {
        long most = bound.map(end -> end.subtract(from)
                        .divide(step, 0, RoundingMode.DOWN)
                        .max(BigDecimal.ZERO)
                        .min(BigDecimal.valueOf(1L << MOST_DOUBLINGS))
                        .longValueExact())
                .orElse(1L << MOST_DOUBLINGS);
        long low = 0;
        long high = Math.min(1, most);
        while (high < most && !isThere.test(at(from, step, high))) {
            low = high;
            high = high > most / 2 ? most : high * 2;
        }
        if (high == 0 || !isThere.test(at(from, step, high))) {
            return Optional.empty();
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (isThere.test(at(from, step, middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Optional.of(at(from, step, high));
    }

    private static BigDecimal at(BigDecimal from, BigDecimal step, long steps) {
        return from.add(step.multiply(BigDecimal.valueOf(steps)));
    }
}
