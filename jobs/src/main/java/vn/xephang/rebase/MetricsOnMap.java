package vn.xephang.rebase;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.Metric;

/**
 * Any metric of any year on the map of any date, by the metric's own aggregation: sums add; ratios are recomputed from
 * their parts and never averaged; means are weighted; what is none of these stays where a unit's territory stayed the
 * same, and is refused elsewhere. Division is by {@link MathContext#DECIMAL128}.
 */
public final class MetricsOnMap {

    private static final String SUM = "sum";
    private static final String WEIGHTED_MEAN = "weighted_mean";

    /** What was delivered of a metric in a year; empty where nothing was. */
    @FunctionalInterface
    public interface Delivered {
        Optional<OnUnits> of(String metricCode, int year);
    }

    /**
     * Values by org unit.
     *
     * @param mapOn a date whose units these are
     */
    public record OnUnits(LocalDate mapOn, Map<String, BigDecimal> values) {}

    private record Journey(LocalDate source, LocalDate target, Apportioning apportioning) {}

    private final UnitFlows flows;
    private final String level;
    private final Map<String, Metric> metrics;
    private final Map<String, DerivedMetric> derived;
    private final Delivered delivered;
    private final Map<Journey, Moves> journeys = new HashMap<>();

    /** @param level of the units on both maps */
    public MetricsOnMap(
            UnitFlows flows, String level, List<Metric> metrics, List<DerivedMetric> derived, Delivered delivered) {
        this.flows = flows;
        this.level = level;
        this.metrics = metrics.stream().collect(Collectors.toMap(Metric::metricCode, Function.identity()));
        this.derived = derived.stream().collect(Collectors.toMap(DerivedMetric::metricCode, Function.identity()));
        this.delivered = delivered;
    }

    /**
     * Of which day's units a table is, whose values are of these units: the latest day of the period on which all of
     * them live, else the first later one.
     */
    public static LocalDate mapOf(UnitFlows flows, Set<String> units, LocalDate from, LocalDate until) {
        return MapOfValues.of(flows, units, from, until);
    }

    /** One row per unit of the level that lives on the day. */
    public SortedMap<String, Rebased> of(String metricCode, int year, LocalDate map, Apportioning apportioning) {
        DerivedMetric rule = derived.get(metricCode);
        if (rule == null || isDeliveredWithoutParts(rule, year)) {
            return delivered(metricCode, year, map, apportioning);
        }
        return switch (rule.kind()) {
            case RATIO ->
                quotients(
                        rule,
                        sums(rule.numerators(), year, map, apportioning),
                        sums(rule.denominators(), year, map, apportioning));
            case GROWTH ->
                growth(
                        rule,
                        sums(rule.numerators(), year, map, apportioning),
                        sums(rule.numerators(), year - 1, map, apportioning));
            case MEAN -> means(rule, year, map, apportioning);
        };
    }

    /** A rate that was delivered as it is, its parts not. */
    private boolean isDeliveredWithoutParts(DerivedMetric rule, int year) {
        return delivered.of(rule.metricCode(), year).isPresent()
                && rule.parts().stream()
                        .noneMatch(part -> delivered.of(part, year).isPresent());
    }

    /** Units of a level that lived on the day the values are of, and whose series has ended by the other day: why. */
    public SortedMap<String, String> ended(LocalDate source, LocalDate target) {
        return moves(source, target, Apportioning.REFUSED).lost();
    }

    private SortedMap<String, Rebased> delivered(
            String metricCode, int year, LocalDate map, Apportioning apportioning) {
        Optional<OnUnits> values = delivered.of(metricCode, year);
        SortedMap<String, Rebased> rebased = new TreeMap<>();
        if (values.isEmpty()) {
            flows.alive(level, map).forEach(unit -> rebased.put(unit, new Rebased.Missing(List.of(unit))));
            return rebased;
        }
        Moves moves = moves(values.get().mapOn(), map, apportioning);
        boolean isSum = metrics.get(metricCode).aggregation().equals(SUM);
        moves.targets()
                .forEach(unit -> rebased.put(
                        unit,
                        isSum || moves.isSameTerritory(unit)
                                ? Sums.of(moves, unit, values.get().values())
                                : new Rebased.Refused(whyNotAdded(metricCode, year, unit, moves))));
        return rebased;
    }

    private String whyNotAdded(String metricCode, int year, String unit, Moves moves) {
        DerivedMetric rule = derived.get(metricCode);
        return metricCode + " cannot be re-based (aggregation "
                + metrics.get(metricCode).aggregation() + "): "
                + (rule == null
                        ? "it is no sum, and neither parts nor weights are declared in codelists/derived_metrics.csv"
                        : "its parts " + String.join(", ", rule.parts()) + " were not delivered for " + year)
                + "; " + unit + " joins "
                + String.join(", ", moves.parts(unit).keySet());
    }

    /** Several metrics added up. */
    private SortedMap<String, Rebased> sums(
            List<String> metricCodes, int year, LocalDate map, Apportioning apportioning) {
        SortedMap<String, Rebased> sums = of(metricCodes.get(0), year, map, apportioning);
        for (String metricCode : metricCodes.subList(1, metricCodes.size())) {
            SortedMap<String, Rebased> more = of(metricCode, year, map, apportioning);
            sums.replaceAll((unit, sum) ->
                    both(sum, more.get(unit), (one, other, codes) -> new Rebased.Value(one.add(other), codes)));
        }
        return sums;
    }

