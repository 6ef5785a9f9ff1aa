package vn.xephang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Points by whole days late; a day that has begun counts. Early is on time. */
public record LatenessDays(List<Step> steps) implements ScoringRule {

    static final String CODE = "lateness_days";

    /**
     * Points up to so many days late.
     *
     * @param untilDays empty for the last step
     */
    record Step(Optional<BigDecimal> untilDays, BigDecimal points) {}

    public LatenessDays {
        steps = List.copyOf(steps);
    }

    static LatenessDays read(Yaml criterion) {
        List<Step> steps = new ArrayList<>();
        for (Yaml step : criterion.maps("steps")) {
            steps.add(new Step(
                    step.has("until_days") ? Optional.of(step.decimal("until_days")) : Optional.empty(),
                    step.decimal("points")));
            step.refuseUnknownKeys(Set.of("until_days", "points"));
        }
        check(criterion, steps);
        return new LatenessDays(steps);
    }

    private static void check(Yaml criterion, List<Step> steps) {
        if (steps.isEmpty() || steps.get(steps.size() - 1).untilDays().isPresent()) {
            criterion.problem("steps", "The last step of lateness must have no until_days: someone is later than that");
            return;
        }
        for (int i = 1; i < steps.size(); i++) {
            Optional<BigDecimal> before = steps.get(i - 1).untilDays();
            Optional<BigDecimal> after = steps.get(i).untilDays();
            boolean isAscending = before.isPresent()
                    && after.map(days -> days.compareTo(before.get()) > 0).orElse(true);
            if (!isAscending) {
                criterion.problem("steps", "until_days must grow from step to step");
            }
            if (steps.get(i).points().compareTo(steps.get(i - 1).points()) > 0) {
                criterion.problem("steps", "Being later must not give more points");
            }
        }
        if (criterion.has("max_points") && steps.get(0).points().compareTo(criterion.decimal("max_points")) != 0) {
            criterion.problem(
                    "max_points",
                    "Being on time gives " + steps.get(0).points().toPlainString() + " points, max_points says "
                            + criterion.decimal("max_points").toPlainString());
        }
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        BigDecimal days = measured.value().setScale(0, RoundingMode.CEILING);
        return steps.stream()
                .filter(step -> step.untilDays()
                        .map(until -> days.compareTo(until) <= 0)
                        .orElse(true))
                .map(Step::points)
                .findFirst();
    }

    @Override
    public String canonical() {
        return CODE
                + steps.stream()
                        .map(step ->
                                " " + step.untilDays().map(CanonicalText::of).orElse("later") + "="
                                        + CanonicalText.of(step.points()))
                        .collect(Collectors.joining());
    }

    @Override
    public Optional<String> direction() {
        return Optional.of(LOWER);
    }
}
