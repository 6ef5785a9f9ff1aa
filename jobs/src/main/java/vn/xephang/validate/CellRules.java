package vn.xephang.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.xephang.model.CellKind;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Metric;
import vn.xephang.model.RawCell;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.model.Target;
import vn.xephang.schema.Rubrics;

/** What can be said of one delivered cell alone: is there a number, can it be right. */
public final class CellRules {

    private final Map<String, Metric> metrics;
    private final EnteredRules entered;

    /** @param rubrics what entered points must fit */
    public CellRules(List<Metric> metrics, Rubrics rubrics) {
        this.entered = new EnteredRules(rubrics);
        this.metrics = metrics.stream().collect(Collectors.toMap(Metric::metricCode, Function.identity()));
    }

    /** The first thing wrong with the cell; an empty result means that it may be used. */
    public Optional<Finding> check(LandingFile file, RawCell cell) {
        if (cell.hasNoFigure()) {
            return Optional.empty();
        }
        Target target = Target.of(cell.target());
        if (target instanceof Target.OfMetric metric) {
            return checkMetric(file, cell, metric.metricCode());
        }
        if (target instanceof Target.Entered points) {
            return checkNumber(file, cell).or(() -> entered.check(file, cell, points));
        }
        return checkPublished(file, cell, ((Target.Published) target).part());
    }

    private static Optional<Finding> checkPublished(LandingFile file, RawCell cell, Target.Part part) {
        return switch (part) {
            case POINTS -> checkNumber(file, cell);
            case RANK -> checkNumber(file, cell).or(() -> checkRank(file, cell));
            case RATING -> Optional.empty();
        };
    }

    private Optional<Finding> checkMetric(LandingFile file, RawCell cell, String metricCode) {
        Metric metric = metrics.get(metricCode);
        if (metric == null) {
            return Optional.of(Finding.ofCell(FindingCode.UNKNOWN_METRIC, file, cell, metricCode, ""));
        }
        return checkNumber(file, cell).or(() -> checkRange(file, cell, metric));
    }

    private static Optional<Finding> checkNumber(LandingFile file, RawCell cell) {
        if (cell.cellKind() == CellKind.BLANK) {
            return Optional.of(Finding.ofCell(FindingCode.VALUE_MISSING, file, cell, "", ""));
        }
        OptionalDouble number = cell.numeric();
        return number.isPresent() && Double.isFinite(number.getAsDouble())
                ? Optional.empty()
                : Optional.of(Finding.ofCell(FindingCode.NOT_A_NUMBER, file, cell, cell.valueAsDelivered(), ""));
    }

    private static Optional<Finding> checkRange(LandingFile file, RawCell cell, Metric metric) {
        double value = cell.numeric().orElseThrow();
        if (value < 0 && metric.minValue() != null && metric.minValue() >= 0) {
            return Optional.of(Finding.ofCell(FindingCode.WRONG_SIGN, file, cell, cell.valueAsDelivered(), ""));
        }
        boolean below = metric.minValue() != null && value < metric.minValue();
        boolean above = metric.maxValue() != null && value > metric.maxValue();
        return below || above
                ? Optional.of(
                        Finding.ofCell(FindingCode.OUT_OF_RANGE, file, cell, cell.valueAsDelivered(), bounds(metric)))
                : Optional.empty();
    }

    private static Optional<Finding> checkRank(LandingFile file, RawCell cell) {
        double rank = cell.numeric().orElseThrow();
        return rank >= 1 && rank == Math.rint(rank) && rank <= Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Finding.ofCell(FindingCode.RANK_INVALID, file, cell, cell.valueAsDelivered(), ""));
    }

    private static String bounds(Metric metric) {
        String low = metric.minValue() == null ? "" : ShortestDecimal.text(metric.minValue());
        String high = metric.maxValue() == null ? "" : ShortestDecimal.text(metric.maxValue());
        return low + ".." + high;
    }
}
