package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;

/** points = weight x value. */
public record Weighted(BigDecimal perUnit) implements ScoringRule {

    static final String CODE = "weighted";

    static Weighted read(Yaml criterion) {
        BigDecimal weight = criterion.decimal("weight");
        if (criterion.has("weight") && weight.signum() <= 0) {
            criterion.problem("weight", "Invalid weight " + weight + "; expected more than 0");
        }
        return new Weighted(weight);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        return Optional.of(perUnit.multiply(measured.value()));
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
