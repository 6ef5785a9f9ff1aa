package vn.xephang.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A made-up scorecard of three provinces over two years: entered points at three stages, ties by last year's place. */
final class StagedLake {

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

    private StagedLake() {}

    /** Both years delivered, nothing run. */
    static TestLake in(Path root) {
        TestLake lake = new TestLake(root)
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
        return lake;
    }

    /** Turns the order of 2019 round, by which 2020 breaks its tie. */
    static TestLake correctTheYearBefore(TestLake lake) {
        return lake.deliver(
                "vcci/2019-corrected.csv", sheet("2019,Long An,5,5,0", "2019,Tây Ninh,4,3,5", "2019,Bến Tre,3,2,1"));
    }

    static byte[] sheet(String... rows) {
        return csv("year,unit,self,confirmed,final", String.join("\n", rows) + "\n");
    }

    private static byte[] csv(String head, String rows) {
        return (head + "\n" + rows).getBytes(StandardCharsets.UTF_8);
    }
}
