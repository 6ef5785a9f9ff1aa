package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run over the shipped deliveries of the justice sector. */
class JusticeScorecardsTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("xephang.home", "."), "examples/landing");

    @TempDir
    private static Path folder;

    private static TestLake lake;
    private static RunOutcome outcome;

    @BeforeAll
    static void runsOverTheExamples() throws IOException {
        lake = new TestLake(folder);
        try (Stream<Path> walk = Files.walk(EXAMPLES.resolve("justice"))) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                lake.deliver(EXAMPLES.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        outcome = lake.run();
    }

    @Test
    void findsNothingWrongWithTheExamples() {
        assertEquals(List.of(), outcome.newFindings());
    }

    @Test
    void showsTheOneRealResultWithoutAComputedRank() {
        assertEquals(List.of("4 63 Hoàn thành xuất sắc nhiệm vụ - NO_RUBRIC - false"), lake.lines("""
                        select published_rank, rank_of, published_rating, computed_rank, rank_reason_code, rubric_code,
                            is_synthetic
                        from mart.fct_rank
                        where scorecard_code = 'justice-province-published' and published_rank is not null
                        """));
    }

    @Test
    void keepsTheRealResultApartFromWhatIsMadeUp() {
        assertEquals(
                List.of("2 VNM.long-an 2023"),
                lake.lines("select count(*), org_unit_id, reference_year from (select unnest([published_rank::varchar,"
                        + " published_rating]) as part, * from mart.fct_published_result) where part is not null and"
                        + " scorecard_code = 'justice-province-published' group by all"));
        assertEquals(
                List.of("false", "true", "true", "true", "true"),
                lake.lines("select bool_or(is_synthetic) from mart.fct_rank group by scorecard_code order by"
                        + " scorecard_code <> 'justice-province-published'"));
    }

    @Test
    void ranksEveryYearAtEachStage() {
        assertEquals(
                List.of(
                        "justice-commune confirmed 2 2025 2026 120",
                        "justice-commune final 2 2025 2026 120",
                        "justice-commune self 2 2025 2026 120",
                        "justice-district confirmed 9 2017 2025 135",
                        "justice-district final 9 2017 2025 135",
                        "justice-district self 9 2017 2025 135",
                        "justice-province confirmed 10 2017 2026 571",
                        "justice-province final 10 2017 2026 571",
                        "justice-province self 10 2017 2026 571",
                        "legal-access final 5 2020 2024 930",
                        "legal-access self 5 2020 2024 930"),
                lake.lines("""
                        select scorecard_code, stage_code, count(distinct reference_year), min(reference_year),
                            max(reference_year), count(*)
                        from mart.fct_rank
                        where computed_rank is not null and rubric_year = reference_year
                        group by all
                        order by all
                        """));
    }

    @Test
    void givesTheSameFirstPlacesAsEver() {
        assertEquals(
                List.of(
                        "justice-commune VNM.tay-ninh-2025.my-yen 96.600000000 Hoàn thành xuất sắc nhiệm vụ",
                        "justice-district VNM.long-an.tan-tru 91.900000000 excellent",
                        "justice-province VNM.tay-ninh-2025 88.190000000 excellent",
                        "legal-access VNM.long-an.chau-thanh.hiep-thanh 96.750000000 passed"),
                lake.lines("""
                        select scorecard_code, org_unit_id, total_points, rating_code
                        from mart.rpt_ranking as ranking
                        where computed_rank = 1
                            and reference_year = (
                                select max(reference_year)
                                from mart.rpt_ranking as every
                                where every.scorecard_code = ranking.scorecard_code and computed_rank is not null
                            )
                        order by all
                        """));
    }

    @Test
    void listsAUnitThatTookNoPartWithoutARank() {
        assertEquals(List.of("2021 VNM.bac-kan not_participating NOT_PARTICIPATING - 62"), lake.lines("""
                        select reference_year, org_unit_id, participation_status, rank_reason_code, computed_rank, rank_of
                        from mart.rpt_ranking
                        where scorecard_code = 'justice-province' and computed_rank is null
                        """));
    }

    @Test
    void ranksWithinTheEmulationRegionsToo() {
        assertEquals(
                List.of("KV1 14", "KV2 11", "KV3 14", "KV4 11", "KV5 13"),
                lake.lines("select cluster_code, max(rank_in_cluster) from mart.rpt_ranking where scorecard_code ="
                        + " 'justice-province' and reference_year = 2019 group by all order by all"));
    }

    @Test
    void tellsWhichClauseKeptACommuneFromTheStandard() {
        assertEquals(List.of("criterion", "justice_leaders_disciplined", "points"), lake.lines("""
                        select distinct regexp_extract(deciding_clause, 'passed refused: ([a-z_]+)', 1) as clause
                        from mart.rpt_ranking
                        where scorecard_code = 'legal-access' and rating_code = 'not_passed'
                        order by clause
                        """));
        assertEquals(
                List.of("0"),
                lake.lines("select count(*) from mart.rpt_ranking where rating_code = 'passed' and"
                        + " (total_points < 80 or deciding_clause like '%refused%')"));
    }

    @Test
    void neverComparesAPassUnderOneRegimeWithAnothers() {
        assertEquals(
                List.of("2020 -", "2021 SAME", "2022 RUBRIC_CHANGED", "2023 SAME", "2024 SAME"),
                lake.lines("select distinct reference_year, comparability_code from mart.rpt_ranking where"
                        + " scorecard_code = 'legal-access' and reference_year < 2025 order by all"));
        assertEquals(
                List.of("RUBRIC_CHANGED,MAP_CHANGED,N_CHANGED,NEW_IDENTITY"),
                lake.lines("select distinct comparability_code from mart.rpt_ranking where scorecard_code ="
                        + " 'legal-access' and reference_year = 2025"));
        assertEquals(
                List.of(),
                lake.lines("select * from mart.fct_rank where scorecard_code = 'legal-access' and rubric_code <>"
                        + " (case when reference_year <= 2021 then '2020' else '2022' end)"));
        assertEquals(
                List.of("2025 60 NO_RUBRIC", "2026 60 NO_RUBRIC"),
                lake.lines("select reference_year, count(*), rank_reason_code from mart.fct_rank where scorecard_code ="
                        + " 'legal-access' and rubric_code is null group by all order by all"));
    }
}
