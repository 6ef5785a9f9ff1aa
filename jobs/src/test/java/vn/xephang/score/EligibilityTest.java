package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.xephang.score.GivenCommendation.flag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.xephang.model.CodeRow;
import vn.xephang.model.CommendationRow;
import vn.xephang.model.Metric;
import vn.xephang.model.Observation;
import vn.xephang.model.Rank;
import vn.xephang.schema.Commendation;
import vn.xephang.schema.Commendation.Quota;
import vn.xephang.schema.Commendations;
import vn.xephang.schema.RatingRule;
import vn.xephang.schema.Rubrics;

/** Each clause at, just under and just over its boundary. */
class EligibilityTest {

    private static final Commendation ANYBODY = flag(2019, 2020).real().rule();

    @Test
    void aClassThatIsGoodEnoughOrOtherClasses() {
        assertEquals(
                List.of(
                        "a all Every clause holds, rank 1/3",
                        "b all Every clause holds, rank 2/3",
                        "c rating Rated \"done\"; needs \"excellent\" or \"good\"",
                        "d rating No rating; needs \"excellent\" or \"good\""),
                told(
                        flag(2020).ratings("excellent", "good").rule(),
                        GivenRanks.in(2020, 3)
                                .place("a", 1, "excellent")
                                .place("b", 2, "good")
                                .place("c", 3, "done")
                                .place("d", 4, null)));
    }

    @Test
    void aPlaceJustGoodEnoughOrJustNot() {
        assertEquals(
                List.of("at all Every clause holds, rank 2/3", "over rank Rank 3/3; needs 2 or better"),
                told(
                        flag(2020).rankUntil(2).rule(),
                        GivenRanks.in(2020, 3).place("at", 2, null).place("over", 3, null)));
    }

    @Test
    void aPlaceInTheClusterJustGoodEnoughOrJustNotOrNone() {
        assertEquals(
                List.of(
                        "at all Every clause holds, rank 40/63",
                        "none rank_in_cluster In no cluster; needs 2 or better in its cluster",
                        "over rank_in_cluster Rank 3 in cluster KV1; needs 2 or better in its cluster"),
                told(
                        flag(2020).rankInClusterUntil(2).rule(),
                        GivenRanks.in(2020, 63)
                                .place("at", 40, null, "KV1", 2)
                                .place("over", 41, null, "KV1", 3)
                                .place("none", 1, null)));
    }

    @Test
    void aValueAtTheKnockOutIsAllowedAndOverItIsNotAndAMissingOneBarsNobody() {
        Commendation rule = flag(2020).knockOut("m1", "2.5").rule();
        List<Observation> values = List.of(
                value("m1", "at", 2020, "Y", 2.5),
                value("m1", "over", 2020, "Y", 2.51),
                value("m2", "silent", 2020, "Y", 9.0),
                value("m1", "silent", 2019, "Y", 9.0),
                value("m1", "silent", 2020, "H1", 9.0),
                value("m1", "blank", 2020, "Y", null));
        GivenRanks ranks = GivenRanks.in(2020, 4)
                .place("over", 1, null)
                .place("at", 2, null)
                .place("silent", 3, null)
                .place("blank", 4, null);
        assertEquals(
                List.of(
                        "at all Every clause holds, rank 2/4",
                        "blank all Every clause holds, rank 4/4",
                        "over knock_out Days late: 2.51, at most 2.5 allowed",
                        "silent all Every clause holds, rank 3/4"),
                told(rule, ranks, values));
        assertEquals(
                "Số ngày trễ: 2,51, không được quá 2,5",
                rows(rule, ranks, values).get(2).decidingClauseVi());
    }

