package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Points by the stretch that the value lies in. The stretches cover every number once. */
public record Steps(List<Step> steps) implements ScoringRule {

    static final String CODE = "steps";

    /** The points of one stretch. */
    record Step(Interval interval, BigDecimal points) {}

    public Steps {
        steps = List.copyOf(steps);
    }

    static Steps read(Yaml criterion) {
        List<Step> steps = new ArrayList<>();
        for (Yaml step : criterion.maps("steps")) {
            steps.add(new Step(Interval.read(step), step.decimal("points")));
            Set<String> known = new HashSet<>(Interval.KEYS);
            known.add("points");
            step.refuseUnknownKeys(known);
        }
        new StepsCheck(criterion, steps).run();
        return new Steps(steps);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        return steps.stream()
                .filter(step -> step.interval().contains(measured.value()))
                .map(Step::points)
                .findFirst();
    }

    @Override
    public String canonical() {
        return CODE
                + steps.stream()
                        .map(step -> " " + step.interval().canonical() + "=" + CanonicalText.of(step.points()))
                        .sorted()
                        .collect(Collectors.joining());
    }
}
