package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.xephang.run.TestLake;
import vn.xephang.run.TwelveBooks;

class RankOfRealBooksTest {

    private static final TestLake LAKE = TwelveBooks.lake();

    @ParameterizedTest
    @CsvSource({"2013, 2009, 30", "2013, 2013, 19", "2016, 2006, 9", "2016, 2013, 15", "2016, 2016, 15"})
    void ranksLongAnUnderTheRulesOfAnyYear(String year, String rubric, String rank) {
        Called called =
                Called.on(LAKE, "rank", "pci", year, "--rubric", rubric, "--unit", "Long An", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        assertEquals(List.of(rank + " of 63"), ranks(called));
    }

    @Test
    void ranksByTheYearsOwnRulesWhenNoneAreAskedFor() {
        assertEquals(
                List.of("19 of 63"),
                ranks(Called.on(LAKE, "rank", "pci", "2013", "--unit", "Long An", "--format", "csv")));
    }

    @Test
    void tellsPeopleTheRankAndTheRulesItWasMadeWith() {
        Called called = Called.on(LAKE, "rank", "pci", "2013", "--rubric", "2009", "--unit", "Long An");
        assertTrue(
                called.out().lines().anyMatch(line -> line.matches(".*\\b30\\b.*\\b63\\b.*Long An.*")), called.out());
        assertTrue(called.err().contains("rubric 2009"), called.err());
    }

    @Test
    void printsTheWholeYearBestFirst() {
        List<String> ranks = ranks(Called.on(LAKE, "rank", "pci", "2016", "--format", "csv"));
        assertEquals(63, ranks.size());
        assertEquals("1 of 63", ranks.get(0));
        assertEquals("63 of 63", ranks.get(62));
    }

    @Test
    void refusesARubricWithACriterionThatWasNotMeasuredAndNamesIt() {
        Called called = Called.on(LAKE, "rank", "pci", "2010", "--rubric", "2013");
        assertEquals(6, called.exitCode());
        assertEquals("", called.out());
        assertTrue(called.err().contains("has no values for criterion bias"), called.err());
    }

    @ParameterizedTest
    @CsvSource({
        "2005, 2006",
        "2005, 2009",
        "2005, 2013",
        "2009, 2006",
        "2009, 2013",
        "2010, 2006",
        "2010, 2013",
        "2011, 2006",
        "2011, 2013",
        "2012, 2006",
        "2012, 2013"
    })
    void refusesEachOfThe11PairsThatCannotBeComputed(String year, String rubric) {
        Called called = Called.on(LAKE, "rank", "pci", year, "--rubric", rubric);
        assertEquals(6, called.exitCode());
        assertTrue(called.err().startsWith("Cannot rank pci " + year + " by rubric " + rubric), called.err());
    }

    @ParameterizedTest
    @CsvSource({"2009, 2013, 95", "2012, 2006, 95", "2011, 2013, 95", "2005, 2013, 75", "2005, 2009, 75"})
    void leavesOutWhatWasNotMeasuredAndStatesTheMaximumWithoutIt(String year, String rubric, String maximum) {
        Called called =
                Called.on(LAKE, "rank", "pci", year, "--rubric", rubric, "--missing", "leave-out", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        assertEquals(
                List.of(maximum),
                column(called, "max_points").stream()
                        .map(points -> points.replaceAll("\\.0*$", ""))
                        .distinct()
                        .toList());
        assertTrue(called.err().startsWith("Left out: "), called.err());
        assertTrue(called.err().contains("; points are out of " + maximum + " instead of 100"), called.err());
        assertTrue(ranks(called).get(0).startsWith("1 of "), called.out());
    }

    @Test
    void namesACriterionThatMeasuredSomethingElse() {
        Called called =
                Called.on(LAKE, "rank", "pci", "2016", "--rubric", "2006", "--unit", "Long An", "--format", "csv");
        assertEquals(List.of("9 of 63"), ranks(called));
        assertTrue(
                called.err()
                        .startsWith("Changed meaning between rubric 2006 and 2013, carried over: bias (headed Ưu đãi"),
                called.err());
    }

    @Test
    void refusesACriterionThatMeasuredSomethingElseWhenAskedTo() {
        Called called = Called.on(LAKE, "rank", "pci", "2016", "--rubric", "2006", "--changed", "refuse");
        assertEquals(6, called.exitCode());
        assertEquals(
                "Cannot rank pci 2016 by rubric 2006: criterion bias, support measured something else. Carry it over with"
                        + " --changed name, or leave it out with --changed leave-out.",
                called.err().strip());
    }

    @Test
    void leavesOutACriterionThatMeasuredSomethingElseWhenAskedTo() {
        Called called =
                Called.on(LAKE, "rank", "pci", "2016", "--rubric", "2006", "--changed", "leave-out", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        assertEquals(
                "Left out: bias, support; points are out of 80 instead of 100, and there are no ratings.",
                called.err().strip());
    }

    @Test
    void refusesTheRulesOfAYearThatHasNone() {
        Called called = Called.on(LAKE, "rank", "pci", "2013", "--rubric", "2011");
        assertEquals(6, called.exitCode());
        assertTrue(called.err().contains("no rubric is known for that year"), called.err());
    }

    @Test
    void refusesAMapOnWhichSubIndicesWouldHaveToBeAveraged() {
        Called called = Called.on(LAKE, "rank", "pci", "2016", "--units", "2025-07-01");
        assertEquals(6, called.exitCode());
        assertEquals("", called.out());
        assertEquals(
                "Cannot rank pci 2016 on the map of 2025-07-01 (REBASING_REFUSED): pci_bias cannot be re-based"
                        + " (aggregation none): it is no sum, and neither parts nor weights are declared in"
                        + " codelists/derived_metrics.csv; VNM.an-giang-2025 joins VNM.an-giang, VNM.kien-giang. Use"
                        + " --units as-was.",
                called.err().strip());
    }

    @Test
    void ranksOnAMapOfTheSameUnits() {
        Called called =
                Called.on(LAKE, "rank", "pci", "2016", "--units", "2020-01-01", "--unit", "Long An", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        assertEquals(List.of("15 of 63"), ranks(called));
        assertEquals(List.of("2020-01-01"), column(called, "boundary_vintage"));
    }

    @Test
    void refusesAnotherMapForAYearWithoutRules() {
        Called called = Called.on(LAKE, "rank", "pci", "2011", "--units", "2025-07-01");
        assertEquals(6, called.exitCode());
        assertEquals(
                "Cannot rank pci 2011 on the map of 2025-07-01 (REBASING_REFUSED): without a rubric there are only the"
                        + " publisher's results, which are of other units. Use --units as-was.",
                called.err().strip());
    }

    @Test
    void takesUnitsAsWasOrADateOnly() {
        Called called = Called.on(LAKE, "rank", "pci", "2016", "--units", "34");
        assertEquals(2, called.exitCode());
        assertTrue(
                called.err()
                        .startsWith("Invalid value for option '--units': '34'; expected as-was or a date such as"
                                + " 2025-07-01"),
                called.err());
    }

    @Test
    void ranksAYearWithoutRulesByItsPublishedScores() {
        Called called = Called.on(LAKE, "rank", "pci", "2011", "--unit", "Hà Giang", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        assertEquals(List.of("NO_RUBRIC"), column(called, "rank_reason_code"));
        assertEquals(List.of("40"), column(called, "rank_of_published_points"));
    }

    private static List<String> ranks(Called called) {
        List<String> ranks = column(called, "computed_rank");
        List<String> of = column(called, "rank_of");
        return IntStream.range(0, ranks.size())
                .mapToObj(i -> ranks.get(i) + " of " + of.get(i))
                .toList();
    }

    /** No value of this answer holds a comma. */
    private static List<String> column(Called called, String name) {
        int index = Arrays.asList(called.out().lines().findFirst().orElse("").split(","))
                .indexOf(name);
        assertTrue(index >= 0, "no column " + name + " in " + called.out() + called.err());
        return called.rows().stream().map(row -> row.split(",", -1)[index]).toList();
    }
}
