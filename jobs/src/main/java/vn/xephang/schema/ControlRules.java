package vn.xephang.schema;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads and checks {@code schemas/checks/*.yaml}. */
final class ControlRules {

    private static final Set<String> KEYS = Set.of(
            "check_id", "basis", "missing_counts_as_zero", "map_on", "sums", "limits", "roll_ups", ValueRules.KEY);
    private static final List<String> LEVELS = List.of("country", "region", "province", "district", "commune");
    private static final int ANY_YEAR = 2000;

    private final Set<String> metricCodes;
    private final List<ControlRule> rules = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ControlRules(Set<String> metricCodes) {
        this.metricCodes = metricCodes;
    }

    /** All rules, in the order of their files. */
    static List<ControlRule> load(SchemaFiles files, Set<String> metricCodes, Problems problems) {
        ControlRules rules = new ControlRules(metricCodes);
        files.texts("checks", ".yaml", problems).forEach((name, text) -> rules.read(Yaml.parse(name, text, problems)));
        return List.copyOf(rules.rules);
    }

    private void read(Yaml yaml) {
        yaml.refuseUnknownKeys(KEYS);
        yaml.text("basis");
        ControlRule.Scope scope = scope(yaml);
        int before = rules.size();
        for (Yaml sum : yaml.maps("sums")) {
            sum.refuseUnknownKeys(Set.of("metric", "of", "tolerance"));
            add(sum, new ControlRule.Parts(scope, metric(sum, "metric"), metrics(sum, "of", 1), tolerance(sum)));
        }
        for (Yaml limit : yaml.maps("limits")) {
            limit.refuseUnknownKeys(Set.of("metric", "at_most", "tolerance"));
            add(
                    limit,
                    new ControlRule.AtMost(
                            scope, metric(limit, "metric"), metrics(limit, "at_most", 1), tolerance(limit)));
        }
        yaml.maps("roll_ups").forEach(rollUp -> rollUp(scope, rollUp));
        if (rules.size() == before && !yaml.has(ValueRules.KEY)) {
            yaml.problem("check_id", "A check has rules: 'sums', 'limits', 'roll_ups' or 'values'");
        }
    }

    private void rollUp(ControlRule.Scope scope, Yaml yaml) {
        yaml.refuseUnknownKeys(Set.of("metrics", "from", "to", "tolerance"));
        String from = yaml.oneOf("from", Set.copyOf(LEVELS));
        String to = yaml.oneOf("to", Set.copyOf(LEVELS));
        if (LEVELS.contains(from) && LEVELS.contains(to) && LEVELS.indexOf(from) <= LEVELS.indexOf(to)) {
            yaml.problem("from", "Cannot sum from level '" + from + "' to '" + to + "': 'from' is the lower level");
        }
        BigDecimal tolerance = tolerance(yaml);
        for (String metric : metrics(yaml, "metrics", 1)) {
            add(yaml, new ControlRule.RollUp(scope, metric, from, to, tolerance));
        }
    }

    private void add(Yaml yaml, ControlRule rule) {
        String same = rule.getClass().getSimpleName() + rule.metricCode() + rule.metricCodes();
        if (rule instanceof ControlRule.RollUp rollUp) {
            same += rollUp.fromLevel() + rollUp.toLevel();
        }
        if (!seen.add(same)) {
            yaml.problem("metric", "The same rule about '" + rule.metricCode() + "' stands twice");
        }
        rules.add(rule);
    }

    private static ControlRule.Scope scope(Yaml yaml) {
        ControlRule.Scope scope = new ControlRule.Scope(
                yaml.text("check_id"),
                yaml.flag("missing_counts_as_zero", false),
                yaml.optionalText("map_on").orElse(""));
        if (!yaml.file().equals("checks/" + scope.checkId() + ".yaml")) {
            yaml.problem(
                    "check_id",
                    "Check '" + scope.checkId() + "' must be declared in checks/" + scope.checkId() + ".yaml");
        }
        try {
            scope.mapOn(ANY_YEAR, "Y");
        } catch (DateTimeException e) {
            yaml.problem("map_on", "Invalid map_on '" + scope.mapOn() + "'; expected YYYY-MM-DD or {year}-MM-DD");
        }
        return scope;
    }

    private String metric(Yaml yaml, String key) {
        String metric = yaml.text(key);
        checkMetric(yaml, key, metric);
        return metric;
    }

    private List<String> metrics(Yaml yaml, String key, int least) {
        List<String> metrics = yaml.texts(key);
        if (metrics.size() < least) {
            yaml.problem(key, "Missing '" + key + "': at least " + least + " metric code");
        }
        metrics.forEach(metric -> checkMetric(yaml, key, metric));
        return List.copyOf(metrics);
    }

    private void checkMetric(Yaml yaml, String key, String metric) {
        if (!metric.isEmpty() && !metricCodes.contains(metric)) {
            yaml.problem(key, "Unknown metric '" + metric + "'; add it to codelists/metrics.csv");
        }
    }

    private static BigDecimal tolerance(Yaml yaml) {
        BigDecimal tolerance = yaml.decimal("tolerance");
        if (tolerance.signum() < 0) {
            yaml.problem("tolerance", "Invalid tolerance '" + tolerance + "'; zero or more");
        }
        return tolerance;
    }
}
