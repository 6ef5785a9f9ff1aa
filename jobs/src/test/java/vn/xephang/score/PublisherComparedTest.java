package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.xephang.score.Given.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Difference;
import vn.xephang.schema.Rubrics;

class PublisherComparedTest {

    private static final Rubrics NONE = new Rubrics(List.of());
    private static final Rubrics ONE = new Rubrics(List.of(Given.rubric(2020, "2020", "1")));

    @Test
    void acceptsScoresAndRanksThatAgree() {
        assertTrue(of(
                        ONE,
                        given(2020)
                                .unit("a", 2.0)
                                .publishedAs("a", 2.00001, 1)
                                .unit("b", 1.0)
                                .publishedAs("b", 1.0, 2))
                .isEmpty());
    }

    @Test
    void reportsAScoreBeyond1e5() {
        List<Difference> found = of(ONE, given(2020).unit("a", 2.0).publishedAs("a", 1.99998, 1));
        assertEquals("score", found.get(0).measureCode());
        assertEquals(2e-5, found.get(0).difference(), "computed minus published");
    }

    @Test
    void explainsAScoreByTheRoundingOfTheSource() {
        assertEquals(
                List.of("a score ROUNDED_IN_SOURCE"),
                words(of(ONE, given(2020).unit("a", 2.34).publishedAs("a", 2.3, 1))));
    }

    @Test
    void saysThatTheCriteriaDisagreeWhereNoRoundingExplainsAScore() {
        Difference found =
                of(ONE, given(2020).unit("a", 2.36).publishedAs("a", 2.2, 1)).get(0);
        assertEquals("CRITERIA_DISAGREE", found.reasonCode());
    }

    @Test
    void explainsARankThatTheRoundingOfTheSourceLeavesOpen() {
        assertEquals(
                List.of("a rank ROUNDED_IN_SOURCE", "b rank ROUNDED_IN_SOURCE"),
                words(of(
                        ONE,
                        given(2020)
                                .unit("a", 2.1)
                                .publishedAs("a", null, 2)
                                .unit("b", 2.0)
                                .publishedAs("b", null, 1))));
    }

    @Test
    void saysThatTheCriteriaDisagreeForARankThatNoRoundingAllows() {
        assertEquals(
                List.of("a rank CRITERIA_DISAGREE", "b rank CRITERIA_DISAGREE"),
                words(of(
                        ONE,
                        given(2020)
                                .unit("a", 4.1)
                                .publishedAs("a", null, 2)
                                .unit("b", 2.0)
                                .publishedAs("b", null, 1))));
    }

    @Test
    void explainsCountingOnInsideATie() {
        assertEquals(
                List.of("b rank PUBLISHER_BROKE_TIE"),
                words(of(
                        NONE,
                        given(2020)
                                .unit("a")
                                .publishedAs("a", 5.0, 1)
                                .unit("b")
                                .publishedAs("b", 5.0, 2)
                                .unit("c")
                                .publishedAs("c", 4.0, 3))));
    }

    @Test
    void acceptsATieThatShares() {
        assertTrue(of(
                        NONE,
                        given(2020)
                                .unit("a")
                                .publishedAs("a", 5.0, 1)
                                .unit("b")
                                .publishedAs("b", 5.0, 1)
                                .unit("c")
                                .publishedAs("c", 4.0, 3))
                .isEmpty());
    }

    @Test
    void explainsALowerScoreAboveAHigherOne() {
        assertEquals(
                List.of("a rank PUBLISHER_MISORDERED", "b rank PUBLISHER_MISORDERED"),
                words(of(
                        NONE,
                        given(2020).unit("a").publishedAs("a", 5.0, 2).unit("b").publishedAs("b", 4.0, 1))));
    }

    @Test
    void saysThatUnitsAreMissingWhereARankCountsUnitsThatAreNotThere() {
        assertEquals(
                List.of("b rank UNITS_MISSING"),
                words(of(
                        NONE,
                        given(2020).unit("a").publishedAs("a", 5.0, 1).unit("b").publishedAs("b", 4.0, 3))));
    }

