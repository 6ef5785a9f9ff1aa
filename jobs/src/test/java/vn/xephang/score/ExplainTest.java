package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.xephang.score.Given.given;
import static vn.xephang.score.Given.rubric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Rank;
import vn.xephang.model.RecordShape;
import vn.xephang.schema.Rubrics;
import vn.xephang.score.Explanation.Effect;
import vn.xephang.score.Explanation.Explained;

class ExplainTest {

    private static final SortedMap<Integer, ScoredYear> SCORED = Pci.scored();
    private static final SortedMap<Integer, RankedYear> RANKED = ranked();
    private static final Rubrics SAME = new Rubrics(List.of(rubric(2020, "2020", "1"), rubric(2021, "2020", "1")));

    @Test
    void givesTheClimbToTheUnitsOwnValuesWhenNothingElseChanged() {
        Given before = given(2020).unit("a", 1.0).unit("b", 2.0).unit("c", 3.0);
        Given after = given(2021).unit("a", 4.0).unit("b", 2.0).unit("c", 3.0);
        assertEquals("own 2, others 0, rubric 0, map 0, participation 0", words(before, after, SAME, "abc"));
    }

    @Test
    void givesTheFallToTheOthersWhenTheUnitStoodStill() {
        Given before = given(2020).unit("a", 4.0).unit("b", 2.0);
        Given after = given(2021).unit("a", 4.0).unit("b", 5.0);
        assertEquals("own 0, others -1, rubric 0, map 0, participation 0", words(before, after, SAME, "ab"));
    }

    @Test
    void halvesWhatOwnAndOthersDidTogether() {
        Given before = given(2020).unit("a", 1.0).unit("b", 4.0);
        Given after = given(2021).unit("a", 5.0).unit("b", 0.0);
        assertEquals("own 1/2, others 1/2, rubric 0, map 0, participation 0", words(before, after, SAME, "ab"));
    }

    @Test
    void givesTheChangeToTheRubricWhenTheValuesStoodStill() {
        Rubrics rubrics = new Rubrics(List.of(rubric(2020, "2020", "1", "2"), rubric(2021, "2021", "2", "1")));
        Given before = given(2020).unit("a", 1.0, 0.0).unit("b", 0.0, 1.0);
        Given after = given(2021).unit("a", 1.0, 0.0).unit("b", 0.0, 1.0);
        assertEquals("own 0, others 0, rubric 1, map 0, participation 0", words(before, after, rubrics, "ab"));
    }

    @Test
    void tellsAUnitThatLeftTheMapFromOneThatDidNotTakePart() {
        Given before = given(2020).unit("a", 1.0).unit("b", 2.0).unit("c", 3.0);
        Given after = given(2021).unit("a", 1.0);
        assertEquals("own 0, others 0, rubric 0, map 1, participation 1", words(before, after, SAME, "ab"));
    }

    @Test
    void countsAUnitWithoutAValueAsNotTakingPart() {
        Given before = given(2020).unit("a", 1.0).unit("b", (Double) null);
        Given after = given(2021).unit("a", 1.0).unit("b", 2.0);
        assertEquals("own 0, others 0, rubric 0, map 0, participation -1", words(before, after, SAME, "ab"));
    }

    @Test
    void movesTheRulesFirstWhereTheOldOnesDoNotApplyToTheNewData() {
        Rubrics rubrics = new Rubrics(List.of(rubric(2020, "2020", "1", "2"), rubric(2021, "2021", "1")));
        Given before = given(2020).unit("a", 2.0, 0.0).unit("b", 1.0, 5.0);
        Given after = given(2021).unit("a", 2.0).unit("b", 3.0);
        assertEquals("own 0, others -1, rubric 1, map 0, participation 0", words(before, after, rubrics, "ab"));
    }

    @Test
    void usesThePublishersOrderInAYearWithoutARubric() {
        Rubrics only2021 = new Rubrics(List.of(rubric(2021, "2021", "1")));
        Given before = given(2020)
                .unit("a", 2.0)
                .publishedAs("a", 50.0, 2)
                .unit("b", 1.0)
                .publishedAs("b", 60.0, 1);
        Given after = given(2021).unit("a", 2.0).unit("b", 3.0);
        assertEquals("own 0, others -1, rubric 1, map 0, participation 0", words(before, after, only2021, "ab"));
    }

    @Test
    void refusesWhereNoRulesApplyToBothYears() {
        Rubrics rubrics = new Rubrics(List.of(rubric(2021, "2021", "1")));
        Given before = given(2020).unit("a").publishedAs("a", 50.0, 1);
        Given after = given(2021).unit("a", 2.0);
        assertEquals(
                new Explanation.CannotTellApart(List.of("published 2020"), List.of("2021")),
                explain(before.data(), after.data(), "a", rubrics, alive("a")));
    }

    @Test
    void refusesAUnitWithoutARank() {
        Given before = given(2020).unit("a", 1.0);
        Given after = given(2021).unit("a", 1.0).unit("b", 2.0);
        assertEquals(new Explanation.NoRank(2020), explain(before.data(), after.data(), "b", SAME, alive("ab")));
    }

