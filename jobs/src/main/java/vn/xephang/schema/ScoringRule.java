package vn.xephang.schema;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/**
 * How points follow from what was measured. A new rule is a new member and one line in {@link ScoringRules}; everything else
 * is asked of the rule.
 */
public sealed interface ScoringRule
        permits Weighted,
                ProportionalToTarget,
                Steps,
                LatenessDays,
                DeductionPerEvent,
                Bonus,
                YesNo,
                MinMax,
                ZScore,
                WeightedMean,
                Entered {

    /** Decimals of points that come out of a division; the table of points holds as many. */
    int SCALE = 18;

    /** Of roots and quotients on the way to points. */
    MathContext CONTEXT = new MathContext(40, RoundingMode.HALF_EVEN);

    /** The word in rubric files and in the column {@code scoring_rule}. */
    String code();

    /** Points, exact or to {@link #SCALE} decimals; empty when the rule cannot say from this. */
    Optional<BigDecimal> points(Measured measured);

    /** The rule's own text in the canonical text of a rubric. Never changed for a rule that was published. */
    String canonical();

    /** Points per unit of the metric, for rules that have a weight. */
    default Optional<BigDecimal> weight() {
        return Optional.empty();
    }

    /** Whether its points come on top of what is attainable. */
    default boolean isBonus() {
        return false;
    }

    /** The direction of the metric that the rule takes for granted; empty when it takes none. */
    default Optional<String> direction() {
        return Optional.empty();
    }

    /** The least points that a unit can get. */
    default BigDecimal leastPoints() {
        return BigDecimal.ZERO;
    }

    /** The most points that a unit can get. */
    default BigDecimal mostPoints(BigDecimal maxPoints) {
        return maxPoints;
    }

    /** Exact quotient to {@link #SCALE} decimals. */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, SCALE, RoundingMode.HALF_EVEN);
    }

    /** The key {@code direction} of rules that compare units. */
    static String directionOf(Yaml criterion) {
        return criterion.oneOf("direction", Set.of(HIGHER, LOWER));
    }

    String HIGHER = "higher_is_better";
    String LOWER = "lower_is_better";
}
