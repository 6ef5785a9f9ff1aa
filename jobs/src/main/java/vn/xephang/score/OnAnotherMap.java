package vn.xephang.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.Metric;
import vn.xephang.model.Participant;
import vn.xephang.model.Period;
import vn.xephang.model.Rank;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.rebase.Apportioning;
import vn.xephang.rebase.MetricsOnMap;
import vn.xephang.rebase.Rebased;
import vn.xephang.rebase.UnitFlows;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Scorecard;

/**
 * The data of a year as they were -> the same on the map of a date, with the metrics that follow from them. Nothing is
 * apportioned. On its own map a year only gains derived metrics.
 */
public final class OnAnotherMap {

    private static final String REFUSED = "REBASING_REFUSED";

    private final CodeLists lists;
    private final UnitFlows flows;
    private final Map<String, DerivedMetric> derived;

    public OnAnotherMap(CodeLists lists) {
        this.lists = lists;
        this.flows = new UnitFlows(lists.orgUnitChanges(), lists.orgUnits());
        this.derived =
                lists.derivedMetrics().stream().collect(Collectors.toMap(DerivedMetric::metricCode, rule -> rule));
    }

    /**
     * A year on a map.
     *
     * @param refused org unit -> why it has no value there
     * @param refusal why the whole cannot be ranked there; empty when it can
     */
    public record Moved(YearData year, SortedMap<String, String> refused, Optional<String> refusal) {

        /** Ranks of the year that say so where re-basing was refused. */
        public List<Rank> explained(List<Rank> ranks) {
            return ranks.stream()
                    .map(rank -> "MISSING_VALUE".equals(rank.rankReasonCode()) && refused.containsKey(rank.orgUnitId())
                            ? rank.because(REFUSED, refused.get(rank.orgUnitId()))
                            : rank)
                    .toList();
        }
    }

    /** These metrics and what they are made of. */
    public Set<String> withParts(Set<String> metricCodes) {
        Set<String> all = new TreeSet<>(metricCodes);
        metricCodes.stream()
                .filter(derived::containsKey)
                .forEach(code -> all.addAll(derived.get(code).parts()));
        return all;
    }

    /** Some of these metrics compare with the year before. */
    public boolean needYearBefore(Set<String> metricCodes) {
        return metricCodes.stream()
                .anyMatch(code -> derived.containsKey(code) && derived.get(code).kind() == DerivedMetric.Kind.GROWTH);
    }

    /** The year on its own map. */
    public Moved asWas(YearData year, Optional<YearData> before, Set<String> metricCodes) {
        Set<String> following = metricCodes.stream()
                .filter(code -> derived.containsKey(code) && !year.has(code))
                .collect(Collectors.toCollection(TreeSet::new));
        if (following.isEmpty()) {
            return new Moved(year, new TreeMap<>(), Optional.empty());
        }
        Map<String, Map<String, Double>> values = new TreeMap<>();
        year.values().forEach((unit, metrics) -> values.put(unit, new TreeMap<>(metrics)));
        SortedMap<String, String> refused = new TreeMap<>();
        MetricsOnMap onMap = onMap(year, before);
        following.forEach(code -> take(onMap, year, code, mapOf(year), values, refused));
        return new Moved(
                new YearData(
                        year.scorecard(),
                        year.referenceYear(),
                        YearData.AS_WAS,
                        year.stageCode(),
                        year.participants(),
                        values,
                        year.published(),
                        year.context()),
                refused,
                Optional.empty());
    }

    /** The year on the map of a date, without what the publisher gave, which is of other units. */
    public Moved on(LocalDate map, YearData year, Optional<YearData> before, Set<String> metricCodes) {
        Scorecard scorecard = year.scorecard();
        List<Participant> units = scorecard.participantsOn(map, year.referenceYear(), lists.orgUnits());
        Map<String, Map<String, Double>> values = new TreeMap<>();
        SortedMap<String, String> refused = new TreeMap<>();
        MetricsOnMap onMap = onMap(year, before);
        Optional<String> refusal = Optional.empty();
        for (String code : new TreeSet<>(metricCodes)) {
            SortedMap<String, String> ofMetric = new TreeMap<>();
            take(onMap, year, code, map, values, ofMetric);
            if (refusal.isEmpty() && !ofMetric.isEmpty() && !canBeRebased(code)) {
                refusal = Optional.of(ofMetric.values().iterator().next());
            }
            ofMetric.forEach(refused::putIfAbsent);
        }
        return new Moved(
                new YearData(
                        scorecard,
                        year.referenceYear(),
                        map.toString(),
                        year.stageCode(),
                        units,
                        values,
                        Map.of(),
                        year.context()),
                refused,
                refusal);
    }

    private boolean canBeRebased(String metricCode) {
        return derived.containsKey(metricCode)
                || lists.metrics().stream()
                        .filter(metric -> metric.metricCode().equals(metricCode))
                        .map(Metric::aggregation)
                        .anyMatch("sum"::equals);
    }

    private static void take(
            MetricsOnMap onMap,
            YearData year,
            String metricCode,
            LocalDate map,
            Map<String, Map<String, Double>> values,
            Map<String, String> refused) {
        onMap.of(metricCode, year.referenceYear(), map, Apportioning.REFUSED).forEach((unit, rebased) -> {
            if (rebased instanceof Rebased.Value value) {
                values.computeIfAbsent(unit, none -> new TreeMap<>())
                        .put(metricCode, value.value().doubleValue());
            } else if (rebased instanceof Rebased.Refused because) {
                refused.put(unit, because.why());
            }
        });
    }

    private MetricsOnMap onMap(YearData year, Optional<YearData> before) {
        return new MetricsOnMap(
                flows,
                year.scorecard().orgUnitLevelCode(),
                lists.metrics(),
                lists.derivedMetrics(),
                (metricCode, asked) -> asked == year.referenceYear()
                        ? delivered(metricCode, year)
                        : before.filter(data -> data.referenceYear() == asked)
                                .flatMap(data -> delivered(metricCode, data)));
    }

    private Optional<MetricsOnMap.OnUnits> delivered(String metricCode, YearData year) {
        Map<String, BigDecimal> values = new TreeMap<>();
        year.values().forEach((unit, metrics) -> {
            Double value = metrics.get(metricCode);
            if (value != null && Double.isFinite(value)) {
                values.put(unit, ShortestDecimal.of(value));
            }
        });
        return values.isEmpty() ? Optional.empty() : Optional.of(new MetricsOnMap.OnUnits(mapOf(year), values));
    }

    /** The day whose units the year's values are of. */
    private LocalDate mapOf(YearData year) {
        Period period = Period.of(year.scorecard().periodCode(), year.referenceYear());
        return year.scorecard()
                .mapOn(year.referenceYear())
                .orElseGet(() -> MetricsOnMap.mapOf(
                        flows,
                        year.participants().stream().map(Participant::orgUnitId).collect(Collectors.toSet()),
                        period.startOn(),
                        period.endOn()));
    }
}
