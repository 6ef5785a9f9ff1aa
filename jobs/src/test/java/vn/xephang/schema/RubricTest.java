package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.CriterionRow;

/** A rubric of sections A, B and C; c1 and c2 feed the mean c5, c4 is a bonus. */
class RubricTest {

    @TempDir
    private Path schemas;

    private CheckedRubric declared;

    @BeforeEach
    void goodRubric() {
        declared = new CheckedRubric(schemas);
    }

    @Test
    void withoutACriterionItHasNoMeanOfItNoChainByItAndNoRatings() throws IOException {
        Rubric rubric = declared.rubrics().all().get(0);
        Rubric left = rubric.without(Set.of("c1"));
        assertEquals(List.of("c2", "c3", "c4"), codes(left));
        assertEquals(Optional.empty(), left.ratingRule());
        assertEquals(rubric.tieRule(), left.tieRule());
        assertEquals("4", left.maxPoints().toPlainString());
        assertEquals(List.of("c1", "c2", "c4", "c5"), codes(rubric.without(Set.of("c3"))));
        assertEquals(
                new TieRule.Ordinal(List.of(new TieBreak.BySection("A"), new TieBreak.ByPreviousRank())),
                rubric.without(Set.of("c3")).tieRule());
        assertEquals(codes(rubric), codes(rubric.without(Set.of())));
    }

    @Test
    void readsTheMetricsOfItsCriteriaAndOfItsKnockOuts() throws IOException {
        assertEquals(Set.of("m1", "m2", "m3"), declared.rubrics().all().get(0).metricCodes());
    }

    @Test
    void tellsItsCriteriaInTheirOrderWithTheirSections() throws IOException {
        declared.change("source: made up", "source: made up\ndecision_number: 1/QĐ");
        assertEquals(
                List.of(
                        "1 c1 m1 proportional_to_target A Mục A true false 1/QĐ",
                        "2 c2 m2 steps A Mục A true false 1/QĐ",
                        "3 c3 null entered B Mục B true false 1/QĐ",
                        "4 c4 m2 bonus C Thưởng true true 1/QĐ",
                        "5 c5 null weighted_mean A Mục A false false 1/QĐ"),
                told(declared.rubrics().all().get(0)));
        declared.reset();
        assertEquals(
                null, declared.rubrics().all().get(0).criterionRows().get(0).decisionNumber());
    }

    @Test
    void aYearIsScoredByItsOwnFileAndByEachOtherSetOfRulesOnce() throws IOException {
        declared.alsoIn(2021);
        Rubrics rubrics = declared.rubrics();
        assertEquals(List.of(2020), years(rubrics.distinct("s")));
        assertEquals(List.of(2021), years(rubrics.appliedTo("s", 2021)));
        assertEquals(List.of(2020), years(rubrics.appliedTo("s", 2022)));
        assertEquals(true, rubrics.hasCriterion("s", "c5"));
        assertEquals(false, rubrics.hasCriterion("s", "c6"));
        assertEquals(false, rubrics.hasCriterion("t", "c5"));
    }

    private static List<Integer> years(List<Rubric> rubrics) {
        return rubrics.stream().map(Rubric::rubricYear).toList();
    }

    private static List<String> codes(Rubric rubric) {
        return rubric.criteria().stream().map(Criterion::criterionCode).toList();
    }

    private static List<String> told(Rubric rubric) {
        return rubric.criterionRows().stream().map(RubricTest::told).toList();
    }

    private static String told(CriterionRow row) {
        return row.criterionOrder() + " " + row.criterionCode() + " " + row.metricCode() + " " + row.scoringRule() + " "
                + row.sectionCode() + " " + row.sectionNameVi() + " " + row.isCounted() + " " + row.isBonus() + " "
                + row.decisionNumber();
    }
}