    @Test
    void everyYearLookedBackOnMustHaveGivenAGoodClass() {
        Commendation rule = flag(2020).yearsBefore(2, "good", "excellent").rule();
        GivenRanks ranks = GivenRanks.in(2020, 5)
                .place("both", 1, null)
                .place("first", 2, null)
                .place("last", 3, null)
                .place("unranked", 4, null)
                .place("new", 5, null)
                .after(GivenRanks.in(2019, 3)
                        .place("both", 1, "good")
                        .place("first", 2, "good")
                        .place("last", 3, "done")
                        .without("unranked", "NOT_PARTICIPATING"))
                .after(GivenRanks.in(2018, 3)
                        .place("both", 1, "excellent")
                        .place("first", 2, "done")
                        .place("last", 3, "good")
                        .place("unranked", 4, "good"));
        assertEquals(
                List.of(
                        "both all Every clause holds, rank 1/5",
                        "first years_before 2018: rated \"done\"; needs \"good\" or \"excellent\"",
                        "last years_before 2019: rated \"done\"; needs \"good\" or \"excellent\"",
                        "new years_before 2019: no rating; needs \"good\" or \"excellent\"",
                        "unranked years_before 2019: no rating; needs \"good\" or \"excellent\""),
                told(rule, ranks));
    }

    @Test
    void aQuotaOfUnitsIsFilledByPlaceAmongThoseForWhomAllElseHolds() {
        Commendation rule =
                flag(2020).ratings("good").quota(new Quota.Units(2, false)).rule();
        assertEquals(
                List.of(
                        "a rating Rated \"done\"; needs \"good\"",
                        "b all Every clause holds, rank 2/4",
                        "c all Every clause holds, rank 3/4",
                        "d quota Rank 4 is beyond the quota of 2"),
                told(
                        rule,
                        GivenRanks.in(2020, 4)
                                .place("d", 4, "good")
                                .place("c", 3, "good")
                                .place("b", 2, "good")
                                .place("a", 1, "done")));
    }

    @Test
    void aTieAtTheEdgeIsOutAsARule() {
        assertEquals(
                List.of(
                        "a all Every clause holds, rank 1/4",
                        "b quota Rank 2 is shared at the edge of the quota of 2, so none of them is in",
                        "c quota Rank 2 is shared at the edge of the quota of 2, so none of them is in",
                        "d quota Rank 4 is beyond the quota of 2"),
                told(quota(new Quota.Units(2, false)), tiedAtTheEdge()));
    }

    @Test
    void aTieAtTheEdgeIsInAsARule() {
        assertEquals("all all all quota", clauses(quota(new Quota.Units(2, true)), tiedAtTheEdge()));
    }

    @Test
    void aTieThatFitsIsNoTieAtTheEdge() {
        assertEquals("all all all quota", clauses(quota(new Quota.Units(3, false)), tiedAtTheEdge()));
        assertEquals("all quota quota quota", clauses(quota(new Quota.Units(1, true)), tiedAtTheEdge()));
    }

    @Test
    void aQuotaByShareCountsTheRankedUnitsAndIsRoundedAsItSays() {
        GivenRanks ranks = GivenRanks.in(2020, 4)
                .place("a", 1, null)
                .place("b", 2, null)
                .place("c", 3, null)
                .place("d", 4, null)
                .without("e", "MISSING_VALUE")
                .without("f", "MISSING_VALUE");
        assertEquals("all quota quota quota not_ranked not_ranked", clauses(share("0.49", RoundingMode.FLOOR), ranks));
        assertEquals("all all quota quota not_ranked not_ranked", clauses(share("0.5", RoundingMode.FLOOR), ranks));
        assertEquals("all all all quota not_ranked not_ranked", clauses(share("0.51", RoundingMode.CEILING), ranks));
        assertEquals(
                2,
                rows(share("0.5", RoundingMode.FLOOR), ranks, List.of()).get(0).quotaCount());
    }

    @Test
    void aUnitWithoutAPlaceIsListedWithTheReason() {
        CommendationRow row = rows(
                        flag(2020).rankUntil(9).rule(),
                        GivenRanks.in(2020, 0).without("a", "NOT_PARTICIPATING"),
                        List.of())
                .get(0);
        assertEquals("No rank in 2020 (took no part)", row.decidingClauseEn());
        assertEquals("Không có hạng năm 2020 (không tham gia)", row.decidingClauseVi());
        assertEquals(false, row.isEligible());
    }