    @Test
    void agreesWithTryingEveryOrderOver200SmallCases() {
        Random random = new Random(2013);
        for (int i = 0; i < 200; i++) {
            YearData before = made(2020, random);
            YearData after = made(2021, random);
            Rubrics rubrics = new Rubrics(List.of(rubric(2020, "2020", "1", "2"), rubric(2021, "2021", "2", "0.5")));
            Explained explained =
                    assertInstanceOf(Explained.class, explain(before, after, "a", rubrics, alive("abcd")));
            assertEquals(byEveryOrder(before, after), fractions(explained));
        }
    }

    @Test
    void addsUpForEveryPairOfPciYearsAndMirrorsBackwards() {
        int explained = 0;
        for (int from = 2006; from <= 2016; from++) {
            for (int to = from + 1; to <= 2016; to++) {
                for (String name : List.of("Long An", "Hà Nội", "Lào Cai")) {
                    Explained there = pci(name, from, to);
                    Explained back = pci(name, to, from);
                    assertEquals(rank(name, from) - rank(name, to), there.rankChange());
                    assertEquals(0, sum(there).compareTo(BigDecimal.valueOf(there.rankChange())), there.toString());
                    assertEquals(0, sum(back).compareTo(BigDecimal.valueOf(back.rankChange())), back.toString());
                    for (int i = 0; i < there.effects().size(); i++) {
                        assertEquals(
                                there.effects().get(i).rankEffect().doubleValue(),
                                -back.effects().get(i).rankEffect().doubleValue(),
                                1e-8,
                                there + " " + back);
                    }
                    explained++;
                }
            }
        }
        assertEquals(165, explained);
    }

    @Test
    void namesTheOrdersThatAreLeftOutFrom2012To2013() {
        Explanation.Orders orders = pci("Long An", 2012, 2013).orders();
        assertEquals(List.of(new Explanation.NotApplied("2013", 2012)), orders.notApplied());
        assertEquals(Optional.of("rubric 2013 not on 2012"), orders.rule());
        assertEquals(120, orders.inAll());
        assertEquals(40, orders.count(), "the rubric is the last of own, others, rubric in a third of them");
    }

    @Test
    void averagesOverAllOrdersBetweenYearsWithEqualRules() {
        assertEquals(Optional.empty(), pci("Long An", 2013, 2014).orders().rule());
        assertEquals(24, pci("Long An", 2013, 2014).orders().count());
    }

    @Test
    void givesTheEndWorldsThePlaceThatTheYearGaveUnderAnOrdinalTieRule() {
        List<Rank> before = List.of(row(2020, "a", 5, 2), row(2020, "b", 5, 1));
        List<Rank> after = List.of(row(2021, "a", 5, 1), row(2021, "b", 4, 2));
        Explained explained = assertInstanceOf(
                Explained.class,
                Explain.between(rankedYear(2020, before), rankedYear(2021, after), alive("ab"))
                        .rankChange("a"));
        assertEquals(1, explained.rankChange());
        assertEquals("own 0, others 1, rubric 0, map 0, participation 0", words(explained));
    }

    @Test
    void leadsFrom2011To2013OverRulesThatApplyToBoth() {
        assertEquals(rank("Long An", 2011) - 19, pci("Long An", 2011, 2013).rankChange());
    }

    @Test
    void findsNoRubricEffectBetweenYearsWithEqualRules() {
        assertEquals("0", pci("Long An", 2013, 2016).effects().get(2).fraction());
    }

    @Test
    void givesTheEndOfHaTayToTheMap() {
        Explained best = pci("Long An", 2008, 2009);
        assertEquals("0", best.effects().get(4).fraction(), "nobody else came or went");
        Explained below = pci("Yên Bái", 2008, 2009);
        assertTrue(below.effects().get(3).rankEffect().signum() >= 0, "one unit less cannot make it fall");
        assertEquals(64, below.fromRankOf());
        assertEquals(63, below.toRankOf());
    }

    @Test
    void refusesPci2005BecauseItsRulesAreUnknownAndItsDataLackCriteria() {
        Explanation refused =
                explain(Pci.year(2005), Pci.year(2006), Pci.id(2006, "Long An"), Pci.RUBRICS, Pci.LISTS.orgUnits());
        assertEquals(
                new Explanation.CannotTellApart(List.of("published 2005"), List.of("2006", "2009", "2013")), refused);
    }

    /** Two criteria of small whole numbers; "a" always takes part, "b" to "e" by chance; "e" has left the map. */
    private static YearData made(int year, Random random) {
        Given given = given(year);
        for (String unit : List.of("a", "b", "c", "d", "e")) {
            if (unit.equals("a") || random.nextInt(4) > 0) {
                given.unit(unit, (double) random.nextInt(4), (double) random.nextInt(4));
            }
        }
        return given.data();
    }

