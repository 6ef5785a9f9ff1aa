package vn.xephang.read;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vn.xephang.model.CellKind;
import vn.xephang.model.Metric;
import vn.xephang.model.Target;
import vn.xephang.model.UnitScale;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContract.UnitLine;

/**
 * What figures are worth in the unit of measure of their metric: a percent sign by whether the metric is in percent or
 * a share, thousands and millions by what the form states. Exact: units differ by powers of ten.
 */
final class Figures implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<String, String> unitOfTarget;

    Figures(List<Metric> metrics) {
        this.unitOfTarget = metrics.stream()
                .collect(Collectors.toMap(metric -> Target.METRIC + metric.metricCode(), Metric::unitOfMeasure));
    }

    /** The number of a cell; empty where it holds none. */
    Optional<Double> number(GridCell cell, LandingContract contract, LandingContract.Table table, String target) {
        String unit = unitOfTarget.getOrDefault(target, "");
        if (cell.kind() != CellKind.TEXT) {
            return Optional.ofNullable(cell.number()).map(number -> UnitScale.scaled(number, stated(table, unit)));
        }
        return NumberText.of(cell.text(), contract.numberFormat()).flatMap(written -> {
            OptionalInt power =
                    written.isPercent() ? UnitScale.power("percent", unit) : OptionalInt.of(stated(table, unit));
            return power.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            written.value().scaleByPowerOfTen(power.getAsInt()).doubleValue());
        });
    }

    /** The power of ten from the unit that the form states; a column of another measure is not concerned. */
    private static int stated(LandingContract.Table table, String unit) {
        UnitLine line = table.unitLine();
        return line.isStated() ? UnitScale.power(line.unitOfMeasure(), unit).orElse(0) : 0;
    }
}
