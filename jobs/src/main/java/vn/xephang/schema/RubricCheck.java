package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the parts of a rubric; every problem is told with its line. */
final class RubricCheck {

    /** The columns that hold totals have this many decimals. */
    private static final int MOST_DECIMALS = 9;

    private final Rubric rubric;
    private final Yaml yaml;
    private final Set<String> metricCodes;
    private final Map<String, Yaml> lines = new HashMap<>();

    RubricCheck(Rubric rubric, Yaml yaml, Set<String> metricCodes) {
        this.rubric = rubric;
        this.yaml = yaml;
        this.metricCodes = metricCodes;
    }

    void run() {
        checkHead();
        checkCriteria();
        checkSections();
        checkMaximum();
        checkMeans();
        if (rubric.tieRule() instanceof TieRule.Ordinal ordinal) {
            checkChain(ordinal);
        }
        if (rubric.ratingRule().orElse(null) instanceof RatingRule.Bands bands) {
            new RatingCheck(rubric, bands, yaml.map("rating").orElse(yaml), metricCodes).run();
        }
    }

    private void checkHead() {
        if (!yaml.file().equals(rubric.file())) {
            yaml.problem(
                    "rubric_year",
                    "Rubric " + rubric.scorecardCode() + " " + rubric.rubricYear() + " must be declared in "
                            + rubric.file());
        }
        checkScale("total_scale", rubric.totalScale());
        rubric.pointsScale().ifPresent(scale -> checkScale("points_scale", scale));
        if (rubric.rubricVersion() < 1) {
            yaml.problem("rubric_version", "Invalid rubric_version " + rubric.rubricVersion() + "; expected 1 or more");
        }
        if (rubric.rubricVersion() > 1 && rubric.versionReason().isEmpty()) {
            yaml.problem("rubric_version", "A later version of a published rubric needs its 'version_reason'");
        }
    }

    private void checkScale(String key, int scale) {
        if (scale < 0 || scale > MOST_DECIMALS) {
            yaml.problem(key, "Invalid " + key + " " + scale + "; expected 0 to " + MOST_DECIMALS);
        }
    }

    private void checkCriteria() {
        if (rubric.criteria().isEmpty()) {
            yaml.problem("criteria", "A rubric needs at least one criterion");
        } else if (rubric.criteria().stream().noneMatch(Criterion::isAttainable)) {
            yaml.problem("criteria", "A rubric needs at least one criterion that is counted and no bonus");
        }
        yaml.maps("criteria")
                .forEach(criterion ->
                        lines.put(criterion.optionalText("criterion_code").orElse(""), criterion));
        Set<String> seen = new HashSet<>();
        for (Criterion criterion : rubric.criteria()) {
            if (!seen.add(criterion.criterionCode())) {
                yaml.problem("criteria", "Criterion '" + criterion.criterionCode() + "' stands twice");
            }
        }
    }

    private void checkSections() {
        Map<String, Section> sections = new HashMap<>();
        for (Section section : rubric.sections()) {
            if (sections.put(section.sectionCode(), section) != null) {
                yaml.problem("sections", "Section '" + section.sectionCode() + "' stands twice");
            }
        }
        for (Criterion criterion : rubric.criteria()) {
            boolean isKnown = sections.containsKey(criterion.sectionCode());
            if (!criterion.sectionCode().isEmpty() && !isKnown) {
                at(criterion).problem("section_code", "Unknown section '" + criterion.sectionCode() + "'");
            } else if (!sections.isEmpty() && criterion.sectionCode().isEmpty()) {
                at(criterion).problem("criterion_code", "Missing 'section_code': this rubric has sections");
            }
        }
        List<Yaml> declared = yaml.maps("sections");
        for (int i = 0; i < declared.size(); i++) {
            checkSum(rubric.sections().get(i), declared.get(i));
        }
    }

    private void checkSum(Section section, Yaml declared) {
        BigDecimal sum = rubric.countedIn(section.sectionCode()).stream()
                .map(Criterion::maxPoints)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (declared.has("max_points") && sum.compareTo(section.maxPoints()) != 0) {
            declared.problem(
                    "max_points",
                    "Section '" + section.sectionCode() + "' declares "
                            + section.maxPoints().toPlainString() + " points, its criteria add up to "
                            + sum.toPlainString());
        }
    }

    private void checkMaximum() {
        if (!rubric.sections().isEmpty() && !yaml.has("max_points")) {
            yaml.problem("sections", "A rubric with sections needs 'max_points', the sum without bonus");
        }
        if (yaml.has("max_points") && yaml.decimal("max_points").compareTo(rubric.maxPoints()) != 0) {
            yaml.problem(
                    "max_points",
                    "The rubric declares " + yaml.decimal("max_points").toPlainString()
                            + " points, its criteria without bonus add up to "
                            + rubric.maxPoints().toPlainString());
        }
    }

    /** A mean of criteria that reads itself would never end. */
    private void checkMeans() {
        for (Criterion criterion : rubric.criteria()) {
            if (criterion.scoringRule() instanceof WeightedMean mean) {
                for (String part : mean.weights().keySet()) {
                    if (rubric.criterion(part).isEmpty()) {
                        at(criterion).problem("of", "Unknown criterion '" + part + "' in the mean");
                    }
                }
                if (reaches(criterion)) {
                    at(criterion).problem("of", "The mean '" + criterion.criterionCode() + "' is made of itself");
                }
            }
        }
    }

    private boolean reaches(Criterion start) {
        Deque<String> open = new ArrayDeque<>(parts(start));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String code = open.pop();
            if (code.equals(start.criterionCode())) {
                return true;
            }
            if (seen.add(code)) {
                rubric.criterion(code).ifPresent(part -> open.addAll(parts(part)));
            }
        }
        return false;
    }

    private static Set<String> parts(Criterion criterion) {
        return criterion.scoringRule() instanceof WeightedMean mean
                ? mean.weights().keySet()
                : Set.of();
    }

    private void checkChain(TieRule.Ordinal ordinal) {
        Set<TieBreak> seen = new HashSet<>();
        for (TieBreak step : ordinal.chain()) {
            if (!seen.add(step)) {
                yaml.problem("tie_break", "Step '" + step.canonical() + "' stands twice: it decides nothing more");
            }
            if (step instanceof TieBreak.ByCriterion by
                    && rubric.criterion(by.criterionCode()).isEmpty()) {
                yaml.problem("tie_break", "Unknown criterion '" + by.criterionCode() + "'");
            }
            if (step instanceof TieBreak.BySection by) {
                checkSectionStep(by.sectionCode());
            }
        }
    }

    private void checkSectionStep(String sectionCode) {
        if (rubric.sections().stream()
                .noneMatch(section -> section.sectionCode().equals(sectionCode))) {
            yaml.problem("tie_break", "Unknown section '" + sectionCode + "'");
        } else if (rubric.criteria().stream()
                .filter(Criterion::isCounted)
                .allMatch(criterion -> criterion.sectionCode().equals(sectionCode))) {
            yaml.problem(
                    "tie_break",
                    "Section '" + sectionCode + "' holds every counted criterion: equal totals are equal there too");
        }
    }

    private Yaml at(Criterion criterion) {
        return lines.getOrDefault(criterion.criterionCode(), yaml);
    }
}
