package vn.xephang.rebase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.xephang.model.BoundaryVintage;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.Metric;
import vn.xephang.model.MetricRebased;
import vn.xephang.model.Observation;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.ShortestDecimal;

/**
 * The observations of one year on every boundary vintage that is offered. Holds only values of metrics that can be
 * re-based and of levels that have vintages. Nothing is apportioned. Growth, which needs the year before, is not here.
 */
public final class RebasedYear {

    private final UnitFlows flows;
    private final List<Metric> metrics;
    private final List<DerivedMetric> derived;
    private final List<BoundaryVintage> vintages;
    private final Map<String, String> levels = new HashMap<>();
    private final Set<String> rebasable = new HashSet<>();
    private final Map<Group, Map<String, Map<String, BigDecimal>>> values = new TreeMap<>();

    /** Values that may be computed with one another. */
    private record Group(String level, String periodCode, LocalDate from, LocalDate until)
            implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            return (level + periodCode + from + until)
                    .compareTo(other.level + other.periodCode + other.from + other.until);
        }
    }

    public RebasedYear(
            UnitFlows flows,
            List<OrgUnitVersion> versions,
            List<Metric> metrics,
            List<DerivedMetric> derived,
            List<BoundaryVintage> vintages) {
        this.flows = flows;
        this.metrics = metrics;
        this.derived = derived.stream()
                .filter(rule -> rule.kind() != DerivedMetric.Kind.GROWTH)
                .toList();
        this.vintages = vintages;
        Set<String> offered = new HashSet<>();
        vintages.forEach(vintage -> offered.add(vintage.orgUnitLevelCode()));
        versions.stream()
                .filter(version -> offered.contains(version.orgUnitLevelCode()))
                .forEach(version -> levels.put(version.orgUnitId(), version.orgUnitLevelCode()));
        metrics.stream()
                .filter(metric -> metric.aggregation().equals("sum"))
                .forEach(metric -> rebasable.add(metric.metricCode()));
        this.derived.forEach(rule -> rebasable.add(rule.metricCode()));
    }

    public void add(Observation observation) {
        String level = levels.get(observation.orgUnitId());
        if (level != null
                && observation.value() != null
                && observation.supersededAt() == null
                && rebasable.contains(observation.metricCode())) {
            values.computeIfAbsent(
                            new Group(
                                    level,
                                    observation.periodCode(),
                                    observation.periodStartOn(),
                                    observation.periodEndOn()),
                            none -> new TreeMap<>())
                    .computeIfAbsent(observation.metricCode(), none -> new TreeMap<>())
                    .put(observation.orgUnitId(), ShortestDecimal.of(observation.value()));
        }
    }

    /** One row per metric of the year, vintage and unit of that vintage; then it is ready for another year. */
    public List<MetricRebased> finish(int year) {
        List<MetricRebased> rows = new ArrayList<>();
        values.forEach((group, delivered) -> rows.addAll(rows(year, group, delivered)));
        values.clear();
        return rows;
    }

    private List<MetricRebased> rows(int year, Group group, Map<String, Map<String, BigDecimal>> delivered) {
        Map<String, MetricsOnMap.OnUnits> onUnits = new TreeMap<>();
        delivered.forEach((metric, byUnit) -> onUnits.put(
                metric,
                new MetricsOnMap.OnUnits(MapOfValues.of(flows, byUnit.keySet(), group.from(), group.until()), byUnit)));
        MetricsOnMap onMap = new MetricsOnMap(
                flows,
                group.level(),
                metrics,
                derived,
                (metric, asked) -> asked == year ? Optional.ofNullable(onUnits.get(metric)) : Optional.empty());
        List<MetricRebased> rows = new ArrayList<>();
        for (BoundaryVintage vintage : vintages) {
            if (vintage.orgUnitLevelCode().equals(group.level())) {
                LocalDate map = LocalDate.parse(vintage.boundaryVintage());
                for (String metric : codes(delivered.keySet())) {
                    onMap.of(metric, year, map, Apportioning.REFUSED)
                            .forEach((unit, rebased) -> rows.add(
                                    row(metric, unit, year, group.periodCode(), vintage.boundaryVintage(), rebased)));
                }
            }
        }
        return rows;
    }

    /** What was delivered, and what follows from it. */
    private Set<String> codes(Set<String> delivered) {
        Set<String> codes = new TreeSet<>(delivered);
        derived.stream()
                .filter(rule -> rule.kind() == DerivedMetric.Kind.RATIO && delivered.containsAll(rule.parts()))
                .forEach(rule -> codes.add(rule.metricCode()));
        return codes;
    }

    private static MetricRebased row(
            String metric, String unit, int year, String period, String vintage, Rebased rebased) {
        if (rebased instanceof Rebased.Value value) {
            return new MetricRebased(
                    metric,
                    unit,
                    year,
                    period,
                    vintage,
                    value.value().doubleValue(),
                    value.isEstimated(),
                    value.weightsCode().orElse(null),
                    null);
        }
        String why = rebased instanceof Rebased.Missing missing
                ? "no value of " + String.join(", ", missing.orgUnitIds())
                : ((Rebased.Refused) rebased).why();
        return new MetricRebased(metric, unit, year, period, vintage, null, false, null, why);
    }
}
