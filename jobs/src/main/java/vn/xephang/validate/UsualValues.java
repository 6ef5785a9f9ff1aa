package vn.xephang.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import vn.xephang.schema.ValueRule;

/**
 * What units of one level usually give of one metric and period. A figure is held against the median of the unit's
 * other years around it, each year's median distance over all units is taken off, and what is left is measured in
 * median absolute deviations: the largest of the unit's own, of all units together, and of the rule's floor.
 */
final class UsualValues {

    private final ValueRule rule;
    private final UnitLives lives;

    UsualValues(ValueRule rule, UnitLives lives) {
        this.rule = rule;
        this.lives = lives;
    }

    /** Of every figure that has a history, by unit and year. */
    List<Deviation> of(List<Figure> figures) {
        Map<String, List<Figure>> byUnit = new TreeMap<>();
        figures.stream().sorted(Figure.ORDER).forEach(figure -> byUnit.computeIfAbsent(
                        figure.orgUnitId(), none -> new ArrayList<>())
                .add(figure));
        List<Deviation> own = new ArrayList<>();
        byUnit.values().forEach(unit -> own.addAll(ofUnit(unit)));
        List<Deviation> rest = withoutCommon(own);
        return scaled(rest);
    }

    private List<Deviation> ofUnit(List<Figure> unit) {
        List<Deviation> deviations = new ArrayList<>();
        for (Figure figure : unit) {
            List<Figure> others =
                    unit.stream().filter(other -> isBeside(figure, other)).toList();
            if (others.size() >= rule.leastYears()) {
                double usual = Median.of(others.stream().mapToDouble(this::onScale));
                deviations.add(new Deviation(figure, others, onScale(figure) - usual, 0, 0));
            }
        }
        return deviations;
    }

    private boolean isBeside(Figure figure, Figure other) {
        return other != figure
                && Math.abs(other.referenceYear() - figure.referenceYear()) <= rule.years()
                && lives.isSameTerritory(figure, other);
    }

    private List<Deviation> withoutCommon(List<Deviation> own) {
        Map<Integer, List<Deviation>> byYear = own.stream()
                .collect(Collectors.groupingBy(deviation -> deviation.figure().referenceYear()));
        Map<Integer, Double> common = new TreeMap<>();
        byYear.forEach((year, all) -> common.put(
                year,
                all.size() < rule.leastUnits() ? 0 : Median.of(all.stream().mapToDouble(Deviation::own))));
        return own.stream()
                .map(deviation -> deviation.with(common.get(deviation.figure().referenceYear()), 0))
                .toList();
    }

    private List<Deviation> scaled(List<Deviation> rest) {
        double ofAll = Median.scale(rest.stream().mapToDouble(Deviation::rest));
        Map<String, List<Deviation>> byUnit = rest.stream()
                .collect(Collectors.groupingBy(deviation -> deviation.figure().orgUnitId()));
        return rest.stream()
                .map(deviation -> {
                    DoubleStream others = byUnit.get(deviation.figure().orgUnitId()).stream()
                            .filter(other -> other != deviation)
                            .mapToDouble(Deviation::rest);
                    double scale = Math.max(rule.floor(), Math.max(ofAll, Median.scale(others)));
                    return deviation.with(deviation.common(), scale);
                })
                .toList();
    }

    private double onScale(Figure figure) {
        return rule.onScale(figure.orZero().doubleValue());
    }
}
