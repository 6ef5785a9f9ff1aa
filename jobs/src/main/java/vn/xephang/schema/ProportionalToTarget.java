package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * points = maximum x value / target, or maximum x target / value where less is better. Nothing done earns nothing;
 * more than the target earns more than the maximum only where the rubric says so.
 *
 * @param target the same for all; empty: the target declared for the unit and the year
 */
public record ProportionalToTarget(Optional<BigDecimal> target, String directionCode, boolean mayExceedMax)
        implements ScoringRule {

    static final String CODE = "proportional_to_target";
    static final Set<String> KEYS = Set.of("target", "direction", "may_exceed_max");

    /** In place of a number: the target of the unit, from {@code schemas/targets/}. */
    private static final String DECLARED = "declared";

    static ProportionalToTarget read(Yaml criterion) {
        Optional<BigDecimal> target =
                criterion.text("target").equals(DECLARED) ? Optional.empty() : Optional.of(criterion.decimal("target"));
        if (criterion.has("target") && target.map(BigDecimal::signum).orElse(1) <= 0) {
            criterion.problem(
                    "target", "Invalid target '" + criterion.text("target") + "'; expected more than 0, or declared");
        }
        String direction = ScoringRule.directionOf(criterion);
        boolean mayExceedMax = criterion.flag("may_exceed_max", false);
        if (mayExceedMax && direction.equals(LOWER)) {
            criterion.problem(
                    "may_exceed_max", "Cannot exceed the maximum where lower is better: a value of 0 has no bound");
        }
        return new ProportionalToTarget(target, direction, mayExceedMax);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        return target.or(measured::target)
                .filter(goal -> goal.signum() > 0)
                .map(goal -> points(measured.value(), measured.maxPoints(), goal));
    }

    private BigDecimal points(BigDecimal value, BigDecimal max, BigDecimal goal) {
        if (directionCode.equals(LOWER)) {
            return value.compareTo(goal) <= 0 ? max : ScoringRule.quotient(max.multiply(goal), value);
        }
        if (value.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal points = ScoringRule.quotient(max.multiply(value), goal);
        return mayExceedMax ? points : points.min(max);
    }

    @Override
    public String canonical() {
        return CODE + " target=" + target.map(CanonicalText::of).orElse(DECLARED) + " direction=" + directionCode
                + " may_exceed_max=" + mayExceedMax;
    }

    @Override
    public Optional<String> direction() {
        return Optional.of(directionCode);
    }
}
