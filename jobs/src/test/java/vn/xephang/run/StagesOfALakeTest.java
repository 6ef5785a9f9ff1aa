package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up scorecard of three provinces over two years: entered points at three stages, ties by last year's place. */
class StagesOfALakeTest {

    private static final String RANKS =
            "select reference_year, stage_code, org_unit_name_vi, computed_rank, deciding_clause"
                    + " from mart.fct_rank where scorecard_code = 'made-up' and rubric_year = reference_year order by all";

    @TempDir
    private Path folder;

    private TestLake lake;

    @BeforeEach
    void deliver() {
        lake = StagedLake.in(folder.resolve("lake"));
    }

    @Test
    void ranksEveryStageAndBreaksATieByThePlaceOfTheYearBefore() {
        lake.run();
        assertEquals(
                List.of(
                        "2020 confirmed Bến Tre 3 total=8.00",
                        "2020 confirmed Long An 1 tie_rule=ordinal; total=9.00; decided_by=previous_rank",
                        "2020 confirmed Tây Ninh 2 tie_rule=ordinal; total=9.00; decided_by=previous_rank"),
                lines("confirmed"));
        assertEquals(
                List.of("- 10 9 8 -1 -1 1 1 1", "c2 5 4 3 -1 -1 - - -"),
                lake.lines("select criterion_code, self_points::int, confirmed_points::int, final_points::int,"
                        + " confirmed_difference_points::int, final_difference_points::int, self_rank, confirmed_rank, final_rank"
                        + " from mart.rpt_stage_comparison where reference_year = 2020 and org_unit_id = 'VNM.long-an'"
                        + " and criterion_code is distinct from 'c1' order by criterion_order"));
    }

    @Test
    void aChangeOfTheYearBeforeDecidesTheTieAnew() {
        lake.run();
        StagedLake.correctTheYearBefore(lake).run();
        assertEquals(
                List.of("Bến Tre 3", "Long An 2", "Tây Ninh 1"),
                lake.lines(
                        "select org_unit_name_vi, computed_rank from mart.fct_rank where scorecard_code = 'made-up'"
                                + " and reference_year = 2020 and rubric_year = 2020 and stage_code = 'confirmed' order by all"));
        assertEquals(
                List.of("2019 18", "2020 9"),
                lake.lines("select reference_year, count(*) from mart.fct_entered_points group by all order by all"),
                "no row of the year before is written twice");
    }

    @Test
    void flagsEnteredPointsThatTheRubricCannotGive() {
        lake.deliver("vcci/2020-wrong.csv", StagedLake.sheet("2018,Long An,1,1,1", "2020,Long An,5.01,-1,5"))
                .run();
        assertEquals(
                List.of(
                        "C2 UNKNOWN_CRITERION c2",
                        "C3 OUT_OF_RANGE 5.01",
                        "D2 UNKNOWN_CRITERION c2",
                        "D3 OUT_OF_RANGE -1",
                        "E2 UNKNOWN_CRITERION c2"),
                lake.lines("select cell, code, found from mart.rpt_finding where landing_file ="
                        + " 'vcci/2020-wrong.csv' and cell <> '' order by all"));
    }

    private List<String> lines(String stage) {
        return lake.lines(RANKS).stream()
                .filter(line -> line.startsWith("2020 " + stage))
                .toList();
    }
}
