package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;

/** Points as an assessor entered them, not under 0 and not over the maximum: what lies outside is no answer. */
public record Entered() implements ScoringRule {

    static final String CODE = "entered";

    static Entered read(Yaml criterion) {
        return new Entered();
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        return Optional.of(measured.value())
                .filter(points -> points.signum() >= 0 && points.compareTo(measured.maxPoints()) <= 0);
    }

    @Override
    public String canonical() {
        return CODE;
    }
}
