package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;

/** So many points per event up to the maximum of the criterion, on top of what is attainable. */
public record Bonus(BigDecimal perEvent) implements ScoringRule {

    static final String CODE = "bonus";

    static Bonus read(Yaml criterion) {
        BigDecimal perEvent = criterion.decimal("per_event");
        if (criterion.has("per_event") && perEvent.signum() <= 0) {
            criterion.problem("per_event", "Invalid per_event " + perEvent + "; expected more than 0");
        }
        return new Bonus(perEvent);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        return Optional.of(
                perEvent.multiply(measured.value()).min(measured.maxPoints()).max(BigDecimal.ZERO));
    }

    @Override
    public String canonical() {
        return CODE + " per_event=" + CanonicalText.of(perEvent);
    }

    @Override
    public boolean isBonus() {
        return true;
    }

    @Override
    public Optional<String> direction() {
        return Optional.of(HIGHER);
    }
}
