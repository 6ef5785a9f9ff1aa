package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether steps cover every number once, and reach the maximum of their criterion. */
final class StepsCheck {

    private final Yaml criterion;
    private final List<Steps.Step> ascending;

    StepsCheck(Yaml criterion, List<Steps.Step> steps) {
        this.criterion = criterion;
        this.ascending = new ArrayList<>(steps);
        Comparator<Steps.Step> byLowerEnd = Comparator.comparing(
                step -> step.interval().lower().map(Interval.End::at),
                Comparator.comparing(
                        (Optional<BigDecimal> at) -> at.orElse(null), Comparator.nullsFirst(BigDecimal::compareTo)));
        // "from 5 until 5" lies under "over 5".
        ascending.sort(byLowerEnd.thenComparing(
                step -> step.interval().lower().map(end -> !end.isClosed()).orElse(false)));
    }

    void run() {
        if (ascending.isEmpty()) {
            criterion.problem("steps", "Missing 'steps'");
            return;
        }
        for (Steps.Step step : ascending) {
            if (step.interval().isEmpty()) {
                criterion.problem(
                        "steps",
                        "No value can be in the step '" + step.interval().text() + "'");
            }
        }
        checkOuterEnds();
        for (int i = 1; i < ascending.size(); i++) {
            checkMeeting(
                    ascending.get(i - 1).interval().upper(),
                    ascending.get(i).interval().lower());
        }
        checkMost();
    }

    private void checkOuterEnds() {
        if (ascending.get(0).interval().lower().isPresent()) {
            criterion.problem(
                    "steps",
                    "No step holds values under '" + ascending.get(0).interval().text()
                            + "'; leave the lower end of the lowest step out");
        }
        Interval highest = ascending.get(ascending.size() - 1).interval();
        if (highest.upper().isPresent()) {
            criterion.problem(
                    "steps",
                    "No step holds values above '" + highest.text() + "'; leave the upper end of the highest step out");
        }
    }

    private void checkMeeting(Optional<Interval.End> below, Optional<Interval.End> above) {
        if (below.isEmpty() || above.isEmpty()) {
            criterion.problem("steps", "Two steps without a bound overlap");
            return;
        }
        int order = below.get().at().compareTo(above.get().at());
        String where =
                below.get().at().toPlainString() + " and " + above.get().at().toPlainString();
        if (order > 0 || (order == 0 && below.get().isClosed() && above.get().isClosed())) {
            criterion.problem("steps", "Two steps overlap at " + where);
        } else if (order < 0 || (!below.get().isClosed() && !above.get().isClosed())) {
            criterion.problem("steps", "No step holds what lies between " + where);
        }
    }

    private void checkMost() {
        BigDecimal most = ascending.stream()
                .map(Steps.Step::points)
                .max(BigDecimal::compareTo)
                .orElseThrow();
        if (criterion.has("max_points") && most.compareTo(criterion.decimal("max_points")) != 0) {
            criterion.problem(
                    "max_points",
                    "The best step gives " + most.toPlainString() + " points, max_points says "
                            + criterion.decimal("max_points").toPlainString());
        }
    }
}
