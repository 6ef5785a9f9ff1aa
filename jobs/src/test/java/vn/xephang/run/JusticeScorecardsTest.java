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

    /** Figures drawn by chance are now and then as odd as a slip of the pen; they are suspected, and stand. */
    @Test
    void findsNothingWrongWithTheExamplesAndSuspectsThreeFigures() {
        assertEquals(
                List.of(
                        "DECIMAL_SHIFT_SUSPECTED justice/tinh-2018-nam-chinh-thuc-SYNTHETIC.xlsx AM4 1 (÷100)",
                        "OUTLIER justice/tinh-2025-6-thang-SYNTHETIC.xlsx P50 14 (×0.14)",
                        "OUTLIER justice/tinh-2025-6-thang-SYNTHETIC.xlsx Q50 26 (×0.14)"),
                outcome.newFindings().stream()
                        .map(finding -> String.join(
                                " ", finding.code().name(), finding.landingFile(), finding.cell(), finding.found()))
                        .toList());
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

    @Test
    void tellsWhoMayBeCommendedInEveryYearThatHasARule() {
        assertEquals(
                List.of(
                        "justice-commune certificate_of_merit 2025 9/9 9/9",
                        "justice-district certificate_of_merit 2018 3 5 4 5 3 5 4 5",
                        "justice-province certificate_of_merit 2017 18/18 18/18 18/18 18/18 18/18 18/18 18/18 18/18"
                                + " 10/10 10/10",
                        "justice-province emulation_flag 2018 0/8 4/8 3/8 6/8 8/8 8/8 8/8 5/5 5/5"),
                lake.lines("""
                        with yearly as (
                            select distinct scorecard_code, commendation_code, reference_year, eligible_count, quota_count
                            from mart.rpt_commendation
                        )
                        select scorecard_code, commendation_code, min(reference_year),
                            string_agg(
                                eligible_count || coalesce('/' || quota_count, ''), ' ' order by reference_year)
                        from yearly
                        group by all
                        order by all
                        """));
    }

    @Test
    void everyClauseDecidesAboutSomeUnit() {
        assertEquals(
                List.of(
                        "justice-commune all knock_out quota rating",
                        "justice-district all knock_out rank rating years_before",
                        "justice-province all knock_out not_ranked quota rank_in_cluster rating years_before"),
                lake.lines("select scorecard_code, string_agg(distinct clause_code, ' ' order by clause_code)"
                        + " from mart.rpt_commendation group by all order by all"));
    }

    @Test
    void agreesWithTheSameRuleInSql() {
        assertEquals(List.of(), lake.lines("""
                        with held as (
                            select ranking.reference_year, ranking.org_unit_id, ranking.computed_rank
                            from mart.rpt_ranking as ranking
                            join mart.rpt_ranking as before
                                on before.scorecard_code = ranking.scorecard_code
                                and before.reference_year = ranking.reference_year - 1
                                and before.org_unit_id = ranking.org_unit_id
                            left join mart.fct_observation as late
                                on late.metric_code = 'justice_td03'
                                and late.period_code = 'Y'
                                and late.reference_year = ranking.reference_year
                                and late.org_unit_id = ranking.org_unit_id
                            where ranking.scorecard_code = 'justice-province'
                                and ranking.reference_year between 2018 and 2024
                                and ranking.rating_code = 'excellent'
                                and ranking.rank_in_cluster <= 2
                                and coalesce(late.value, 0) <= 0
                                and before.rating_code in ('excellent', 'good')
                        ),
                        expected as (
                            select reference_year, org_unit_id
                            from held
                            where (
                                select count(*)
                                from held as other
                                where other.reference_year = held.reference_year
                                    and other.computed_rank <= held.computed_rank
                            ) <= 8
                        ),
                        told as (
                            select reference_year, org_unit_id
                            from mart.rpt_commendation
                            where scorecard_code = 'justice-province' and commendation_code = 'emulation_flag'
                                and is_eligible and reference_year <= 2024
                        )
                        (select * from expected except select * from told)
                        union all
                        (select * from told except select * from expected)
                        """));
    }

    @Test
    void explainsEveryChangeOfPlaceButTheOneBetweenRegimesOfLegalAccess() {
        assertEquals(
                List.of(
                        "justice-commune 1 60",
                        "justice-district 8 120",
                        "justice-province 9 484",
                        "legal-access 3 558"),
                lake.lines("""
                        with told as (
                            select scorecard_code, reference_year, org_unit_id, sum(rank_effect) as effects
                            from mart.rpt_rank_change
                            group by all
                        )
                        select scorecard_code, count(distinct reference_year), count(*)
                        from told
                        join mart.rpt_ranking using (scorecard_code, reference_year, org_unit_id)
                        where effects = rank_change
                        group by all
                        order by all
                        """));
        assertEquals(
                List.of("legal-access 2022 186"),
                lake.lines("select scorecard_code, reference_year, count(*) from mart.rpt_ranking"
                        + " anti join mart.rpt_rank_change using (scorecard_code, reference_year, org_unit_id)"
                        + " where rank_change is not null group by all"));
    }
}
