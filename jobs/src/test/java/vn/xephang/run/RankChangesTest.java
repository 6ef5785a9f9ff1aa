package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Why ranks changed, as views over the twelve real workbooks. */
class RankChangesTest {

    private static final TestLake LAKE = TwelveBooks.lake();

    @Test
    void sharesTheFallOfLongAnIn2013Out() {
        assertEquals(
                List.of("own 1.5 3/2", "others -15.5 -31/2", "rubric 11.0 11", "map 0.0 0", "participation 0.0 0"),
                LAKE.lines(
                        "select factor_code, cast(rank_effect as double), rank_effect_fraction from mart.rpt_rank_change"
                                + " where reference_year = 2013 and org_unit_name_vi = 'Long An' order by factor_order"));
    }

    @Test
    void explainsEveryChangeBut2006ForWhichNoRulesFit() {
        assertEquals(
                List.of("2006 42"),
                LAKE.lines("select reference_year, count(*) from mart.rpt_ranking as ranking"
                        + " anti join mart.rpt_rank_change as told using (scorecard_code, reference_year, org_unit_id)"
                        + " where rank_change is not null group by all"));
    }

    @Test
    void tellsEachUnitAndYearInOneSentence() {
        assertEquals(
                List.of("Long An: hạng 19/63 năm 2013, tụt 3 bậc so với năm 2012 (16/63), trong đó: kết quả của chính"
                        + " đơn vị +1,5; kết quả của các đơn vị khác −15,5; thay đổi bộ tiêu chí +11."),
                LAKE.lines("select sentence_vi from mart.rpt_summary_sentence"
                        + " where reference_year = 2013 and org_unit_name_vi = 'Long An'"));
        assertEquals(
                List.of("0"),
                LAKE.lines("select count(*) from mart.rpt_ranking anti join mart.rpt_summary_sentence"
                        + " using (scorecard_code, reference_year, org_unit_id)"));
    }

    @Test
    void comparesCriteriaUnderTheLaterRulesWhereTheyApplyElseUnderTheEarlier() {
        assertEquals(
                List.of(
                        "2007 2006 640",
                        "2008 2006 640",
                        "2009 2009 567",
                        "2010 2009 567",
                        "2011 2009 567",
                        "2012 2009 567",
                        "2013 2009 567",
                        "2014 2013 630",
                        "2015 2013 630",
                        "2016 2013 630"),
                LAKE.lines("select reference_year, compared_rubric_code, count(*) from mart.rpt_criterion_change"
                        + " where org_unit_id <> 'VNM.ha-tay' or reference_year < 2009 group by all order by all"));
    }

    @Test
    void changesOfCriteriaAddUpToTheChangeOfTheTotalBeforeItsRounding() {
        assertEquals(List.of("0"), LAKE.lines("""
                        with changed as (
                            select reference_year, org_unit_id, compared_rubric_code as code,
                                sum(points_change) as points_change, sum(total_share_change) as share_change
                            from mart.rpt_criterion_change group by all
                        )
                        select count(*)
                        from changed
                        join mart.fct_rank as later on later.reference_year = changed.reference_year
                            and later.org_unit_id = changed.org_unit_id and later.rubric_code = code
                        join mart.fct_rank as earlier on earlier.reference_year = changed.reference_year - 1
                            and earlier.org_unit_id = changed.org_unit_id and earlier.rubric_code = code
                        where abs(later.total_points - earlier.total_points - points_change) > 1e-9
                            or abs(share_change * 100 - cast(points_change as double)) > 1e-9
                        """));
    }
}
