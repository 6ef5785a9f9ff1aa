package vn.xephang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.xephang.model.CriterionRow;
import vn.xephang.model.Metric;

/**
 * The rules of one scorecard in one year.
 *
 * @param rubricCode first year with these rules; years with equal rules share it
 * @param rubricVersion 1, or more after a published rubric had to be corrected
 * @param versionReason why there is a later version; empty for the first
 * @param decisionNumber the decision that set the rules; empty where none is known
 * @param decidedOn its date; empty where none is known
 * @param pointsScale decimals of the points of each criterion; empty: they are exact
 * @param totalScale decimals of a total; ranks are decided after this rounding
 * @param sections empty in a rubric without sections
 */
public record Rubric(
        String scorecardCode,
        String rubricCode,
        int rubricYear,
        int rubricVersion,
        String versionReason,
        boolean isSynthetic,
        String decisionNumber,
        Optional<LocalDate> decidedOn,
        String source,
        OptionalInt pointsScale,
        int totalScale,
        RoundingMode roundingMode,
        TieRule tieRule,
        MissingRule missingRule,
        Optional<RatingRule> ratingRule,
        List<Section> sections,
        List<Criterion> criteria) {

    private static final Set<String> KEYS = Set.of(
            "scorecard_code",
            "rubric_code",
            "rubric_year",
            "rubric_version",
            "version_reason",
            "is_synthetic",
            "decision_number",
            "decided_on",
            "source",
            "points_scale",
            "total_scale",
            "rounding_mode",
            "tie_rule",
            "tie_break",
            "missing_rule",
            "max_points",
            "rating",
            "sections",
            "criteria");

    /** All but UNNECESSARY, which refuses to round. */
    private static final Set<String> ROUNDING_MODES = Arrays.stream(RoundingMode.values())
            .filter(mode -> mode != RoundingMode.UNNECESSARY)
            .map(RoundingMode::name)
            .collect(Collectors.toUnmodifiableSet());

    public Rubric {
        sections = List.copyOf(sections);
        criteria = List.copyOf(criteria);
    }

    /** A first version without sections, ratings and rounded points. */
    public Rubric(
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
        this(
                scorecardCode,
                rubricCode,
                rubricYear,
                1,
                "",
                isSynthetic,
                decisionNumber,
                Optional.empty(),
                source,
                OptionalInt.empty(),
                totalScale,
                roundingMode,
                tieRule,
                missingRule,
                Optional.empty(),
                List.of(),
                criteria);
    }

    /** SHA-256 of the rules alone: equal in years with equal rules, whatever else their files say. */
    public String hash() {
        return CanonicalText.sha256(canonical());
    }

    /** What a unit can attain in total; a bonus comes on top. */
    public BigDecimal maxPoints() {
        return criteria.stream()
                .filter(Criterion::isAttainable)
                .map(Criterion::maxPoints)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The points of a criterion as they count: rounded only where the rubric says so. */
    public BigDecimal counted(BigDecimal points) {
        return pointsScale.isPresent() ? points.setScale(pointsScale.getAsInt(), roundingMode) : points;
    }

    /** The total of an exact sum of points. */
    public BigDecimal total(BigDecimal sumOfPoints) {
        return sumOfPoints.setScale(totalScale, roundingMode);
    }

    /** Every metric that some criterion or knock-out reads. */
    public Set<String> metricCodes() {
        Set<String> codes = new TreeSet<>();
        criteria.forEach(criterion -> codes.addAll(criterion.metricCodes()));
        ratingRule.ifPresent(rule -> codes.addAll(rule.metricCodes()));
        return codes;
    }

    /** The criterion of a code. */
    public Optional<Criterion> criterion(String criterionCode) {
        return criteria.stream()
                .filter(criterion -> criterion.criterionCode().equals(criterionCode))
                .findFirst();
    }

    /**
     * The rules without some criteria, without what is made of them, and without ratings, whose thresholds are meant for
     * the whole. Its hash is its own.
     */
    public Rubric without(Set<String> criterionCodes) {
        List<Criterion> left = criteria.stream()
                .filter(criterion -> !criterionCodes.contains(criterion.criterionCode()))
                .filter(criterion -> !(criterion.scoringRule() instanceof WeightedMean mean)
                        || mean.weights().keySet().stream().noneMatch(criterionCodes::contains))
                .toList();
        return new Rubric(
                scorecardCode,
                rubricCode,
                rubricYear,
                rubricVersion,
                versionReason,
                isSynthetic,
                decisionNumber,
                decidedOn,
                source,
                pointsScale,
                totalScale,
                roundingMode,
                tieRule.without(criterionCodes),
                missingRule,
                Optional.empty(),
                sections,
                left);
    }

    /** The criteria of a section that count. */
    public List<Criterion> countedIn(String sectionCode) {
        return criteria.stream()
                .filter(criterion ->
                        criterion.isCounted() && criterion.sectionCode().equals(sectionCode))
                .toList();
    }

    /** The criteria as rows of the release. */
    public List<CriterionRow> criterionRows() {
        List<CriterionRow> rows = new ArrayList<>();
        String hash = hash();
        for (Criterion criterion : criteria) {
            Optional<Section> section = sections.stream()
                    .filter(every -> every.sectionCode().equals(criterion.sectionCode()))
                    .findFirst();
            rows.add(new CriterionRow(
                    scorecardCode,
                    rubricYear,
                    rubricCode,
                    hash,
                    criterion.criterionCode(),
                    rows.size() + 1,
                    criterion.criterionNameVi(),
                    criterion.criterionNameEn(),
                    criterion.metricCode().orElse(null),
                    criterion.scoringRule().code(),
                    criterion.scoringRule().weight().orElse(null),
                    criterion.maxPoints(),
                    section.map(Section::sectionCode).orElse(null),
                    section.map(Section::sectionNameVi).orElse(null),
                    section.map(Section::sectionNameEn).orElse(null),
                    criterion.isCounted(),
                    criterion.scoringRule().isBonus(),
                    rubricVersion,
                    decisionNumber.isEmpty() ? null : decisionNumber,
                    source,
                    isSynthetic));
        }
        return rows;
    }

    /** Where it is declared, below {@code schemas/}. */
    public String file() {
        return "rubrics/" + scorecardCode + "/" + rubricYear + ".yaml";
    }

    /**
     * The rules in one spelling, criteria by code. What a later kind of rule adds is written only where it is used,
     * so that published hashes stay.
     */
    private String canonical() {
        String lines = criteria.stream().map(Criterion::canonical).sorted().collect(Collectors.joining("\n"));
        return "scorecard=" + scorecardCode + "\ntotal_scale=" + totalScale + "\nrounding_mode=" + roundingMode
                + "\ntie_rule=" + tieRule.canonical() + "\nmissing_rule=" + missingRule.code() + "\n" + lines + "\n"
                + (pointsScale.isPresent() ? "points_scale=" + pointsScale.getAsInt() + "\n" : "")
                + sections.stream()
                        .map(section -> section.canonical() + "\n")
                        .sorted()
                        .collect(Collectors.joining())
                + ratingRule.map(rule -> "rating=" + rule.canonical() + "\n").orElse("");
    }

    static Rubric read(Yaml yaml, Map<String, Metric> metrics) {
        Rubric rubric = new Rubric(
                yaml.text("scorecard_code"),
                yaml.text("rubric_code"),
                yaml.number("rubric_year"),
                yaml.has("rubric_version") ? yaml.number("rubric_version") : 1,
                yaml.optionalText("version_reason").orElse(""),
                yaml.flag("is_synthetic", false),
                yaml.optionalText("decision_number").orElse(""),
                yaml.has("decided_on") ? Optional.of(yaml.date("decided_on")) : Optional.empty(),
                yaml.text("source"),
                yaml.has("points_scale") ? OptionalInt.of(yaml.number("points_scale")) : OptionalInt.empty(),
                yaml.number("total_scale"),
                roundingMode(yaml),
                TieRule.read(yaml),
                MissingRule.read(yaml, "missing_rule"),
                RatingRule.read(yaml),
                yaml.maps("sections").stream().map(Section::read).toList(),
                yaml.maps("criteria").stream()
                        .map(criterion -> Criterion.read(criterion, metrics))
                        .toList());
        yaml.refuseUnknownKeys(KEYS);
        new RubricCheck(rubric, yaml, metrics.keySet()).run();
        return rubric;
    }

    private static RoundingMode roundingMode(Yaml yaml) {
        String name = yaml.oneOf("rounding_mode", ROUNDING_MODES);
        return ROUNDING_MODES.contains(name) ? RoundingMode.valueOf(name) : RoundingMode.HALF_EVEN;
    }
}
