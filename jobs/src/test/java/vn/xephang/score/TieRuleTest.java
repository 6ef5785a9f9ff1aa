package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.xephang.score.GivenRules.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Rank;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.TieBreak;
import vn.xephang.schema.TieRule;

/** Five units; b, c and d have the same total, made of different parts. */
class TieRuleTest {

    private static final TieBreak C1 = new TieBreak.ByCriterion("c1");
    private static final TieBreak LAST_YEAR = new TieBreak.ByPreviousRank();

    @Test
    void competitionLeavesPlacesEmptyBehindATie() {
        assertEquals("a=1 b=2* c=2* d=2* e=5", places(new TieRule.Competition(), Map.of()));
    }

    @Test
    void denseLeavesNoPlaceEmpty() {
        assertEquals("a=1 b=2* c=2* d=2* e=3", places(new TieRule.Dense(), Map.of()));
    }

    @Test
    void sharedMeanTellsTheMeanBesideTheBetterPlace() {
        assertEquals("a=1/1.0 b=2*/3.0 c=2*/3.0 d=2*/3.0 e=5/5.0", places(new TieRule.SharedMean(), Map.of()));
    }

    @Test
    void anOrdinalChainDecidesStepByStep() {
        TieRule chain = new TieRule.Ordinal(List.of(C1, LAST_YEAR));
        assertEquals("a=1 b=4 c=2 d=3 e=5", places(chain, Map.of("b", 9, "c", 2, "d", 7)));
    }

    @Test
    void aUnitWithoutAPlaceLastYearComesAfterThoseThatHadOne() {
        TieRule chain = new TieRule.Ordinal(List.of(LAST_YEAR));
        assertEquals("a=1 b=2 c=4 d=3 e=5", places(chain, Map.of("b", 62, "d", 63)));
    }

    @Test
    void unitsThatTheChainCannotTellApartStayTied() {
        assertEquals("a=1 b=4 c=2* d=2* e=5", places(new TieRule.Ordinal(List.of(C1)), Map.of()));
    }

    @Test
    void everyPlaceNamesWhatDecidedIt() {
        Map<String, String> clauses = new TreeMap<>();
        ranks(new TieRule.Ordinal(List.of(C1, LAST_YEAR)), Map.of("c", 2, "d", 7))
                .forEach(rank -> clauses.put(rank.orgUnitId(), rank.decidingClause()));
        assertEquals("total=9.00", clauses.get("a"));
        assertEquals("tie_rule=ordinal; total=5.00; decided_by=criterion:c1", clauses.get("b"));
        assertEquals("tie_rule=ordinal; total=5.00; decided_by=previous_rank", clauses.get("c"));
        assertEquals("tie_rule=ordinal; total=5.00; decided_by=previous_rank", clauses.get("d"));
    }

    @Test
    void aTieThatStaysIsToldWithItsSize() {
        Map<String, String> clauses = new TreeMap<>();
        ranks(new TieRule.Ordinal(List.of(C1)), Map.of())
                .forEach(rank -> clauses.put(rank.orgUnitId(), rank.decidingClause()));
        assertEquals("tie_rule=ordinal; total=5.00; units=2", clauses.get("c"));
    }

    @Test
    void aChainNeverOverturnsTotals() {
        assertEquals(
                "a=1 b=2* c=2* d=2* e=5", places(new TieRule.Ordinal(List.of(LAST_YEAR)), Map.of("e", 1, "a", 60)));
    }

    @Test
    void placesInAClusterCountItsUnitsOnly() {
        YearData year = data(Map.of(), Map.of("a", "east", "b", "west", "c", "east", "d", "west"));
        List<Rank> ranks =
                ScoreYear.of(year, rubrics(new TieRule.Competition())).ranks();
        assertEquals(
                "a=east/1 b=west/1 c=east/2 d=west/1 e=null/null",
                ranks.stream()
                        .map(rank -> rank.orgUnitId() + "=" + rank.clusterCode() + "/" + rank.rankInCluster())
                        .collect(Collectors.joining(" ")));
    }

    private static String places(TieRule rule, Map<String, Integer> previous) {
        return ranks(rule, previous).stream()
                .map(rank -> rank.orgUnitId() + "=" + rank.computedRank() + (rank.isTied() ? "*" : "")
                        + (rank.meanRank() == null ? "" : "/" + rank.meanRank()))
                .collect(Collectors.joining(" "));
    }

    private static List<Rank> ranks(TieRule rule, Map<String, Integer> previous) {
        return ScoreYear.of(data(previous, Map.of()), rubrics(rule)).ranks();
    }

    private static YearData data(Map<String, Integer> previous, Map<String, String> clusters) {
        YearData year = Given.given(2020)
                .unit("a", 5.0, 4.0)
                .unit("b", 1.0, 4.0)
                .unit("c", 3.0, 2.0)
                .unit("d", 3.0, 2.0)
                .unit("e", 0.0, 4.0)
                .data();
        return year.with(new YearContext(Map.of(), Map.of(), clusters, previous));
    }

    @Test
    void theMeanOfPlacesIsExact() {
        assertEquals(new BigDecimal("2.5"), new RankWithTies.Place(2, 2).mean());
        assertEquals(new BigDecimal("4.0"), new RankWithTies.Place(4, 1).mean());
    }

    @Test
    void aSectionDecidesByAllItsCriteria() {
        Rubrics rules = rules(2020)
                .criterion("c1")
                .in("A")
                .criterion("c2")
                .in("A")
                .criterion("c3")
                .in("B")
                .tied(new TieRule.Ordinal(List.of(new TieBreak.BySection("A"))))
                .rubrics();
        YearData year = Given.given(2020)
                .unit("a", 4.0, 0.0, 5.0)
                .unit("b", 3.0, 2.0, 4.0)
                .unit("c", 0.0, 5.0, 4.0)
                .data();
        assertEquals(
                "a=3/tie_rule=ordinal; total=9.00; decided_by=section:A b=1/tie_rule=ordinal; total=9.00; units=2"
                        + " c=1/tie_rule=ordinal; total=9.00; units=2",
                ScoreYear.of(year, rules).ranks().stream()
                        .map(rank -> rank.orgUnitId() + "=" + rank.computedRank() + "/" + rank.decidingClause())
                        .collect(Collectors.joining(" ")));
    }

    private static Rubrics rubrics(TieRule rule) {
        return rules(2020).criterion("c1").criterion("c2").tied(rule).rubrics();
    }
}
