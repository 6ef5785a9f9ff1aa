package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up scorecard of three provinces over two years: entered points at three stages, ties by last year's place. */
class StagesOfALakeTest {

    private static final String SCORECARD = """
            scorecard_code: made-up
            scorecard_name_vi: Giả định
            scorecard_name_en: Made up
            org_unit_level_code: province
            source_code: vcci
            period_code: Y
            stage_code: final
            is_synthetic: true
            participants:
              - years: [2019, 2020]
                expected_count: 3
                org_unit_ids: [VNM.long-an, VNM.tay-ninh, VNM.ben-tre]
            """;
    private static final String RUBRIC = """
            scorecard_code: made-up
            rubric_code: "2019"
            rubric_year: 2019
            is_synthetic: true
            source: made up for this test
            total_scale: 2
            rounding_mode: HALF_EVEN
            tie_rule: ordinal
            tie_break: [previous_rank]
            missing_rule: no_rank
            criteria:
              - criterion_code: c1
                criterion_name_vi: Một
                criterion_name_en: One
                metric_code: pci_entry
                scoring_rule: weighted
                weight: "1"
                max_points: "10"
              - criterion_code: c2
                criterion_name_vi: Hai
                criterion_name_en: Two
                scoring_rule: entered
                max_points: "5"
            """;
    private static final String CONTRACT = """
            contract_id: made-up-sheet
            source_code: vcci
            form_name_vi: Phiếu chấm điểm giả định
            form_name_en: Made-up score sheet
            format: csv
            years: {from: 2015}
            org_unit_level_code: province
            period_code: Y
            data_vintage: official
            stage_code: final
            tables:
              - match: [year, unit, self, confirmed, final]
                year_column: year
                names: [unit]
                columns:
                  - {header: self, target: "entered:made-up/c2@self"}
                  - {header: confirmed, target: "entered:made-up/c2@confirmed", optional: true}
                  - {header: final, target: "entered:made-up/c2"}
            """;
    private static final String RANKS =
            "select reference_year, stage_code, org_unit_name_vi, computed_rank, deciding_clause"
                    + " from mart.fct_rank where scorecard_code = 'made-up' and rubric_year = reference_year order by all";

    @TempDir
    private Path folder;

    private TestLake lake;

    @BeforeEach
    void deliver() {
        lake = new TestLake(folder.resolve("lake"))
                .declaring("scorecards/made-up.yaml", SCORECARD)
                .declaring("rubrics/made-up/2019.yaml", RUBRIC)
                .declaring("rubrics/made-up/2020.yaml", RUBRIC.replace("rubric_year: 2019", "rubric_year: 2020"))
                .declaring("landing/made-up-sheet.yaml", CONTRACT);
        lake.deliver("vcci/values.csv", csv("reference_year,org_unit,metric_code,value", """
                2019,Long An,pci_entry,6
                2019,Tây Ninh,pci_entry,5
                2019,Bến Tre,pci_entry,4
                2020,Long An,pci_entry,5
                2020,Tây Ninh,pci_entry,5
                2020,Bến Tre,pci_entry,6
                """));
        lake.deliver("vcci/2019.csv", sheet("2019,Long An,5,5,2", "2019,Tây Ninh,4,3,2", "2019,Bến Tre,3,2,1"));
        lake.deliver("vcci/2020.csv", sheet("2020,Long An,5,4,3", "2020,Tây Ninh,4,4,3", "2020,Bến Tre,3,2,2"));
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
        lake.deliver(
                        "vcci/2019-corrected.csv",
                        sheet("2019,Long An,5,5,0", "2019,Tây Ninh,4,3,5", "2019,Bến Tre,3,2,1"))
                .run();
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
        lake.deliver("vcci/2020-wrong.csv", sheet("2018,Long An,1,1,1", "2020,Long An,5.01,-1,5"))
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

    private static byte[] sheet(String... rows) {
        return csv("year,unit,self,confirmed,final", String.join("\n", rows) + "\n");
    }

    private static byte[] csv(String head, String rows) {
        return (head + "\n" + rows).getBytes(StandardCharsets.UTF_8);
    }
}