    @Test
    void saysThatUnitsAreMissingForAsManyPlacesAsUnitsAreMissingAndNoMore() {
        assertEquals(
                List.of("b rank UNITS_MISSING"),
                words(of(
                        ONE,
                        given(2020)
                                .unit("a", 9.0)
                                .unit("b", 1.0)
                                .publishedAs("b", null, 3)
                                .unit("c"))));
        assertEquals(
                List.of("b rank CRITERIA_DISAGREE"),
                words(of(
                        ONE,
                        given(2020)
                                .unit("a", 9.0)
                                .unit("b", 1.0)
                                .publishedAs("b", null, 4)
                                .unit("c"))));
        assertEquals(
                List.of("b rank CRITERIA_DISAGREE"),
                words(of(
                        ONE,
                        given(2020)
                                .unit("a", 9.0)
                                .unit("b", 1.0)
                                .publishedAs("b", null, 1)
                                .unit("c"))));
    }

    @Test
    void blamesAMissingUnitBeforeATie() {
        Given tied = given(2020).unit("a").publishedAs("a", 5.0, 1).unit("b").publishedAs("b", 5.0, 2);
        assertEquals(List.of("b rank PUBLISHER_BROKE_TIE"), words(of(NONE, tied)));
        assertEquals(List.of("b rank UNITS_MISSING"), words(of(NONE, tied.unit("c"))));
    }

    @Test
    void ranksApartInsideATieAreMisorderedAndNotCountedOn() {
        assertEquals(
                List.of("b rank PUBLISHER_MISORDERED", "c rank PUBLISHER_MISORDERED"),
                words(of(
                        NONE,
                        given(2020)
                                .unit("a")
                                .publishedAs("a", 5.0, 1)
                                .unit("b")
                                .publishedAs("b", 5.0, 3)
                                .unit("c")
                                .publishedAs("c", 4.0, 2))));
    }

    @Test
    void takesNoPointsThatAreNoNumberAndNoOrderFromARankWithoutPoints() {
        assertEquals(
                List.of("a rank UNITS_MISSING"),
                words(of(
                        NONE,
                        given(2020).unit("a").publishedAs("a", 5.0, 9).unit("b").publishedAs("b", Double.NaN, 1))));
    }

    @Test
    void aScoreMayBeOffByTheRoundingOfTheSourceAndNotByMore() {
        assertEquals(
                List.of("a score ROUNDED_IN_SOURCE"),
                words(of(ONE, given(2020).unit("a", 2.34).publishedAs("a", 2.33, 1))));
        assertEquals(
                List.of("a score CRITERIA_DISAGREE"),
                words(of(ONE, given(2020).unit("a", 2.34).publishedAs("a", 2.32, 1))));
    }

    @Test
    void totalsAreSurelyApartBeyondTwiceTheRoundingOnly() {
        assertEquals(
                List.of("a rank ROUNDED_IN_SOURCE", "b rank ROUNDED_IN_SOURCE"), words(of(ONE, swapped(3.1, 2.0))));
        assertEquals(
                List.of("a rank CRITERIA_DISAGREE", "b rank CRITERIA_DISAGREE"), words(of(ONE, swapped(3.2, 2.0))));
    }

    private static Given swapped(double better, double worse) {
        return given(2020)
                .unit("a", better)
                .publishedAs("a", null, 2)
                .unit("b", worse)
                .publishedAs("b", null, 1);
    }

    @Test
    void comparesOnlyWherePublisherAndWeBothHaveAValue() {
        assertTrue(of(
                        ONE,
                        given(2020)
                                .unit("a", 2.0)
                                .unit("b")
                                .publishedAs("b", 9.0, 1)
                                .unit("c", 1.0)
                                .publishedAs("c", null, 2))
                .isEmpty());
    }

    private static List<Difference> of(Rubrics rubrics, Given year) {
        return ScoreYear.of(year.data(), rubrics).differences();
    }

    private static List<String> reasons(List<Difference> found) {
        return found.stream().map(Difference::reasonCode).toList();
    }

    private static List<String> words(List<Difference> found) {
        return found.stream()
                .map(row -> row.orgUnitId() + " " + row.measureCode() + " " + row.reasonCode())
                .toList();
    }
}
