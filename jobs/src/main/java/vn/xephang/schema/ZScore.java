package vn.xephang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Points by distance from the year's mean in standard deviations (of the participants, not of a sample), not under 0
 * and not over the maximum. Equal values earn the points of the mean.
 */
public record ZScore(String directionCode, BigDecimal pointsAtMean, BigDecimal pointsPerDeviation)
        implements ScoringRule {

    static final String CODE = "z_score";
    static final Set<String> KEYS = Set.of("direction", "points_at_mean", "points_per_deviation");

    static ZScore read(Yaml criterion) {
        ZScore rule = new ZScore(
                ScoringRule.directionOf(criterion),
                criterion.decimal("points_at_mean"),
                criterion.decimal("points_per_deviation"));
        if (criterion.has("points_per_deviation") && rule.pointsPerDeviation().signum() <= 0) {
            criterion.problem(
                    "points_per_deviation",
                    "Invalid points_per_deviation " + rule.pointsPerDeviation() + "; expected more than 0");
        }
        return rule;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        BigDecimal deviation = deviation(measured.all());
        BigDecimal points = pointsAtMean;
        if (deviation.signum() > 0) {
            BigDecimal above = measured.value().subtract(mean(measured.all()));
            BigDecimal better = directionCode.equals(LOWER) ? above.negate() : above;
            points = points.add(pointsPerDeviation.multiply(better).divide(deviation, CONTEXT));
        }
        return Optional.of(points.setScale(SCALE, RoundingMode.HALF_EVEN)
                .min(measured.maxPoints())
                .max(BigDecimal.ZERO));
    }

    private static BigDecimal mean(List<BigDecimal> all) {
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(all.size()), CONTEXT);
    }

    private static BigDecimal deviation(List<BigDecimal> all) {
        BigDecimal count = BigDecimal.valueOf(all.size());
        BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal squares = all.stream().map(value -> value.multiply(value)).reduce(BigDecimal.ZERO, BigDecimal::add);
        // n * sum of squares - square of the sum: exact, so equal values have exactly no deviation.
        BigDecimal spread = count.multiply(squares).subtract(sum.multiply(sum));
        return spread.sqrt(CONTEXT).divide(count, CONTEXT);
    }

    @Override
    public String canonical() {
        return CODE + " direction=" + directionCode + " points_at_mean=" + CanonicalText.of(pointsAtMean)
                + " points_per_deviation=" + CanonicalText.of(pointsPerDeviation);
    }

    @Override
    public Optional<String> direction() {
        return Optional.of(directionCode);
    }
}
