package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;

/** points = maximum - so many per event, not under the floor. With a maximum of 0 the points are a penalty. */
public record DeductionPerEvent(BigDecimal perEvent, BigDecimal floor) implements ScoringRule {

    static final String CODE = "deduction_per_event";

    static DeductionPerEvent read(Yaml criterion) {
        BigDecimal perEvent = criterion.decimal("per_event");
        BigDecimal floor = criterion.decimal("floor");
        if (criterion.has("per_event") && perEvent.signum() <= 0) {
            criterion.problem("per_event", "Invalid per_event " + perEvent + "; expected more than 0");
        }
        if (criterion.has("floor")
                && criterion.has("max_points")
                && floor.compareTo(criterion.decimal("max_points")) >= 0) {
            criterion.problem("floor", "Invalid floor " + floor + "; expected less than max_points");
        }
        return new DeductionPerEvent(perEvent, floor);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        BigDecimal max = measured.maxPoints();
        return Optional.of(
                max.subtract(perEvent.multiply(measured.value())).max(floor).min(max));
    }

    @Override
    public String canonical() {
        return CODE + " per_event=" + CanonicalText.of(perEvent) + " floor=" + CanonicalText.of(floor);
    }

    @Override
    public BigDecimal leastPoints() {
        return floor;
    }

    @Override
    public Optional<String> direction() {
        return Optional.of(LOWER);
    }
}
