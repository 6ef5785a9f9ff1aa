package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** One scored line of a rubric. */
public record Criterion(
        String criterionCode,
        String criterionNameVi,
        String criterionNameEn,
        String metricCode,
        ScoringRule scoringRule,
        BigDecimal maxPoints) {

    private static final Set<String> KEYS =
            Set.of("criterion_code", "criterion_name_vi", "criterion_name_en", "metric_code", "max_points");

    /** Names may be corrected without changing the rules, so they are not part of this. */
    String canonical() {
        return "criterion=" + criterionCode + " metric=" + metricCode + " rule=" + scoringRule.canonical()
                + " max_points=" + CanonicalText.of(maxPoints);
    }

    static Criterion read(Yaml yaml, Set<String> metricCodes) {
        Criterion criterion = new Criterion(
                yaml.text("criterion_code"),
                yaml.text("criterion_name_vi"),
                yaml.text("criterion_name_en"),
                yaml.text("metric_code"),
                ScoringRule.read(yaml),
                yaml.decimal("max_points"));
        yaml.refuseUnknownKeys(known());
        if (yaml.has("metric_code") && !metricCodes.contains(criterion.metricCode())) {
            yaml.problem(
                    "metric_code", "Unknown metric '" + criterion.metricCode() + "'; add it to codelists/metrics.csv");
        }
        if (yaml.has("max_points") && criterion.maxPoints().signum() <= 0) {
            yaml.problem("max_points", "Invalid max_points " + criterion.maxPoints() + "; expected more than 0");
        }
        return criterion;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(KEYS);
        known.addAll(ScoringRule.KEYS);
        return known;
    }
}
