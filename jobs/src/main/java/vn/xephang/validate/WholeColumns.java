package vn.xephang.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.schema.ValueRule;

/** Columns in which what a year brings to all units is a factor between units of measure: one finding, not one for each unit. */
final class WholeColumns {

    private WholeColumns() {}

    /** @param deviations of one metric, period and level */
    static List<Finding> findings(List<Deviation> deviations, ValueRule rule) {
        Map<String, List<Deviation>> columns = new TreeMap<>();
        deviations.forEach(deviation -> columns.computeIfAbsent(column(deviation.figure()), none -> new ArrayList<>())
                .add(deviation));
        List<Finding> findings = new ArrayList<>();
        for (List<Deviation> column : columns.values()) {
            Deviation any = column.get(0);
            double usualScale =
                    column.stream().mapToDouble(Deviation::scale).min().orElseThrow();
            OptionalInt power = Math.abs(any.common()) < rule.shiftThreshold() * usualScale
                    ? OptionalInt.empty()
                    : common(column, rule);
            power.ifPresent(slip -> findings.add(finding(column, slip, rule)));
        }
        return findings;
    }

    private static OptionalInt common(List<Deviation> column, ValueRule rule) {
        Map<Integer, Long> powers = column.stream()
                .map(deviation -> power(deviation, rule))
                .flatMapToInt(OptionalInt::stream)
                .filter(PowerOfTen::isOfUnits)
                .boxed()
                .collect(Collectors.groupingBy(power -> power, TreeMap::new, Collectors.counting()));
        return powers.entrySet().stream()
                .filter(power -> power.getValue() >= rule.leastUnits() && 2 * power.getValue() > column.size())
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    private static OptionalInt power(Deviation deviation, ValueRule rule) {
        double value = deviation.figure().orZero().doubleValue();
        return PowerOfTen.of(rule, value, value - deviation.own(), deviation.own(), deviation.scale());
    }

    private static Finding finding(List<Deviation> column, int power, ValueRule rule) {
        Figure any = column.get(0).figure();
        long out = column.stream()
                .filter(deviation -> power(deviation, rule).equals(OptionalInt.of(power)))
                .count();
        List<Figure> others = column.stream()
                .flatMap(deviation -> deviation.others().stream())
                .toList();
        return new Finding(
                FindingCode.COLUMN_UNIT_SUSPECTED,
                any.deliveryId(),
                any.landingFile(),
                any.sheet(),
                "",
                any.referenceYear(),
                any.metricCode() + " " + any.referenceYear() + " " + any.periodCode() + ": " + PowerOfTen.text(power)
                        + " (" + out + "/" + column.size() + ")",
                ValueChecks.years(others));
    }

    private static String column(Figure figure) {
        return String.join("|", "" + figure.referenceYear(), figure.deliveryId(), figure.landingFile(), figure.sheet());
    }
}
