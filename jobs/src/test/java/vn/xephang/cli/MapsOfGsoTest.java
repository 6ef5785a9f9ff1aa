package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.read.RealBooks;
import vn.xephang.run.TestLake;

/** The real GSO tables in a lake, on the maps of 63 and 34 provinces. */
class MapsOfGsoTest {

    @TempDir
    static Path folder;

    private static TestLake lake;

    @BeforeAll
    static void deliverThreeTables() {
        lake = new TestLake(folder.resolve("lake"));
        for (String table : List.of(
                "Average population by province.csv",
                "Area, population and population density by province.csv",
                "Number of divorce cases cleared up by province and by level.csv")) {
            lake.deliver("gso/" + table, RealBooks.file("gso/" + table));
        }
        lake.run();
    }

    @Test
    void everyScorecardIsRankedEachYearOnBothMapsOfAllUnits() {
        assertEquals(
                List.of(
                        "gso-density 2025-07-01 2011-2016 34",
                        "gso-density as-was 2011-2016 63",
                        "gso-divorce-rate 2025-07-01 2013-2016 34",
                        "gso-divorce-rate as-was 2013-2016 63",
                        "gso-growth 2025-07-01 2010-2016 34",
                        "gso-growth as-was 2010-2016 63"),
                lake.lines("select concat_ws(' ', scorecard_code, boundary_vintage,"
                        + " min(reference_year) || '-' || max(reference_year),"
                        + " case when min(rank_of) = max(rank_of) and min(rank_of) = count(computed_rank)"
                        + " / count(distinct reference_year) then min(rank_of) end) from mart.fct_rank"
                        + " where rubric_year = reference_year group by scorecard_code, boundary_vintage order by 1"));
    }

    @Test
    void theCommandAnswersAsTheReleaseHolds() {
        Called called = Called.on(lake, "rank", "gso-divorce-rate", "2016", "--units", "2025-07-01", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        int unit = column(called, "org_unit_id");
        int rank = column(called, "computed_rank");

        assertEquals(
                lake.lines("select org_unit_id || ' ' || computed_rank from mart.fct_rank"
                        + " where scorecard_code = 'gso-divorce-rate' and reference_year = 2016"
                        + " and rubric_year = 2016 and boundary_vintage = '2025-07-01'"
                        + " order by computed_rank, org_unit_code"),
                called.rows().stream()
                        .map(row -> row.split(",", -1)[unit] + " " + row.split(",", -1)[rank])
                        .toList());
    }

    @Test
    void namesAUnitOfTheMapThatWasAskedFor() {
        Called called = Called.on(
                lake, "rank", "gso-growth", "2016", "--units", "2025-07-01", "--unit", "80", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        assertTrue(called.rows().get(0).contains("VNM.tay-ninh-2025"), called.out());
    }

    @Test
    void everyMetricStandsOnBothMapsAndSaysWhereItCannot() {
        assertEquals(
                List.of("VNM.long-an 2008-08-01 1490.6", "VNM.tay-ninh-2025 2025-07-01 2609.4"),
                lake.lines("select concat_ws(' ', org_unit_id, boundary_vintage, value)"
                        + " from mart.rpt_metric_rebased where metric_code = 'gso_population_average'"
                        + " and reference_year = 2016 and org_unit_id in ('VNM.long-an', 'VNM.tay-ninh-2025')"
                        + " order by 1"));
        assertEquals(
                List.of("VNM.ha-noi", "VNM.phu-tho-2025"),
                lake.lines("select org_unit_id from mart.rpt_metric_not_rebased"
                        + " where metric_code = 'gso_population_average' and reference_year = 2007"
                        + " and boundary_vintage = '2025-07-01' order by 1"));
    }

    @Test
    void provincesAreRolledUpToRegionAndCountryOfTheirYear() {
        assertEquals(
                List.of(
                        "2007 country 84218.5 64 of 64",
                        "2007 region 17042.0 13 of 13",
                        "2016 country 92695.1 63 of 63",
                        "2016 region 17660.7 13 of 13"),
                lake.lines("select concat_ws(' ', reference_year, parent_level_code, value, unit_count, 'of',"
                        + " expected_count) from mart.rpt_metric_rollup where metric_code = 'gso_population_average'"
                        + " and org_unit_level_code = 'province' and reference_year in (2007, 2016)"
                        + " and parent_org_unit_id in ('VNM', 'VNM.region.dbscl') order by 1"));
    }

    /** 24308 divorces among 92695.1 thousand persons. */
    @Test
    void theRateOfTheCountryIsThatOfItsSums() {
        assertEquals(
                List.of("province 0.262236 63", "region 0.262236 6"),
                lake.lines("select concat_ws(' ', org_unit_level_code, round(value, 6), unit_count)"
                        + " from mart.rpt_metric_rollup where metric_code = 'gso_divorce_rate'"
                        + " and reference_year = 2016 and parent_org_unit_id = 'VNM' order by 1"));
    }

    @Test
    void growthOf2008LeavesOutTheProvincesThatGaveOrGotLand() {
        assertEquals(
                List.of("60 of 63 without Hà Nội, Hoà Bình, Vĩnh Phúc"),
                lake.lines("select concat_ws(' ', unit_count, 'of', expected_count, 'without', missing_units)"
                        + " from mart.rpt_metric_rollup where metric_code = 'gso_growth' and reference_year = 2008"
                        + " and org_unit_level_code = 'province' and parent_org_unit_id = 'VNM'"));
    }

    @Test
    void theReportedCountryDiffersFromItsProvincesWhereItIsKnownTo() {
        assertEquals(
                List.of(
                        "gso_area 2012 -0.3 0.05",
                        "gso_area 2016 279.3 0.05",
                        "gso_population_average 2010 -0.1 0.05",
                        "gso_population_average 2011 0.7 0.05",
                        "gso_population_average 2013 -0.3 0.05",
                        "gso_population_average 2014 -0.5 0.05"),
                lake.lines("select concat_ws(' ', metric_code, reference_year, difference, tolerance)"
                        + " from mart.rpt_metric_reconciliation where reconciliation_code = 'differs'"
                        + " and metric_code in ('gso_area', 'gso_population_average', 'gso_divorces')"
                        + " and org_unit_level_code = 'province' and parent_org_unit_id = 'VNM' order by 1"));
        assertEquals(
                List.of("agrees 32"),
                lake.lines("select reconciliation_code || ' ' || count(*) from mart.rpt_metric_reconciliation"
                        + " where metric_code = 'gso_divorces' group by reconciliation_code"));
    }

    private static int column(Called called, String name) {
        return Arrays.asList(called.out().lines().findFirst().orElse("").split(","))
                .indexOf(name);
    }
}
