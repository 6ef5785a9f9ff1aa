package vn.xephang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.xephang.model.CriterionRow;

/**
 * The rules of one scorecard in one year.
 *
 * @param rubricCode first year with these rules; years with equal rules share it
 * @param decisionNumber the decision that set the rules; empty where none is known
 * @param totalScale decimals of a total; ranks are decided after this rounding
 */
public record Rubric(
        String scorecardCode,
        String rubricCode,
        int rubricYear,
        boolean isSynthetic,
        String decisionNumber,
        String source,
        int totalScale,
        RoundingMode roundingMode,
        TieRule tieRule,
        MissingRule missingRule,
        List<Criterion> criteria) {

    /** The columns that hold totals have this many decimals. */
    private static final int MOST_DECIMALS = 9;

    private static final Set<String> KEYS = Set.of(
            "scorecard_code",
            "rubric_code",
            "rubric_year",
            "is_synthetic",
            "decision_number",
            "source",
            "total_scale",
            "rounding_mode",
            "tie_rule",
            "missing_rule",
            "criteria");

    /** All but UNNECESSARY, which refuses to round. */
    private static final Set<String> ROUNDING_MODES = Arrays.stream(RoundingMode.values())
            .filter(mode -> mode != RoundingMode.UNNECESSARY)
            .map(RoundingMode::name)
            .collect(Collectors.toUnmodifiableSet());

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /** SHA-256 of the rules alone: equal in years with equal rules, whatever else their files say. */
    public String hash() {
        return CanonicalText.sha256(canonical());
    }

    /** What a unit can earn in total. */
    public BigDecimal maxPoints() {
        return criteria.stream().map(Criterion::maxPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The total of an exact sum of points: the only rounding there is. */
    public BigDecimal total(BigDecimal sumOfPoints) {
        return sumOfPoints.setScale(totalScale, roundingMode);
    }

    /** Every metric that some criterion reads. */
    public Set<String> metricCodes() {
        return criteria.stream().map(Criterion::metricCode).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The criteria as rows of the release. */
    public List<CriterionRow> criterionRows() {
        List<CriterionRow> rows = new ArrayList<>();
        String hash = hash();
        for (Criterion criterion : criteria) {
            rows.add(new CriterionRow(
                    scorecardCode,
                    rubricYear,
                    rubricCode,
                    hash,
                    criterion.criterionCode(),
                    rows.size() + 1,
                    criterion.criterionNameVi(),
                    criterion.criterionNameEn(),
                    criterion.metricCode(),
                    criterion.scoringRule().code(),
                    criterion.scoringRule().weight().orElse(null),
                    criterion.maxPoints(),
                    decisionNumber.isEmpty() ? null : decisionNumber,
                    source,
                    isSynthetic));
        }
        return rows;
    }

    /**
     * The rules in one spelling, criteria by code. What a later kind of rule adds is written only where it is used,
     * so that published hashes stay.
     */
    private String canonical() {
        String lines = criteria.stream().map(Criterion::canonical).sorted().collect(Collectors.joining("\n"));
        return "scorecard=" + scorecardCode + "\ntotal_scale=" + totalScale + "\nrounding_mode=" + roundingMode
                + "\ntie_rule=" + tieRule.code() + "\nmissing_rule=" + missingRule.code() + "\n" + lines + "\n";
    }

    static Rubric read(Yaml yaml, Set<String> metricCodes) {
        Rubric rubric = new Rubric(
                yaml.text("scorecard_code"),
                yaml.text("rubric_code"),
                yaml.number("rubric_year"),
                yaml.flag("is_synthetic", false),
                yaml.optionalText("decision_number").orElse(""),
                yaml.text("source"),
                yaml.number("total_scale"),
                roundingMode(yaml),
                TieRule.read(yaml),
                MissingRule.read(yaml),
                yaml.maps("criteria").stream()
                        .map(criterion -> Criterion.read(criterion, metricCodes))
                        .toList());
        yaml.refuseUnknownKeys(KEYS);
        rubric.check(yaml);
        return rubric;
    }

    private void check(Yaml yaml) {
        String place = "rubrics/" + scorecardCode + "/" + rubricYear + ".yaml";
        if (!yaml.file().equals(place)) {
            yaml.problem("rubric_year", "Rubric " + scorecardCode + " " + rubricYear + " must be declared in " + place);
        }
        if (totalScale < 0 || totalScale > MOST_DECIMALS) {
            yaml.problem("total_scale", "Invalid total_scale " + totalScale + "; expected 0 to " + MOST_DECIMALS);
        }
        if (criteria.isEmpty()) {
            yaml.problem("criteria", "A rubric needs at least one criterion");
        }
        Set<String> seen = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!seen.add(criterion.criterionCode())) {
                yaml.problem("criteria", "Criterion '" + criterion.criterionCode() + "' stands twice");
            }
        }
    }

    private static RoundingMode roundingMode(Yaml yaml) {
        String name = yaml.oneOf("rounding_mode", ROUNDING_MODES);
        return ROUNDING_MODES.contains(name) ? RoundingMode.valueOf(name) : RoundingMode.HALF_EVEN;
    }
}
