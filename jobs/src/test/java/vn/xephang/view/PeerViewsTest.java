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

/** Four provinces: two below 10 people, two from 10 on. */
class PeerViewsTest {

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void fourProvinces() throws SQLException {
        release = new ReleaseFolder(folder);
        release.add("delivery", "delivery_id", "d1");
        release.add("metric", "metric_code", "people", "aggregation", "sum", "direction", "neutral");
        release.add("metric", "metric_code", "delay", "aggregation", "none", "direction", "lower_is_better");
        release.add("metric", "metric_code", "speed", "aggregation", "none");
        for (String unit : List.of("A", "B", "C", "D")) {
            release.province(unit, unit);
        }
        band("small", null, 10.0).band("large", 10.0, null);
        people("A", 2010, 9.9).people("B", 2010, 5.0).people("C", 2010, 10.0).people("D", 2010, 50.0);
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void theBandOfTheYearMakesThePeers() throws Exception {
        people("A", 2011, 10.0);

        assertEquals(
                List.of(
                        List.of("A", 2010, "small"),
                        List.of("A", 2011, "large"),
                        List.of("B", 2010, "small"),
                        List.of("C", 2010, "large"),
                        List.of("D", 2010, "large")),
                ask("select org_unit_id, reference_year, peer_group_code from mart.dim_peer_group_member"
                        + " where peer_group_kind = 'size' order by all"));
    }

    @Test
    void aRuleThatEndedMakesNone() throws Exception {
        observed("people", "A", 2030, 5.0);

        assertEquals(
                List.of(),
                ask("from mart.dim_peer_group_member where peer_group_kind = 'size' and reference_year = 2030"));
    }

    @Test
    void placesAValueAmongThePeersOfItsBand() throws Exception {
        observed("delay", "A", 2010, 3.0).observed("delay", "B", 2010, 7.0);
        observed("delay", "C", 2010, 1.0).observed("delay", "D", 2010, 2.0);

        assertEquals(
                List.of(
                        List.of("A", "Tên small", 1, 2, 0.5, 5.0),
                        List.of("B", "Tên small", 2, 2, 1.0, 5.0),
                        List.of("C", "Tên large", 1, 2, 0.5, 1.5),
                        List.of("D", "Tên large", 2, 2, 1.0, 1.5)),
                ask("select org_unit_id, peer_group_name_vi, peer_rank, peer_count, percentile, peer_median"
                        + " from mart.rpt_metric_peers where metric_code = 'delay' and peer_group_kind = 'size'"
                        + " order by org_unit_id"));
    }

    @Test
    void clustersOfAScorecardCompareOnlyWhatItReads() throws Exception {
        release.add(
                "criterion",
                "rubric_year",
                2010,
                "rubric_code",
                "2010",
                "criterion_code",
                "delay",
                "metric_code",
                "delay");
        clustered("A", 2010, 1).clustered("B", 2010, 2);
        observed("delay", "A", 2010, 3.0).observed("speed", "A", 2010, 3.0);

        assertEquals(
                List.of(List.of("delay", "pci K1")),
                ask("select metric_code, peer_group_code from mart.rpt_metric_peers"
                        + " where peer_group_kind = 'cluster' order by all"));
    }

    @Test
    void ranksAmongPeersMoveFromYearToYear() throws Exception {
        people("A", 2011, 9.0).people("B", 2011, 8.0);
        clustered("A", 2010, 1).clustered("B", 2010, 3).clustered("C", 2010, 2).clustered("D", 2010, 4);
        clustered("A", 2011, 4).clustered("B", 2011, 2).clustered("C", 2011, 1).clustered("D", 2011, 3);

        assertEquals(
                List.of(
                        Arrays.asList("A", 2010, 1, 1, 2, 1.0, 2.0, null),
                        Arrays.asList("A", 2011, 4, 2, 2, 0.5, 3.0, -1),
                        Arrays.asList("B", 2010, 3, 2, 2, 0.5, 2.0, null),
                        Arrays.asList("B", 2011, 2, 1, 2, 1.0, 3.0, 1)),
                ask("select org_unit_id, reference_year, rank, peer_rank, peer_count, peer_percentile,"
                        + " peer_median_rank, peer_rank_change from mart.rpt_rank_peers"
                        + " where peer_group_code = 'small' order by org_unit_id, reference_year"));
        assertEquals(
                List.of(List.of("pci K1", 4L)),
                ask("select peer_group_code, max(peer_rank)::bigint from mart.rpt_rank_peers"
                        + " where peer_group_kind = 'cluster' and reference_year = 2011 group by 1"));
    }

    private PeerViewsTest band(String code, Double atLeast, Double below) throws SQLException {
        release.add(
                "peer_group",
                "peer_group_kind",
                "size",
                "peer_group_code",
                code,
                "peer_group_name_vi",
                "Tên " + code,
                "from_year",
                2000,
                "to_year",
                2020,
                "metric_code",
                "people",
                "at_least",
                atLeast,
                "below",
                below);
        return this;
    }

    private PeerViewsTest people(String unit, int year, double value) throws SQLException {
        return observed("people", unit, year, value);
    }

    private PeerViewsTest observed(String metric, String unit, int year, double value) throws SQLException {
        release.observed(metric, unit, year, value);
        return this;
    }

    private PeerViewsTest clustered(String unit, int year, int rank) throws SQLException {
        release.add(
                "rank",
                "org_unit_id",
                unit,
                "org_unit_name_vi",
                unit,
                "reference_year",
                year,
                "rubric_code",
                "2010",
                "rubric_year",
                year,
                "rubric_hash",
                "hash",
                "total_points",
                100 - rank,
                "max_points",
                100,
                "computed_rank",
                rank,
                "rank_of",
                4,
                "cluster_code",
                "K1",
                "rank_in_cluster",
                rank);
        return this;
    }

    private List<List<Object>> ask(String sql) throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue.query(sql).rows();
        }
    }
}
