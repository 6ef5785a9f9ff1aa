package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricViewsTest {

    private static final String NORTH = "VNM.region.north";

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void oneRegionWithThreeProvincesOfWhichOneEndsIn2008() throws SQLException {
        release = new ReleaseFolder(folder);
        release.add("org_unit_version", "org_unit_id", "VNM", "org_unit_level_code", "country");
        release.add(
                "org_unit_version",
                "org_unit_id",
                NORTH,
                "org_unit_level_code",
                "region",
                "parent_org_unit_id",
                "VNM",
                "region_code",
                "N");
        release.add("org_unit_record", "org_unit_id", "VNM", "org_unit_level_code", "province");
        northern("VNM.a", null).northern("VNM.b", null).northern("VNM.old", "2008-07-31");
        release.add("metric", "metric_code", "population", "aggregation", "sum");
        release.add("metric", "metric_code", "density", "aggregation", "ratio_of_sums");
        release.add("delivery", "delivery_id", "d1", "contract_id", "gso-table");
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void addsUpExactlyWhatDoublesWouldNot() throws Exception {
        observed("population", "VNM.a", 2010, 0.1).observed("population", "VNM.b", 2010, 0.2);

        assertEquals(List.of(List.of(NORTH, "N", 0.3, 2, 0)), rollup("population", 2010));
    }

    @Test
    void givesNoSumForMetricsThatDoNotAddUp() throws Exception {
        observed("density", "VNM.a", 2010, 0.1).observed("density", "VNM.b", 2010, 0.2);

        assertEquals(List.of(Arrays.asList(NORTH, "N", null, 2, 0)), rollup("density", 2010));
    }

    @Test
    void countsAUnitThatIsSilentOrDeliveredAsMissing() throws Exception {
        observed("population", "VNM.a", 2010, 5.5);
        assertMissing("population", 2010, 1);
    }

    @Test
    void countsAUnitDeliveredAsMissing() throws Exception {
        observed("population", "VNM.a", 2010, 5.5).observed("population", "VNM.b", 2010, null);
        assertMissing("population", 2010, 1);
    }

    @Test
    void doesNotMissAUnitThatEndedDuringTheYear() throws Exception {
        observed("population", "VNM.a", 2008, 5.5).observed("population", "VNM.b", 2008, 4.5);
        assertMissing("population", 2008, 0);
    }

    @Test
    void stillAddsAUnitThatEndedDuringTheYearWhenItWasDelivered() throws Exception {
        observed("population", "VNM.a", 2008, 5.5)
                .observed("population", "VNM.b", 2008, 4.5)
                .observed("population", "VNM.old", 2008, 1.0);

        assertEquals(List.of(List.of(NORTH, "N", 11.0, 3, 0)), rollup("population", 2008));
    }

    @Test
    void givesNoSumWhereAValueIsBeyondAnyDecimal() throws Exception {
        observed("population", "VNM.a", 2010, 1e300).observed("population", "VNM.b", 2010, 1.0);

        assertEquals(List.of(Arrays.asList(NORTH, "N", null, 2, 0)), rollup("population", 2010));
    }

    @Test
    void comparesAValueWithTheYearBeforeAndWithItsPeers() throws Exception {
        observed("density", "VNM.a", 2009, 2.0).observed("density", "VNM.a", 2010, 3.0);
        observed("density", "VNM.b", 2010, 5.0);

        assertEquals(
                List.of(
                        Arrays.asList("VNM.a", 2009, 2.0, null, null, 1.0, 2.0),
                        Arrays.asList("VNM.a", 2010, 3.0, 2.0, 0.5, 0.5, 4.0),
                        Arrays.asList("VNM.b", 2010, 5.0, null, null, 1.0, 4.0)),
                ask("select org_unit_id, reference_year, value, previous_value, change_share, percentile, peer_median"
                        + " from mart.rpt_metric_trend order by org_unit_id, reference_year"));
    }

    @Test
    void ranksAmongThePeersOfTheLevelAndOfTheRegion() throws Exception {
        observed("density", "VNM.a", 2010, 3.0).observed("density", "VNM.b", 2010, 5.0);
        observed("density", "VNM.old", 2007, 1.0);

        assertEquals(
                List.of(List.of("VNM.old", 1, 1), List.of("VNM.a", 2, 2), List.of("VNM.b", 1, 2)),
                ask("select org_unit_id, peer_rank, peer_count from mart.rpt_metric_trend"
                        + " order by reference_year, org_unit_id"));
        assertEquals(
                List.of(List.of("VNM.a", "N", 2, 2, 0.5, 4.0), List.of("VNM.b", "N", 1, 2, 1.0, 4.0)),
                ask("select org_unit_id, peer_group_code, peer_rank, peer_count, percentile, peer_median"
                        + " from mart.rpt_metric_peers where peer_group_kind = 'region' and reference_year = 2010"
                        + " order by org_unit_id"));
    }

    @Test
    void expectsOfAParticipantWhatTheRubricOfTheYearAsks() throws Exception {
        criterion("population", 2010, 1).criterion("density", 2010, 2);
        release.add("participant", "org_unit_id", "VNM.a", "reference_year", 2010);
        release.add("participant", "org_unit_id", "VNM.b", "reference_year", 2010);
        observed("population", "VNM.a", 2010, 5.5);

        assertEquals(
                List.of(
                        Arrays.asList("vcci", "scorecard", "pci", "VNM.a", 1, 1, 1.0, null),
                        Arrays.asList("vcci", "scorecard", "pci", "VNM.b", 1, 0, 0.0, null)),
                ask(completeness("where source_code = 'vcci'")));
        assertEquals(
                List.of(
                        Arrays.asList(null, "scorecard", "pci", "VNM.a", 1, 0, 0.0, null),
                        Arrays.asList(null, "scorecard", "pci", "VNM.b", 1, 0, 0.0, null)),
                ask(completeness("where source_code is null")));
    }

    @Test
    void expectsAPublishedResultInAYearWithoutARubric() throws Exception {
        release.add("participant", "org_unit_id", "VNM.a", "reference_year", 2011);
        release.add("participant", "org_unit_id", "VNM.b", "reference_year", 2011);
        release.add(
                "published_result",
                "org_unit_id",
                "VNM.a",
                "reference_year",
                2011,
                "published_rank",
                1,
                "rank_cell_ref",
                "S!B2");

        assertEquals(
                List.of(
                        Arrays.asList("vcci", "scorecard", "pci", "VNM.a", 1, 1, 1.0, null),
                        Arrays.asList("vcci", "scorecard", "pci", "VNM.b", 1, 0, 0.0, null)),
                ask(completeness("")));
    }

    @Test
    void expectsOfEveryNeighbourWhatAContractReadForOne() throws Exception {
        observed("population", "VNM.a", 2010, 5.5).observed("density", "VNM.a", 2010, 1.5);
        observed("population", "VNM.b", 2010, null);

        assertEquals(
                List.of(
                        Arrays.asList("vcci", "contract", "gso-table", "VNM.a", 2, 2, 1.0, null),
                        Arrays.asList("vcci", "contract", "gso-table", "VNM.b", 2, 0, 0.0, null)),
                ask(completeness("")));
    }

    @Test
    void sortsProvincesAsVietnameseDo() throws Exception {
        for (String name :
                List.of("Đồng Nai", "Dung", "An Giang", "Ea", "Đắk Lắk", "Điện Biên", "Cần Thơ", "Đà Nẵng")) {
            release.province("VNM." + name, name);
        }

        assertEquals(
                "An Giang, Cần Thơ, Dung, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Ea",
                ask("select string_agg(org_unit_name_vi, ', ' order by org_unit_sort) from mart.dim_org_unit"
                                + " where org_unit_name_vi <> '-'")
                        .get(0)
                        .get(0));
    }

    @Test
    void sharesPointsAndRanksEachCriterion() throws Exception {
        criterion("density", 2016, 1);
        for (int place = 1; place <= 2; place++) {
            String unit = place == 1 ? "VNM.a" : "VNM.b";
            release.add(
                    "rank",
                    "org_unit_id",
                    unit,
                    "org_unit_name_vi",
                    "Tên " + unit,
                    "rubric_year",
                    2016,
                    "rubric_code",
                    "2013",
                    "rubric_hash",
                    "h",
                    "total_points",
                    10 - place,
                    "computed_rank",
                    place,
                    "rank_of",
                    2);
            release.add(
                    "score",
                    "org_unit_id",
                    unit,
                    "rubric_year",
                    2016,
                    "rubric_code",
                    "2013",
                    "rubric_hash",
                    "h",
                    "criterion_code",
                    "density",
                    "points",
                    10 - place,
                    "max_points",
                    10);
        }

        assertEquals(
                List.of(List.of("Tên VNM.a", "density", 0.9, 1), List.of("Tên VNM.b", "density", 0.8, 2)),
                ask("select org_unit_name_vi, criterion_code, points_share, criterion_rank"
                        + " from mart.rpt_score_breakdown order by org_unit_id"));
    }

    private MetricViewsTest northern(String id, String until) throws SQLException {
        release.add(
                "org_unit_version",
                "org_unit_id",
                id,
                "parent_org_unit_id",
                NORTH,
                "region_code",
                "N",
                "valid_to_on",
                until);
        return this;
    }

    private MetricViewsTest observed(String metric, String unit, int year, Double value) throws SQLException {
        release.observed(metric, unit, year, value);
        return this;
    }

    private MetricViewsTest criterion(String metric, int year, int order) throws SQLException {
        release.add(
                "criterion",
                "rubric_year",
                year,
                "rubric_code",
                "2013",
                "criterion_code",
                metric,
                "criterion_order",
                order,
                "metric_code",
                metric);
        return this;
    }

    private void assertMissing(String metric, int year, int count) throws Exception {
        assertEquals(count, rollup(metric, year).get(0).get(4));
    }

    private List<List<Object>> rollup(String metric, int year) throws Exception {
        return ask(
                "select parent_org_unit_id, region_code, value, unit_count, missing_count from mart.rpt_metric_rollup"
                        + " where metric_code = '" + metric + "' and reference_year = " + year
                        + " and parent_level_code = 'region'");
    }

    private static String completeness(String where) {
        return "select source_code, form_kind, form_code, org_unit_id, expected_count, received_count,"
                + " completeness_share, days_late from mart.rpt_completeness " + where + " order by org_unit_id";
    }

    private List<List<Object>> ask(String sql) throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue.query(sql).rows();
        }
    }
}
