package vn.xephang.rebase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.Metric;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitVersion;

/**
 * A made-up country: {@code new History("a", "b").merge("2010-01-01", "ab", "a", "b")}. Units live from the year 2000,
 * values are of the units of a date.
 */
final class History {

    static final String LEVEL = "province";
    private static final LocalDate BEGINNING = LocalDate.parse("2000-01-01");

    private final Map<String, LocalDate> bornOn = new LinkedHashMap<>();
    private final Map<String, LocalDate> endedOn = new LinkedHashMap<>();
    private final List<OrgUnitChange> changes = new ArrayList<>();
    private final List<Metric> metrics = new ArrayList<>();
    private final List<DerivedMetric> derived = new ArrayList<>();
    private final Map<String, Map<Integer, MetricsOnMap.OnUnits>> delivered = new TreeMap<>();

    History(String... units) {
        for (String unit : units) {
            bornOn.put(unit, BEGINNING);
        }
    }

    /** Units that end and become a new one. */
    History merge(String on, String into, String... from) {
        for (String unit : from) {
            flow(on, unit, into, "all", "1");
        }
        return close(on, from).open(on, into);
    }

    /** A unit that ends; what it gives is told by {@link #flow}. */
    History close(String on, String... units) {
        for (String unit : units) {
            endedOn.put(unit, LocalDate.parse(on).minusDays(1));
        }
        return this;
    }

    History open(String on, String... units) {
        for (String unit : units) {
            bornOn.putIfAbsent(unit, LocalDate.parse(on));
        }
        return this;
    }

    /** @param weight null where it is unknown */
    History flow(String on, String from, String to, String family, String weight) {
        changes.add(new OrgUnitChange(
                on + "." + from + "." + to,
                LocalDate.parse(on),
                "made-up",
                from,
                to,
                "new",
                family,
                weight == null ? null : new BigDecimal(weight),
                true,
                "a decision",
                "verified",
                "made up",
                null));
        return this;
    }

    /** Closed by a decision that says nothing of where it went. */
    History abolish(String on, String unit) {
        flow(on, unit, null, null, null);
        return close(on, unit);
    }

    History metric(String code, String aggregation) {
        metrics.add(new Metric(code, code, code, "pieces", "neutral", aggregation, null, null, null, null, "made up"));
        return this;
    }

    History ratio(String code, String numerator, String denominator, String factor) {
        metric(code, "ratio_of_sums");
        derived.add(new DerivedMetric(
                code, DerivedMetric.Kind.RATIO, numerator, denominator, new BigDecimal(factor), "made up"));
        return this;
    }

    History growth(String code, String of, String factor) {
        metric(code, "ratio_of_sums");
        derived.add(new DerivedMetric(code, DerivedMetric.Kind.GROWTH, of, null, new BigDecimal(factor), "made up"));
        return this;
    }

    /** A metric that is weighted by another one where units are put together. */
    History mean(String code, String aggregation, String weights) {
        metric(code, aggregation);
        derived.add(new DerivedMetric(code, DerivedMetric.Kind.MEAN, null, weights, BigDecimal.ONE, "made up"));
        return this;
    }

    /** @param unitsAndValues a, 1, b, 2.5, ...: values of the units of that date */
    History values(String metric, int year, String mapOn, Object... unitsAndValues) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (int i = 0; i < unitsAndValues.length; i += 2) {
            values.put((String) unitsAndValues[i], new BigDecimal(unitsAndValues[i + 1].toString()));
        }
        return values(metric, year, LocalDate.parse(mapOn), values);
    }

    History values(String metric, int year, LocalDate mapOn, Map<String, BigDecimal> values) {
        delivered.computeIfAbsent(metric, none -> new TreeMap<>()).put(year, new MetricsOnMap.OnUnits(mapOn, values));
        return this;
    }

    MetricsOnMap.OnUnits delivered(String metric, int year) {
        return delivered.get(metric).get(year);
    }

    UnitFlows flows() {
        List<OrgUnitVersion> versions = new ArrayList<>();
        bornOn.forEach((unit, from) -> versions.add(new OrgUnitVersion(
                unit,
                LEVEL,
                null,
                unit,
                unit,
                "province",
                null,
                null,
                from,
                endedOn.get(unit),
                "verified",
                "made up")));
        return new UnitFlows(changes, versions);
    }

    MetricsOnMap onMap() {
        return new MetricsOnMap(
                flows(),
                LEVEL,
                metrics,
                derived,
                (metric, year) -> Optional.ofNullable(
                        delivered.getOrDefault(metric, Map.of()).get(year)));
    }

    /** Every unit of that date with its value as plain text, or the reason. */
    Map<String, String> of(String metric, int year, String map, Apportioning apportioning) {
        Map<String, String> texts = new TreeMap<>();
        onMap().of(metric, year, LocalDate.parse(map), apportioning)
                .forEach((unit, rebased) -> texts.put(unit, text(rebased)));
        return texts;
    }

    Map<String, String> of(String metric, int year, String map) {
        return of(metric, year, map, Apportioning.REFUSED);
    }

    static String text(Rebased rebased) {
        if (rebased instanceof Rebased.Value value) {
            return value.value().stripTrailingZeros().toPlainString()
                    + value.weightsCode().map(code -> " estimated by " + code).orElse("");
        }
        return rebased instanceof Rebased.Missing missing
                ? "missing " + String.join(", ", missing.orgUnitIds())
                : "refused: " + ((Rebased.Refused) rebased).why();
    }
}