    private static SortedMap<String, Rebased> quotients(
            DerivedMetric rule, Map<String, Rebased> numerators, Map<String, Rebased> denominators) {
        SortedMap<String, Rebased> quotients = new TreeMap<>();
        numerators.forEach((unit, numerator) -> quotients.put(unit, quotient(rule, numerator, denominators.get(unit))));
        return quotients;
    }

    /** factor x numerator / denominator. */
    private static Rebased quotient(DerivedMetric rule, Rebased numerator, Rebased denominator) {
        return both(
                numerator,
                denominator,
                (above, below, codes) -> below.signum() == 0
                        ? new Rebased.Refused(
                                rule.metricCode() + " has no value: " + rule.denominatorMetricCode() + " is 0")
                        : new Rebased.Value(
                                rule.factor().multiply(above).divide(below, MathContext.DECIMAL128), codes));
    }

    /** factor x (this year - year before) / year before, both on one map. */
    private static SortedMap<String, Rebased> growth(
            DerivedMetric rule, Map<String, Rebased> now, Map<String, Rebased> before) {
        SortedMap<String, Rebased> growth = new TreeMap<>();
        now.forEach((unit, value) -> growth.put(
                unit,
                both(
                        value,
                        before.get(unit),
                        (above, below, codes) -> below.signum() == 0
                                ? new Rebased.Refused(
                                        rule.metricCode() + " has no value: " + rule.numeratorMetricCode() + " was 0")
                                : new Rebased.Value(
                                        rule.factor()
                                                .multiply(above.subtract(below))
                                                .divide(below, MathContext.DECIMAL128),
                                        codes))));
        return growth;
    }

    /** Sum of weight x value over sum of weights; an estimate where the metric is no mean over these weights. */
    private SortedMap<String, Rebased> means(DerivedMetric rule, int year, LocalDate map, Apportioning apportioning) {
        Optional<OnUnits> values = delivered.of(rule.metricCode(), year);
        SortedMap<String, Rebased> means = new TreeMap<>();
        if (values.isEmpty()) {
            flows.alive(level, map).forEach(unit -> means.put(unit, new Rebased.Missing(List.of(unit))));
            return means;
        }
        Map<String, Rebased> below =
                sums(rule.denominators(), year, values.get().mapOn(), apportioning);
        Map<String, BigDecimal> weight = new HashMap<>();
        Map<String, BigDecimal> product = new HashMap<>();
        below.forEach((unit, each) -> {
            BigDecimal value = values.get().values().get(unit);
            if (each instanceof Rebased.Value known && value != null) {
                weight.put(unit, known.value());
                product.put(unit, known.value().multiply(value));
            }
        });
        boolean isMean = metrics.get(rule.metricCode()).aggregation().equals(WEIGHTED_MEAN);
        Moves moves = moves(values.get().mapOn(), map, apportioning);
        for (String unit : moves.targets()) {
            means.put(
                    unit,
                    moves.isSameTerritory(unit)
                            ? Sums.of(moves, unit, values.get().values())
                            : mean(rule, isMean, Sums.of(moves, unit, product), Sums.of(moves, unit, weight)));
        }
        return means;
    }

    private static Rebased mean(DerivedMetric rule, boolean isMean, Rebased product, Rebased weight) {
        return both(product, weight, (above, below, codes) -> {
            if (below.signum() == 0) {
                return new Rebased.Refused(
                        rule.metricCode() + " has no value: its weights " + rule.denominatorMetricCode() + " are 0");
            }
            SortedSet<String> all = new TreeSet<>(codes);
            if (!isMean) {
                all.add(rule.denominatorMetricCode());
            }
            return new Rebased.Value(above.divide(below, MathContext.DECIMAL128), all);
        });
    }

    private Moves moves(LocalDate source, LocalDate target, Apportioning apportioning) {
        return journeys.computeIfAbsent(
                new Journey(source, target, apportioning),
                journey -> Territory.moves(flows, level, source, target, apportioning));
    }

    /** What follows from two values. */
    @FunctionalInterface
    private interface FromBoth {
        Rebased value(BigDecimal one, BigDecimal other, SortedSet<String> weightsCodes);
    }

    private static Rebased both(Rebased one, Rebased other, FromBoth rule) {
        if (one instanceof Rebased.Value first && other instanceof Rebased.Value second) {
            SortedSet<String> codes = new TreeSet<>(first.weightsCodes());
            codes.addAll(second.weightsCodes());
            return rule.value(first.value(), second.value(), codes);
        }
        if (one instanceof Rebased.Missing first && other instanceof Rebased.Missing second) {
            SortedSet<String> units = new TreeSet<>(first.orgUnitIds());
            units.addAll(second.orgUnitIds());
            return new Rebased.Missing(List.copyOf(units));
        }
        return one instanceof Rebased.Refused || other instanceof Rebased.Value ? one : other;
    }
}