    /** Shapley's definition, spelled out: every order of the five factors. */
    private static Map<String, String> byEveryOrder(YearData before, YearData after) {
        int[] sums = new int[5];
        List<String> names = List.of("own", "others", "rubric", "map", "participation");
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3, 4));
        for (List<Integer> order : orders) {
            boolean[] moved = new boolean[5];
            int rank = rank(before, after, moved);
            for (int factor : order) {
                moved[factor] = true;
                int next = rank(before, after, moved);
                sums[factor] += rank - next;
                rank = next;
            }
        }
        Map<String, String> effects = new LinkedHashMap<>();
        for (int factor = 0; factor < sums.length; factor++) {
            effects.put(names.get(factor), fraction(sums[factor], orders.size()));
        }
        return effects;
    }

    private static Explanation explain(
            YearData from, YearData to, String unit, Rubrics rubrics, List<OrgUnitVersion> versions) {
        return Explain.between(RankedYear.of(from, rubrics), RankedYear.of(to, rubrics), versions)
                .rankChange(unit);
    }

    private static SortedMap<Integer, RankedYear> ranked() {
        SortedMap<Integer, RankedYear> ranked = new TreeMap<>();
        SCORED.forEach((year, scored) -> ranked.put(year, RankedYear.of(Pci.SCORECARD, year, scored.ranks())));
        return ranked;
    }

    private static int rank(YearData before, YearData after, boolean[] moved) {
        double[] weights = moved[2] ? new double[] {2, 0.5} : new double[] {1, 2};
        double mine = total((moved[0] ? after : before).values().get("a"), weights);
        int rank = 1;
        for (String other : List.of("b", "c", "d", "e")) {
            Map<String, Double> was = before.values().get(other);
            Map<String, Double> is = after.values().get(other);
            boolean moves = moved[other.equals("e") ? 3 : 4];
            Map<String, Double> values = was != null && is != null ? (moved[1] ? is : was) : moves ? is : was;
            rank += values != null && total(values, weights) > mine ? 1 : 0;
        }
        return rank;
    }

    private static double total(Map<String, Double> values, double[] weights) {
        return values.get("m1") * weights[0] + values.get("m2") * weights[1];
    }

    private static List<List<Integer>> orders(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : of) {
            List<Integer> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<Integer> order : orders(rest)) {
                List<Integer> longer = new ArrayList<>(List.of(first));
                longer.addAll(order);
                orders.add(longer);
            }
        }
        return orders;
    }

    private static String fraction(int numerator, int denominator) {
        int common = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .intValueExact();
        return common == denominator ? "" + numerator / common : numerator / common + "/" + denominator / common;
    }

    private static Map<String, String> fractions(Explained explained) {
        Map<String, String> fractions = new LinkedHashMap<>();
        explained.effects().forEach(effect -> fractions.put(effect.factorCode(), effect.fraction()));
        return fractions;
    }

    private static BigDecimal sum(Explained explained) {
        return explained.effects().stream().map(Effect::rankEffect).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Explained pci(String name, int from, int to) {
        return assertInstanceOf(
                Explained.class,
                Explain.between(RANKED.get(from), RANKED.get(to), Pci.LISTS.orgUnits())
                        .rankChange(Pci.id(from, name)),
                name + " " + from + " " + to);
    }

    /** As in rpt_ranking. */
    private static int rank(String name, int year) {
        Rank row = SCORED.get(year).ranks().stream()
                .filter(rank ->
                        rank.orgUnitNameVi().equals(name) && (rank.rubricYear() == null || rank.rubricYear() == year))
                .findFirst()
                .orElseThrow();
        return row.computedRank() == null ? row.rankOfPublishedPoints() : row.computedRank();
    }

    private static String words(Given before, Given after, Rubrics rubrics, String alive) {
        Explained explained =
                assertInstanceOf(Explained.class, explain(before.data(), after.data(), "a", rubrics, alive(alive)));
        return words(explained);
    }

    private static RankedYear rankedYear(int year, List<Rank> rows) {
        return RankedYear.of(given(year).data().scorecard(), year, rows);
    }

    /** A place by an ordinal rule: equal totals need not share it. */
    private static Rank row(int year, String unit, int total, int place) {
        Rank of = ScoreYear.of(given(year).unit(unit, (double) total).data(), SAME)
                .ranks()
                .get(0);
        RecordShape<Rank> shape = new RecordShape<>(Rank.class);
        Object[] values = shape.values(of);
        values[
                shape.components().stream()
                        .map(RecordShape.Component::column)
                        .toList()
                        .indexOf("computed_rank")] = place;
        return shape.make(values);
    }

    private static String words(Explained explained) {
        return String.join(
                ", ",
                explained.effects().stream()
                        .map(effect -> effect.factorCode() + " " + effect.fraction())
                        .toList());
    }

    /** Units named by one letter that live in both years. */
    private static List<OrgUnitVersion> alive(String letters) {
        return letters.chars()
                .mapToObj(letter -> new OrgUnitVersion(
                        Character.toString(letter), "province", "", "", "", "", "", "", LocalDate.EPOCH, null, "", ""))
                .toList();
    }
}
