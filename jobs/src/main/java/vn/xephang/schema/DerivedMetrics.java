package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.Metric;

/** How metrics follow from others, from {@code codelists/derived_metrics.csv}. */
final class DerivedMetrics {

    private static final String FILE = "codelists/derived_metrics.csv";
    private static final Map<DerivedMetric.Kind, Set<String>> AGGREGATIONS = Map.of(
            DerivedMetric.Kind.RATIO, Set.of("ratio_of_sums"),
            DerivedMetric.Kind.GROWTH, Set.of("ratio_of_sums"),
            DerivedMetric.Kind.MEAN, Set.of("weighted_mean", "none"));

    private DerivedMetrics() {}

    static List<DerivedMetric> read(SchemaFiles files, Problems problems) {
        return CodeList.read(
                files,
                FILE,
                Set.of("metric_code", "kind", "numerator_metric_code", "denominator_metric_code", "factor", "source"),
                DerivedMetrics::row,
                problems);
    }

    private static DerivedMetric row(NamedCsvRecord row) {
        String numerator = row.getField("numerator_metric_code");
        String denominator = row.getField("denominator_metric_code");
        return new DerivedMetric(
                row.getField("metric_code"),
                DerivedMetric.Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                numerator.isEmpty() ? null : numerator,
                denominator.isEmpty() ? null : denominator,
                new BigDecimal(row.getField("factor")),
                row.getField("source"));
    }

    static void check(List<DerivedMetric> derived, List<Metric> metrics, Problems problems) {
        Map<String, Metric> known = new HashMap<>();
        metrics.forEach(metric -> known.put(metric.metricCode(), metric));
        Set<String> seen = new HashSet<>();
        for (DerivedMetric rule : derived) {
            String name = "Derived metric '" + rule.metricCode() + "' ";
            if (!seen.add(rule.metricCode())) {
                problems.add(FILE, 0, name + "stands twice");
            }
            if (rule.factor().signum() <= 0) {
                problems.add(FILE, 0, name + "has the factor " + rule.factor() + "; expected more than 0");
            }
            checkParts(name, rule, known, problems);
            checkAggregation(name, rule, known, problems);
        }
    }

    /** Parts add up: what is made of parts that do not cannot be recomputed on another map. */
    private static void checkParts(String name, DerivedMetric rule, Map<String, Metric> known, Problems problems) {
        boolean needsNumerator = rule.kind() != DerivedMetric.Kind.MEAN;
        boolean needsDenominator = rule.kind() != DerivedMetric.Kind.GROWTH;
        if (needsNumerator == rule.numerators().isEmpty()
                || needsDenominator == rule.denominators().isEmpty()) {
            problems.add(
                    FILE,
                    0,
                    name + "of kind " + rule.kind().name().toLowerCase(Locale.ROOT) + " needs "
                            + (needsNumerator ? "a numerator" : "no numerator") + " and "
                            + (needsDenominator ? "a denominator" : "no denominator"));
        }
        for (String part : rule.parts()) {
            Metric metric = known.get(part);
            if (metric == null) {
                problems.add(FILE, 0, name + "is made of the unknown metric '" + part + "'");
            } else if (!metric.aggregation().equals("sum")) {
                problems.add(
                        FILE,
                        0,
                        name + "is made of '" + part + "', whose aggregation is " + metric.aggregation()
                                + "; expected sum");
            }
        }
    }

    private static void checkAggregation(
            String name, DerivedMetric rule, Map<String, Metric> known, Problems problems) {
        Metric metric = known.get(rule.metricCode());
        Set<String> fitting = AGGREGATIONS.get(rule.kind());
        if (metric == null) {
            problems.add(FILE, 0, name + "stands in no row of codelists/metrics.csv");
        } else if (!fitting.contains(metric.aggregation())) {
            problems.add(
                    FILE,
                    0,
                    name + "has the aggregation " + metric.aggregation() + " there; expected "
                            + String.join(
                                    " or ", fitting.stream().sorted().toList().toArray(String[]::new)));
        }
    }
}
