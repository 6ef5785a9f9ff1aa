package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a criterion is measured by. */
public sealed interface CriterionInput {

    /** Every metric that is read. */
    Set<String> metricCodes();

    /** Its own text in the canonical text of a rubric; a single metric stands as it always did. */
    String canonical();

    /** The value of a metric. */
    record OfMetric(String metricCode) implements CriterionInput {

        @Override
        public Set<String> metricCodes() {
            return Set.of(metricCode);
        }

        @Override
        public String canonical() {
            return metricCode;
        }
    }

    /** factor x numerator / denominator, such as a percentage of cases settled in time. */
    record Ratio(String numeratorCode, String denominatorCode, BigDecimal factor) implements CriterionInput {

        @Override
        public Set<String> metricCodes() {
            return new TreeSet<>(Set.of(numeratorCode, denominatorCode));
        }

        @Override
        public String canonical() {
            return numeratorCode + "/" + denominatorCode + "*" + CanonicalText.of(factor);
        }
    }

    /** No metric: other criteria, or what an assessor enters. */
    record Nothing() implements CriterionInput {

        @Override
        public Set<String> metricCodes() {
            return Set.of();
        }

        @Override
        public String canonical() {
            return "";
        }
    }

    Set<String> KEYS = Set.of("metric_code", "numerator_metric_code", "denominator_metric_code", "factor");

    /** The input of one criterion of a rubric file, as its rule needs it. */
    static CriterionInput read(Yaml criterion, ScoringRule rule) {
        boolean isRatio = criterion.has("numerator_metric_code") || criterion.has("denominator_metric_code");
        if (rule instanceof WeightedMean || rule instanceof Entered) {
            if (criterion.has("metric_code") || isRatio) {
                criterion.problem("metric_code", "A criterion by the rule '" + rule.code() + "' reads no metric");
            }
            return new Nothing();
        }
        if (isRatio && criterion.has("metric_code")) {
            criterion.problem("metric_code", "Give metric_code, or numerator and denominator; not both");
        }
        return isRatio
                ? new Ratio(
                        criterion.text("numerator_metric_code"),
                        criterion.text("denominator_metric_code"),
                        criterion.has("factor") ? criterion.decimal("factor") : BigDecimal.ONE)
                : new OfMetric(criterion.text("metric_code"));
    }

    /** The metric, where it is a single one. */
    default Optional<String> singleMetric() {
        return this instanceof OfMetric metric ? Optional.of(metric.metricCode()) : Optional.empty();
    }
}
