package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.Metric;

/**
 * One scored line of a rubric.
 *
 * @param sectionCode empty in a rubric without sections
 * @param isCounted its points are part of the total; a line that only feeds others is not counted
 * @param whenMissing what becomes of a unit without its value; empty: as the rubric says
 */
public record Criterion(
        String criterionCode,
        String criterionNameVi,
        String criterionNameEn,
        String sectionCode,
        CriterionInput input,
        ScoringRule scoringRule,
        BigDecimal maxPoints,
        boolean isCounted,
        Optional<MissingRule> whenMissing) {

    private static final Set<String> KEYS = Set.of(
            "criterion_code",
            "criterion_name_vi",
            "criterion_name_en",
            "section_code",
            "max_points",
            "is_counted",
            "when_missing");

    /** A counted criterion over one metric, in a rubric without sections. */
    public Criterion(
            String criterionCode,
            String criterionNameVi,
            String criterionNameEn,
            String metricCode,
            ScoringRule scoringRule,
            BigDecimal maxPoints) {
        this(
                criterionCode,
                criterionNameVi,
                criterionNameEn,
                "",
                new CriterionInput.OfMetric(metricCode),
                scoringRule,
                maxPoints,
                true,
                Optional.empty());
    }

    /** The metric it reads; empty when it reads several or none. */
    public Optional<String> metricCode() {
        return input.singleMetric();
    }

    /** Every metric it reads, evidence among them. */
    public Set<String> metricCodes() {
        Set<String> codes = new TreeSet<>(input.metricCodes());
        if (scoringRule instanceof YesNo yesNo) {
            yesNo.evidenceMetricCode().ifPresent(codes::add);
        }
        return codes;
    }

    /** The least points that a unit can get for it. */
    public BigDecimal leastPoints() {
        return scoringRule.leastPoints();
    }

    /** The most points that a unit can get for it. */
    public BigDecimal mostPoints() {
        return scoringRule.mostPoints(maxPoints);
    }

    /** Part of what a unit can attain: counted, and no bonus. */
    public boolean isAttainable() {
        return isCounted && !scoringRule.isBonus();
    }

    /**
     * Names may be corrected without changing the rules, so they are not part of this. What a later rubric added to
     * the grammar is written only where it is used.
     */
    String canonical() {
        return "criterion=" + criterionCode + " metric=" + input.canonical() + " rule=" + scoringRule.canonical()
                + " max_points=" + CanonicalText.of(maxPoints)
                + (sectionCode.isEmpty() ? "" : " section=" + sectionCode)
                + (isCounted ? "" : " is_counted=false")
                + whenMissing.map(rule -> " when_missing=" + rule.code()).orElse("");
    }

    static Criterion read(Yaml yaml, Map<String, Metric> metrics) {
        ScoringRule rule = ScoringRules.read(yaml);
        Criterion criterion = new Criterion(
                yaml.text("criterion_code"),
                yaml.text("criterion_name_vi"),
                yaml.text("criterion_name_en"),
                yaml.optionalText("section_code").orElse(""),
                CriterionInput.read(yaml, rule),
                rule,
                yaml.decimal("max_points"),
                yaml.flag("is_counted", true),
                yaml.has("when_missing") ? Optional.of(MissingRule.read(yaml, "when_missing")) : Optional.empty());
        yaml.refuseUnknownKeys(known(yaml));
        criterion.check(yaml, metrics);
        return criterion;
    }

    private void check(Yaml yaml, Map<String, Metric> metrics) {
        for (String metric : metricCodes()) {
            if (!metric.isEmpty() && !metrics.containsKey(metric)) {
                yaml.problem(keyOf(yaml, metric), "Unknown metric '" + metric + "'; add it to codelists/metrics.csv");
            }
        }
        boolean isPenalty = scoringRule instanceof DeductionPerEvent;
        if (yaml.has("max_points") && maxPoints.signum() < (isPenalty ? 0 : 1)) {
            yaml.problem(
                    "max_points",
                    "Invalid max_points " + maxPoints + "; expected " + (isPenalty ? "0 or more" : "more than 0"));
        }
        checkDirection(yaml, metrics);
        checkWeight(yaml, metrics);
    }

    /** A rule that rewards what the metric calls worse turns the ranking upside down. */
    private void checkDirection(Yaml yaml, Map<String, Metric> metrics) {
        Optional<String> declared = metricCode().map(metrics::get).map(Metric::direction);
        Optional<String> taken = scoringRule.direction();
        if (declared.isPresent() && taken.isPresent() && !declared.get().equals("neutral") && !declared.equals(taken)) {
            yaml.problem(
                    yaml.has("direction") ? "direction" : "scoring_rule",
                    "Rule '" + scoringRule.code() + "' takes " + taken.get() + ", metric '"
                            + metricCode().orElseThrow() + "' is " + declared.get());
        }
    }

    /** Weight times the metric's greatest value is the maximum. */
    private void checkWeight(Yaml yaml, Map<String, Metric> metrics) {
        Optional<BigDecimal> greatest =
                metricCode().map(metrics::get).map(Metric::maxValue).map(BigDecimal::valueOf);
        if (greatest.isPresent() && scoringRule.weight().isPresent() && yaml.has("max_points") && yaml.has("weight")) {
            BigDecimal most = scoringRule.weight().get().multiply(greatest.get());
            if (most.compareTo(maxPoints) != 0) {
                yaml.problem(
                        "max_points",
                        "Weight x greatest value of the metric is " + CanonicalText.of(most) + ", max_points says "
                                + maxPoints.toPlainString());
            }
        }
    }

    private static String keyOf(Yaml yaml, String metric) {
        for (String key : Set.of("metric_code", "numerator_metric_code", "denominator_metric_code")) {
            if (yaml.optionalText(key).equals(Optional.of(metric))) {
                return key;
            }
        }
        return "evidence_metric_code";
    }

    private static Set<String> known(Yaml yaml) {
        Set<String> known = new HashSet<>(KEYS);
        known.addAll(CriterionInput.KEYS);
        known.addAll(ScoringRules.keys(yaml));
        return known;
    }
}
