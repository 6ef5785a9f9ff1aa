package vn.xephang.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.xephang.model.Metric;

/** Reads and checks {@code values} of {@code schemas/checks/*.yaml}. */
final class ValueRules {

    static final String KEY = "values";

    private static final String NONE = "none";
    private static final Set<String> METHODS = Set.of("log_ratio", "difference", NONE);
    private static final Set<String> KEYS = Set.of(
            "units_of_measure",
            "metrics",
            "method",
            "reason",
            "years",
            "least_years",
            "least_units",
            "floor",
            "threshold",
            "shift_threshold",
            "least_change",
            "least",
            "least_peers");

    private final Map<String, List<Metric>> byUnitOfMeasure;
    private final Set<String> metricCodes;
    private final Map<String, ValueRule> byMetric = new HashMap<>();
    private final Map<String, ValueRule> byMeasure = new HashMap<>();
    private final Set<String> seen = new java.util.HashSet<>();

    private ValueRules(List<Metric> metrics) {
        this.byUnitOfMeasure = metrics.stream().collect(Collectors.groupingBy(Metric::unitOfMeasure));
        this.metricCodes = metrics.stream().map(Metric::metricCode).collect(Collectors.toSet());
    }

    /** The rule of each metric that has one; a rule for a metric goes before one for its unit of measure. */
    static Map<String, ValueRule> load(SchemaFiles files, List<Metric> metrics, Problems problems) {
        ValueRules rules = new ValueRules(metrics);
        files.texts("checks", ".yaml", problems)
                .forEach((name, text) ->
                        Yaml.parse(name, text, problems).maps(KEY).forEach(rules::read));
        return rules.all();
    }

    private Map<String, ValueRule> all() {
        Map<String, ValueRule> all = new TreeMap<>();
        byMeasure.forEach(
                (measure, rule) -> byUnitOfMeasure.get(measure).forEach(metric -> all.put(metric.metricCode(), rule)));
        all.putAll(byMetric);
        all.values().removeIf(rule -> rule.years() == 0);
        return Map.copyOf(all);
    }

    private void read(Yaml yaml) {
        yaml.refuseUnknownKeys(KEYS);
        ValueRule rule = rule(yaml);
        if (yaml.texts("metrics").isEmpty() && yaml.texts("units_of_measure").isEmpty()) {
            yaml.problem("metrics", "A rule for values names 'metrics' or 'units_of_measure'");
        }
        for (String metric : yaml.texts("metrics")) {
            once(yaml, "metrics", metric);
            if (!metricCodes.contains(metric)) {
                yaml.problem("metrics", "Unknown metric '" + metric + "'; add it to codelists/metrics.csv");
            }
            byMetric.put(metric, rule);
        }
        for (String measure : yaml.texts("units_of_measure")) {
            once(yaml, "units_of_measure", measure);
            if (byUnitOfMeasure.containsKey(measure)) {
                byMeasure.put(measure, rule);
            } else {
                yaml.problem("units_of_measure", "No metric of codelists/metrics.csv is measured in '" + measure + "'");
            }
        }
    }

    private void once(Yaml yaml, String key, String name) {
        if (!seen.add(key + '|' + name)) {
            yaml.problem(key, "'" + name + "' has a rule for its values already");
        }
    }

    private static ValueRule rule(Yaml yaml) {
        String method = yaml.oneOf("method", METHODS);
        if (method.equals(NONE) || !METHODS.contains(method)) {
            yaml.text("reason");
            return new ValueRule(ValueRule.Method.DIFFERENCE, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        boolean isRatio = method.equals("log_ratio");
        return new ValueRule(
                ValueRule.Method.valueOf(method.toUpperCase(Locale.ROOT)),
                atLeast(yaml, "years", 1),
                atLeast(yaml, "least_years", 2),
                atLeast(yaml, "least_units", 2),
                above(yaml, "floor", 0),
                above(yaml, "threshold", 0),
                above(yaml, "shift_threshold", 0),
                above(yaml, "least_change", isRatio ? 1 : 0),
                yaml.has("least") ? yaml.decimal("least").doubleValue() : 0,
                isRatio && yaml.has("least_peers") ? atLeast(yaml, "least_peers", 2) : 0);
    }

    private static int atLeast(Yaml yaml, String key, int least) {
        int number = yaml.number(key);
        if (yaml.has(key) && number < least) {
            yaml.problem(key, "Invalid " + key + " '" + number + "'; at least " + least);
        }
        return number;
    }

    private static double above(Yaml yaml, String key, int bound) {
        double number = yaml.decimal(key).doubleValue();
        if (yaml.has(key) && number <= bound) {
            yaml.problem(key, "Invalid " + key + " '" + yaml.text(key) + "'; above " + bound);
        }
        return number;
    }
}
