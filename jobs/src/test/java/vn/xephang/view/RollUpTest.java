package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five levels: country VN, region N, provinces P and Q, in P districts D and E, in D communes C1 and C2. */
class RollUpTest {

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void fiveLevels() throws SQLException {
        release = new ReleaseFolder(folder);
        release.add("delivery", "delivery_id", "d1");
        unit("VN", "country", null).unit("N", "region", "VN");
        unit("P", "province", "N").unit("Q", "province", "N");
        unit("D", "district", "P").unit("E", "district", "P");
        unit("C1", "commune", "D").unit("C2", "commune", "D");
        for (String level : List.of("region", "province", "district", "commune")) {
            recorded("VN", level, "2000-01-01");
        }
        metric("births", "sum").metric("on_time", "sum").metric("late", "sum").metric("share", "ratio_of_sums");
        part("share", "ratio", 100, "numerator", "on_time");
        part("share", "ratio", 100, "denominator", "births");
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void communesAddUpThroughEveryLevelAbove() throws Exception {
        observed("births", "C1", 2010, 0.1).observed("births", "C2", 2010, 0.2);

        assertEquals(
                List.of(
                        List.of("commune", "district", "D", 0.3, 2, 2, true),
                        List.of("commune", "province", "P", 0.3, 2, 2, true),
                        List.of("commune", "region", "N", 0.3, 2, 2, true),
                        List.of("commune", "country", "VN", 0.3, 2, 2, true)),
                ask("select org_unit_level_code, parent_level_code, parent_org_unit_id, value, unit_count,"
                        + " expected_count, is_complete from mart.rpt_metric_rollup order by parent_level_code = 'country',"
                        + " parent_level_code = 'region', parent_level_code = 'province'"));
    }

    @Test
    void namesAndCountsTheUnitsWithoutFigures() throws Exception {
        unit("F", "district", "Q");
        observed("births", "D", 2010, 4.0).observed("births", "E", 2010, null);

        assertEquals(
                List.of(List.of("P", 4.0, 1, 2, 1, "Tên E", false), List.of("N", 4.0, 1, 3, 2, "Tên E, Tên F", false)),
                ask("select parent_org_unit_id, value, unit_count, expected_count, missing_count, missing_units,"
                        + " is_complete from mart.rpt_metric_rollup where parent_level_code in ('province', 'region')"
                        + " order by parent_level_code"));
    }

    @Test
    void namesTenOfManyUnitsWithoutFigures() throws Exception {
        for (int i = 10; i < 22; i++) {
            unit("M" + i, "province", "N");
        }
        observed("births", "P", 2010, 4.0);

        assertEquals(
                List.of(List.of(
                        13,
                        "Tên M10, Tên M11, Tên M12, Tên M13, Tên M14, Tên M15, Tên M16, Tên M17, Tên M18, Tên M19, …")),
                ask("select missing_count, missing_units from mart.rpt_metric_rollup where parent_org_unit_id = 'N'"));
    }

    @Test
    void aRateIsRecomputedFromItsPartsAndNeverAveraged() throws Exception {
        observed("births", "D", 2010, 10.0).observed("on_time", "D", 2010, 1.0);
        observed("births", "E", 2010, 90.0).observed("on_time", "E", 2010, 27.0);
        observed("share", "D", 2010, 10.0).observed("share", "E", 2010, 30.0);

        assertEquals(List.of(Arrays.asList(28.0, 2, false, null)), rolled("share", "P"));
    }

    @Test
    void aRateLeavesOutTheUnitThatHasOnePartOnly() throws Exception {
        observed("births", "D", 2010, 10.0).observed("on_time", "D", 2010, 1.0);
        observed("births", "E", 2010, 90.0);

        assertEquals(List.of(Arrays.asList(10.0, 1, false, null)), rolled("share", "P"));
    }

    @Test
    void aRateWhosePartsWereNotDeliveredHasNoValue() throws Exception {
        observed("share", "D", 2010, 10.0).observed("share", "E", 2010, 30.0);

        assertEquals(List.of(Arrays.asList(null, 0, false, "no org unit has figures for it")), rolled("share", "P"));
    }

    @Test
    void aRateOverNothingHasNoValue() throws Exception {
        observed("births", "D", 2010, 0.0).observed("on_time", "D", 2010, 0.0);

        assertEquals(List.of(Arrays.asList(null, 1, false, "what it is divided by is 0")), rolled("share", "P"));
    }

    @Test
    void aDenominatorOfSeveralMetricsIsAddedUp() throws Exception {
        metric("kept", "ratio_of_sums");
        part("kept", "ratio", 1, "numerator", "births")
                .part("kept", "ratio", 1, "denominator", "on_time")
                .part("kept", "ratio", 1, "denominator", "late");
        observed("births", "D", 2010, 6.0).observed("on_time", "D", 2010, 1.0).observed("late", "D", 2010, 2.0);
        observed("births", "E", 2010, 4.0).observed("on_time", "E", 2010, 3.0).observed("late", "E", 2010, 4.0);

        assertEquals(List.of(Arrays.asList(1.0, 2, false, null)), rolled("kept", "P"));
    }

    @Test
    void aMeanIsWeighted() throws Exception {
        metric("age", "weighted_mean");
        part("age", "mean", 1, "denominator", "births");
        observed("births", "D", 2010, 1.0).observed("age", "D", 2010, 20.0);
        observed("births", "E", 2010, 3.0).observed("age", "E", 2010, 30.0);

        assertEquals(List.of(Arrays.asList(27.5, 2, false, null)), rolled("age", "P"));
    }

    @Test
    void aMeanOfWhatIsNoMeanIsMarkedEstimatedWithItsWeights() throws Exception {
        metric("median_age", "none");
        part("median_age", "mean", 1, "denominator", "births");
        observed("births", "D", 2010, 1.0).observed("median_age", "D", 2010, 20.0);
        observed("births", "E", 2010, 3.0).observed("median_age", "E", 2010, 30.0);

        assertEquals(List.of(Arrays.asList(27.5, 2, true, null)), rolled("median_age", "P"));
        assertEquals(
                List.of(List.of("births")),
                ask("select distinct weights_code from mart.rpt_metric_rollup where metric_code = 'median_age'"));
    }

    @Test
    void aScoreHasNoSumAndSaysWhy() throws Exception {
        metric("score", "none");
        observed("score", "D", 2010, 20.0);

        assertEquals(
                List.of(Arrays.asList(null, 1, false, "no sum, and neither parts nor weights are declared")),
                rolled("score", "P"));
    }

    @Test
    void whatWasDeliveredAsAnEstimateIsMarked() throws Exception {
        observed("births", "D", 2010, 4.0).status("births", "E", 2010, 5.0, "estimated");

        assertEquals(List.of(Arrays.asList(9.0, 2, true, null)), rolled("births", "P"));
    }

    @Test
    void growthComparesUnitsWhoseTerritoryStayedTheSame() throws Exception {
        metric("growth", "ratio_of_sums");
        part("growth", "growth", 100, "numerator", "births");
        observed("births", "D", 2009, 4.0).observed("births", "E", 2009, 10.0);
        observed("births", "D", 2010, 5.0).observed("births", "E", 2010, 30.0);
        release.add(
                "org_unit_change",
                "change_id",
                "grew",
                "effective_on",
                "2010-05-01",
                "from_org_unit_id",
                "F",
                "to_org_unit_id",
                "E",
                "territory_changed",
                true);

        assertEquals(List.of(Arrays.asList(25.0, 1, false, null)), rolled("growth", "P"));
    }

    @Test
    void growthOfTheSumsNotTheMeanOfGrowths() throws Exception {
        metric("growth", "ratio_of_sums");
        part("growth", "growth", 100, "numerator", "births");
        observed("births", "D", 2009, 4.0).observed("births", "E", 2009, 16.0);
        observed("births", "D", 2010, 6.0).observed("births", "E", 2010, 16.0);

        assertEquals(List.of(Arrays.asList(10.0, 2, false, null)), rolled("growth", "P"));
    }

    @Test
    void unitsOfBeforeAndAfterAChangeAreNotAddedUp() throws Exception {
        unit("Old", "district", "P", "2000-01-01", "2010-06-30");
        unit("New", "district", "P", "2010-07-01", null);
        observed("births", "Old", 2010, 4.0).observed("births", "New", 2010, 5.0);

        assertEquals(
                List.of(List.of("units of before and after a change of the map both have values")),
                ask("select distinct reason from mart.rpt_metric_rollup"));
    }

    @Test
    void unitsThatEndedDuringTheYearHangWhereTheyDidThen() throws Exception {
        unit("Old", "province", "N", "2000-01-01", "2010-06-30");
        unit("G", "district", "Old", "2000-01-01", "2010-06-30");
        observed("births", "G", 2010, 4.0).observed("births", "D", 2010, 5.0);

        assertEquals(
                List.of(List.of("Old", "2010-06-30", 4.0, 1), List.of("P", "2010-06-30", 5.0, 2)),
                ask("select parent_org_unit_id, cast(map_on as varchar), value, expected_count"
                        + " from mart.rpt_metric_rollup where parent_level_code = 'province'"
                        + " order by parent_org_unit_id"));
    }

    @Test
    void saysNothingOfHowManyWhereTheRegistryDoesNotKnowThemAll() throws Exception {
        recorded("D", "commune", "2012-01-01");
        observed("births", "C1", 2010, 4.0).observed("births", "C2", 2010, 5.0);
        observed("births", "C1", 2012, 4.0);

        assertEquals(
                List.of(Arrays.asList(2010, 9.0, 2, null, null, false), Arrays.asList(2012, 4.0, 1, 2, 1, false)),
                ask("select reference_year, value, unit_count, expected_count, missing_count, is_complete"
                        + " from mart.rpt_metric_rollup where parent_org_unit_id = 'N' order by 1"));
    }

    @Test
    void aRegionIsNotCompleteWhileAProvinceOfTheCountryStatesNone() throws Exception {
        observed("births", "P", 2010, 4.0).observed("births", "Q", 2010, 5.0);
        unit("R", "province", "VN", "2011-01-01", null);
        observed("births", "P", 2011, 4.0).observed("births", "Q", 2011, 5.0).observed("births", "R", 2011, 6.0);

        assertEquals(
                List.of(
                        Arrays.asList("N", 2010, 9.0, 2, 2, true),
                        Arrays.asList("N", 2011, 9.0, 2, null, false),
                        Arrays.asList("VN", 2010, 9.0, 2, 2, true),
                        Arrays.asList("VN", 2011, 15.0, 3, 3, true)),
                ask("select parent_org_unit_id, reference_year, value, unit_count, expected_count, is_complete"
                        + " from mart.rpt_metric_rollup order by 1, 2"));
    }

    @Test
    void whatWasReportedStandsBesideTheSum() throws Exception {
        rule("births", "0.05", false);
        observed("births", "D", 2010, 4.0).observed("births", "E", 2010, 5.1).observed("births", "P", 2010, 9.0);
        observed("births", "D", 2011, 4.0).observed("births", "E", 2011, 5.1).observed("births", "P", 2011, 9.1);
        observed("births", "D", 2012, 4.0).observed("births", "E", 2012, 5.14).observed("births", "P", 2012, 9.1);
        observed("births", "D", 2013, 4.0).observed("births", "P", 2013, 4.0);

        assertEquals(
                List.of(
                        Arrays.asList(2010, 9.0, 9.1, -0.1, 0.05, "differs"),
                        Arrays.asList(2011, 9.1, 9.1, 0.0, 0.05, "agrees"),
                        Arrays.asList(2012, 9.1, 9.14, -0.04, 0.05, "within_tolerance"),
                        Arrays.asList(2013, 4.0, 4.0, 0.0, 0.05, "incomplete")),
                reconciled());
    }

    @Test
    void aMissingFigureThatTheRuleCountsAsZeroMakesNothingIncomplete() throws Exception {
        rule("births", "0", true);
        observed("births", "D", 2010, 4.0).observed("births", "E", 2010, null).observed("births", "P", 2010, 4.0);

        assertEquals(List.of(Arrays.asList(2010, 4.0, 4.0, 0.0, 0.0, "agrees")), reconciled());
    }

    @Test
    void withoutARuleEveryDifferenceIsOne() throws Exception {
        observed("births", "D", 2010, 4.0).observed("births", "E", 2010, 5.0).observed("births", "P", 2010, 8.999);

        assertEquals(List.of(Arrays.asList(2010, 8.999, 9.0, -0.001, null, "differs")), reconciled());
    }

    private RollUpTest unit(String id, String level, String parent) throws SQLException {
        return unit(id, level, parent, "2000-01-01", null);
    }

    private RollUpTest unit(String id, String level, String parent, String from, String until) throws SQLException {
        release.add(
                "org_unit_version",
                "org_unit_id",
                id,
                "org_unit_level_code",
                level,
                "org_unit_name_vi",
                "Tên " + id,
                "parent_org_unit_id",
                parent,
                "valid_from_on",
                from,
                "valid_to_on",
                until);
        return this;
    }

    private void recorded(String inside, String level, String from) throws SQLException {
        release.add("org_unit_record", "org_unit_id", inside, "org_unit_level_code", level, "recorded_from_on", from);
    }

    private RollUpTest metric(String code, String aggregation) throws SQLException {
        release.add("metric", "metric_code", code, "aggregation", aggregation);
        return this;
    }

    private RollUpTest part(String metric, String kind, int factor, String role, String part) throws SQLException {
        release.add(
                "derived_metric_part",
                "metric_code",
                metric,
                "derivation_kind",
                kind,
                "factor",
                factor,
                "part_role",
                role,
                "part_metric_code",
                part);
        return this;
    }

    private void rule(String metric, String tolerance, boolean isMissingZero) throws SQLException {
        release.add(
                "roll_up_rule",
                "metric_code",
                metric,
                "from_level_code",
                "district",
                "to_level_code",
                "province",
                "tolerance",
                new BigDecimal(tolerance),
                "is_missing_zero",
                isMissingZero);
    }

    private RollUpTest observed(String metric, String unit, int year, Double value) throws SQLException {
        return status(metric, unit, year, value, value == null ? "missing" : "normal");
    }

    private RollUpTest status(String metric, String unit, int year, Double value, String status) throws SQLException {
        release.observed(metric, unit, year, value, status);
        return this;
    }

    private List<List<Object>> rolled(String metric, String parent) throws Exception {
        return ask("select value, unit_count, is_estimated, reason from mart.rpt_metric_rollup where metric_code = '"
                + metric + "' and parent_org_unit_id = '" + parent + "' and reference_year = 2010");
    }

    private List<List<Object>> reconciled() throws Exception {
        return ask("select reference_year, reported_value, rolled_up_value, difference, tolerance, reconciliation_code"
                + " from mart.rpt_metric_reconciliation order by reference_year");
    }

    private List<List<Object>> ask(String sql) throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue.query(sql).rows();
        }
    }
}
