package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the twelve real workbooks rank to: the publisher's order, ours, and where they differ. */
class RanksTest {

    private static final TestLake LAKE = TwelveBooks.lake();

    @Test
    void thePublishedScoresGiveThePublishedRanksIn673Of674() {
        assertEquals(
                List.of("674 673"),
                LAKE.lines("select count(published_rank), count(*) filter (rank_of_published_points = published_rank)"
                        + " from mart.rpt_ranking"));
    }

    @Test
    void theOtherIsATieOf2011ThatThePublisherBroke() {
        assertEquals(
                List.of("2011 Hà Giang rank 41.0 40.0 PUBLISHER_BROKE_TIE"),
                LAKE.lines("select reference_year, org_unit_name_vi, measure_code, published_value, computed_value,"
                        + " reason_code from mart.rpt_published_vs_computed"));
        assertEquals(
                List.of("Bình Thuận 57.62 40 40", "Hà Giang 57.62 41 40"),
                LAKE.lines("select org_unit_name_vi, published_points, published_rank, rank_of_published_points"
                        + " from mart.rpt_ranking where reference_year = 2011 and published_points = 57.62"
                        + " order by published_rank"));
    }

    @Test
    void differencesByReasonAreExactlyOne() {
        assertEquals(
                List.of("PUBLISHER_BROKE_TIE 1"),
                LAKE.lines("select reason_code, count(*) from mart.rpt_published_vs_computed group by all"));
    }

    @Test
    void theCriteriaGiveThePublishedRankOfEveryUnit() {
        assertEquals(
                List.of(
                        "2006 64 64",
                        "2007 64 64",
                        "2009 63 63",
                        "2010 63 63",
                        "2012 63 63",
                        "2013 63 63",
                        "2014 63 63",
                        "2015 63 63",
                        "2016 63 63"),
                LAKE.lines("select reference_year, count(computed_rank),"
                        + " count(*) filter (computed_rank = published_rank) from mart.rpt_ranking"
                        + " where published_rank is not null group by all having count(computed_rank) > 0"
                        + " order by all"));
    }

    @Test
    void theCriteriaRankAlso2008WhichHasNoPublishedRank() {
        assertEquals(
                List.of("64 0 64"),
                LAKE.lines("select count(computed_rank), count(published_rank),"
                        + " count(*) filter (computed_rank = rank_of_published_points)"
                        + " from mart.rpt_ranking where reference_year = 2008"));
    }

    @Test
    void aYearWithoutARubricSaysSoForEveryUnit() {
        assertEquals(
                List.of("2005 NO_RUBRIC 42 published points", "2011 NO_RUBRIC 63 published points"),
                LAKE.lines("select reference_year, rank_reason_code, count(*), rank_basis from mart.rpt_ranking"
                        + " where rubric_code is null group by all order by all"));
    }

    @Test
    void everyUnitWithACriteriaTotalAgreesWithThePublishedScore() {
        assertEquals(
                List.of("633 0"),
                LAKE.lines("select count(total_points),"
                        + " count(*) filter (abs(cast(total_points as double) - published_points) >= 1e-5)"
                        + " from mart.rpt_ranking"));
    }

    @Test
    void holdsThe25PairsOfYearAndRubricThatCanBeComputedAndNot11Others() {
        List<String> pairs = new ArrayList<>();
        for (int year : IntStream.rangeClosed(2006, 2016).toArray()) {
            boolean hasBias = year <= 2008 || year >= 2013;
            (hasBias ? Stream.of("2006", "2009", "2013") : Stream.of("2009"))
                    .forEach(code -> pairs.add(year + " " + code));
        }
        assertEquals(25, pairs.size());
        assertEquals(
                pairs,
                LAKE.lines("select distinct reference_year, rubric_code from mart.fct_rank"
                        + " where computed_rank is not null order by all"));
    }

    @Test
    void aPairOfYearAndRubricRanksEveryUnitOfTheYear() {
        assertEquals(
                List.of(),
                LAKE.lines("select reference_year, rubric_code, count(*), count(computed_rank), min(rank_of)"
                        + " from mart.fct_rank where rubric_code is not null group by all"
                        + " having count(*) <> count(computed_rank) or count(*) <> min(rank_of)"
                        + " or count(*) <> if(reference_year <= 2008, 64, 63)"));
    }

    @Test
    void aReplayUnderAnotherRubricIsStoredUnderTheFirstYearOfItsRules() {
        assertEquals(
                List.of("2013 2006 2006", "2013 2009 2009", "2013 2013 2013", "2016 2013 2016"),
                LAKE.lines("select distinct reference_year, rubric_code, rubric_year from mart.fct_rank"
                        + " where (reference_year = 2013 or (reference_year = 2016 and rubric_code = '2013'))"
                        + " order by all"));
    }
}
