package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * How points follow from the value of a criterion's metric. A new rule is a new member: its keys in the rubric file
 * are read in {@link #read}, everything else is asked of the rule.
 */
public sealed interface ScoringRule {

    /** The word in rubric files and in the column {@code scoring_rule}. */
    String code();

    /** Points of a value, exact: only the total is rounded. */
    BigDecimal points(BigDecimal value);

    /** The rule's own text in the canonical text of a rubric. Never changed for a rule that was published. */
    String canonical();

    /** Points per unit of the metric, for rules that have a weight. */
    default Optional<BigDecimal> weight() {
        return Optional.empty();
    }

    /** points = weight x value. */
    record Weighted(BigDecimal perUnit) implements ScoringRule {

        static final String CODE = "weighted";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public BigDecimal points(BigDecimal value) {
            return perUnit.multiply(value);
        }

        @Override
        public String canonical() {
            return CODE + " weight=" + CanonicalText.of(perUnit);
        }

        @Override
        public Optional<BigDecimal> weight() {
            return Optional.of(perUnit);
        }
    }

    /** Keys of a criterion that belong to its scoring rule. */
    Set<String> KEYS = Set.of("scoring_rule", "weight");

    /** The rule of one criterion of a rubric file. */
    static ScoringRule read(Yaml criterion) {
        criterion.oneOf("scoring_rule", Set.of(Weighted.CODE));
        BigDecimal weight = criterion.decimal("weight");
        if (criterion.has("weight") && weight.signum() <= 0) {
            criterion.problem("weight", "Invalid weight " + weight + "; expected more than 0");
        }
        return new Weighted(weight);
    }
}
