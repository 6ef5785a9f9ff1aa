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

    private static int column(Called called, String name) {
        return Arrays.asList(called.out().lines().findFirst().orElse("").split(","))
                .indexOf(name);
    }
}
