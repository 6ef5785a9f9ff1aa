package vn.xephang.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.CriterionInput;
import vn.xephang.schema.MissingRule;
import vn.xephang.schema.RatingRule;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.ScoringRule;
import vn.xephang.schema.Section;
import vn.xephang.schema.TieRule;
import vn.xephang.schema.Weighted;

/**
 * Made-up rules, criterion by criterion: {@code rules(2020).criterion("c1", rule, "10").in("A").tied(rule).rubric()}.
 * What follows a criterion is about it. The first reads m1, the second m2, and so on, unless they are told otherwise.
 */
final class GivenRules {

    private final int year;
    private final List<Criterion> criteria = new ArrayList<>();
    private String code;
    private boolean isSynthetic = true;
    private OptionalInt pointsScale = OptionalInt.empty();
    private TieRule tieRule = new TieRule.Competition();
    private MissingRule missingRule = MissingRule.NO_RANK;
    private Optional<RatingRule> ratingRule = Optional.empty();

    private GivenRules(int year) {
        this.year = year;
        this.code = "" + year;
    }

    /** Totals have two decimals. */
    static GivenRules rules(int year) {
        return new GivenRules(year);
    }

    /** The rules of an earlier year. */
    GivenRules named(String firstYear) {
        code = firstYear;
        return this;
    }

    /** Rules that nobody made up. */
    GivenRules real() {
        isSynthetic = false;
        return this;
    }

    /** One point per unit of the metric, of ten. */
    GivenRules criterion(String code) {
        return criterion(code, new Weighted(BigDecimal.ONE), "10");
    }

    GivenRules criterion(String code, ScoringRule rule, String maxPoints) {
        CriterionInput input = new CriterionInput.OfMetric("m" + (criteria.size() + 1));
        criteria.add(new Criterion(
                code,
                "Tiêu chí " + code,
                "Criterion " + code,
                "",
                input,
                rule,
                new BigDecimal(maxPoints),
                true,
                Optional.empty()));
        return this;
    }

    GivenRules in(String section) {
        Criterion last = last();
        return put(section, last.input(), last.isCounted(), last.whenMissing());
    }

    GivenRules reading(CriterionInput input) {
        Criterion last = last();
        return put(last.sectionCode(), input, last.isCounted(), last.whenMissing());
    }

    /** It only feeds others. */
    GivenRules uncounted() {
        Criterion last = last();
        return put(last.sectionCode(), last.input(), false, last.whenMissing());
    }

    GivenRules whenMissing(MissingRule rule) {
        Criterion last = last();
        return put(last.sectionCode(), last.input(), last.isCounted(), Optional.of(rule));
    }

    GivenRules missing(MissingRule rule) {
        missingRule = rule;
        return this;
    }

    GivenRules tied(TieRule rule) {
        tieRule = rule;
        return this;
    }

    GivenRules rated(RatingRule rule) {
        ratingRule = Optional.of(rule);
        return this;
    }

    /** Decimals of the points of each criterion. */
    GivenRules pointsScale(int decimals) {
        pointsScale = OptionalInt.of(decimals);
        return this;
    }

    Rubrics rubrics() {
        return new Rubrics(List.of(rubric()));
    }

    Rubric rubric() {
        return new Rubric(
                "made-up",
                code,
                year,
                1,
                "",
                isSynthetic,
                "",
                Optional.empty(),
                "made up",
                pointsScale,
                2,
                RoundingMode.HALF_EVEN,
                tieRule,
                missingRule,
                ratingRule,
                sections(),
                criteria);
    }

    private List<Section> sections() {
        TreeSet<String> codes =
                new TreeSet<>(criteria.stream().map(Criterion::sectionCode).toList());
        codes.remove("");
        return codes.stream()
                .map(code -> new Section(
                        code,
                        "Mục " + code,
                        "Section " + code,
                        criteria.stream()
                                .filter(criterion -> criterion.sectionCode().equals(code))
                                .map(Criterion::maxPoints)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }

    private Criterion last() {
        return criteria.get(criteria.size() - 1);
    }

    private GivenRules put(String section, CriterionInput input, boolean isCounted, Optional<MissingRule> whenMissing) {
        Criterion last = last();
        criteria.set(
                criteria.size() - 1,
                new Criterion(
                        last.criterionCode(),
                        last.criterionNameVi(),
                        last.criterionNameEn(),
                        section,
                        input,
                        last.scoringRule(),
                        last.maxPoints(),
                        isCounted,
                        whenMissing));
        return this;
    }
}