    @Test
    void aCommendationIsGivenInItsYearsOnly() {
        GivenRanks ranks = GivenRanks.in(2018, 1)
                .place("a", 1, null)
                .after(GivenRanks.in(2019, 1).place("a", 1, null))
                .after(GivenRanks.in(2020, 1).place("a", 1, null))
                .after(GivenRanks.in(2021, 1).place("a", 1, null));
        assertEquals(
                List.of(2019, 2020),
                rows(ANYBODY, ranks, List.of()).stream()
                        .map(CommendationRow::referenceYear)
                        .toList());
    }

    @Test
    void aMadeUpRuleMarksItsRowsAsSynthetic() {
        GivenRanks ranks = GivenRanks.in(2020, 1).place("a", 1, null);
        assertEquals(false, rows(ANYBODY, ranks, List.of()).get(0).isSynthetic());
        assertEquals(
                true,
                rows(flag(2020).rankUntil(1).rule(), ranks, List.of()).get(0).isSynthetic());
        assertEquals("1/QĐ", rows(ANYBODY, ranks, List.of()).get(0).decisionNumber());
    }

    @Test
    void theOrderOfTheRowsChangesNothing() {
        List<Rank> rows = new ArrayList<>(tiedAtTheEdge().rows());
        List<CommendationRow> expected = rows(quota(new Quota.Units(2, false)), tiedAtTheEdge(), List.of());
        Collections.reverse(rows);
        assertEquals(
                expected,
                eligibility(quota(new Quota.Units(2, false)))
                        .rows(List.of(Given.given(2020).data().scorecard()), rows, List.of()));
    }

    private static GivenRanks tiedAtTheEdge() {
        return GivenRanks.in(2020, 4)
                .place("a", 1, null)
                .place("b", 2, null)
                .place("c", 2, null)
                .place("d", 4, null);
    }

    private static Commendation quota(Quota quota) {
        return flag(2020).quota(quota).rule();
    }

    private static Commendation share(String share, RoundingMode mode) {
        return quota(new Quota.OfRanked(new RatingRule.Quota(new BigDecimal(share), mode, false)));
    }

    private static Observation value(String metric, String unit, int year, String period, Double value) {
        return new Observation(
                metric,
                unit,
                year,
                period,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                "official",
                "normal",
                value,
                "" + value,
                "nobody",
                Instant.EPOCH,
                "",
                "",
                "",
                "",
                null);
    }

    private static Eligibility eligibility(Commendation rule) {
        return new Eligibility(
                new Commendations(List.of(rule)),
                new Rubrics(List.of(Given.rubric(2020, "2020", "1"))),
                List.of(new Metric(
                        "m1",
                        "Số ngày trễ",
                        "Days late",
                        "days",
                        "lower_is_better",
                        "sum",
                        null,
                        null,
                        null,
                        null,
                        "")),
                List.of(
                        new CodeRow("rank_reason", "NOT_PARTICIPATING", 1, "Không tham gia", "Took no part", ""),
                        new CodeRow("other_list", "NOT_PARTICIPATING", 1, "Khác", "Other", "")));
    }

    private static List<CommendationRow> rows(Commendation rule, GivenRanks ranks, List<Observation> values) {
        return eligibility(rule).rows(List.of(Given.given(2020).data().scorecard()), ranks.rows(), values);
    }

    private static List<String> told(Commendation rule, GivenRanks ranks, List<Observation> values) {
        return rows(rule, ranks, values).stream()
                .map(row -> row.orgUnitId() + " " + row.clauseCode() + " " + row.decidingClauseEn())
                .toList();
    }

    private static List<String> told(Commendation rule, GivenRanks ranks) {
        return told(rule, ranks, List.of());
    }

    private static String clauses(Commendation rule, GivenRanks ranks) {
        return rows(rule, ranks, List.of()).stream()
                .map(CommendationRow::clauseCode)
                .collect(Collectors.joining(" "));
    }
}
