package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * 1 earns the maximum, 0 earns nothing, anything else is no answer. Where evidence is asked for, a yes without it
 * earns nothing.
 *
 * @param evidenceMetricCode counts the proofs handed in; empty where none are asked for
 */
public record YesNo(Optional<String> evidenceMetricCode) implements ScoringRule {

    static final String CODE = "yes_no";

    static YesNo read(Yaml criterion) {
        return new YesNo(criterion.optionalText("evidence_metric_code"));
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        if (measured.value().signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (measured.value().compareTo(BigDecimal.ONE) != 0) {
            return Optional.empty();
        }
        boolean isProved = evidenceMetricCode.isEmpty()
                || measured.evidence().map(proofs -> proofs.signum() > 0).orElse(false);
        return Optional.of(isProved ? measured.maxPoints() : BigDecimal.ZERO);
    }

    @Override
    public String canonical() {
        return CODE + evidenceMetricCode.map(code -> " evidence=" + code).orElse("");
    }
}
