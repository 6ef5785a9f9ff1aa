package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where metrics stand on their way to a target, in numbers worked out by hand. The way from 50 to 100 takes five years. */
class TargetViewTest {

    @TempDir
    private static Path folder;

    private static ReleaseFolder release;
    private static Catalogue catalogue;

    @BeforeAll
    static void targetsOfATermAndOfAYear() throws Exception {
        release = new ReleaseFolder(folder);
        release.add("delivery", "delivery_id", "d1");
        release.province("a", "A").province("b", "B").province("c", "C");
        metric("more", "higher_is_better");
        metric("less", "lower_is_better");
        metric("either", "neutral");
        ofTheLevel("more", 2020, 2025, 100);
        ofTheUnit("more", "b", 2020, 2025, 60);
        ofTheLevel("less", 2020, 2025, 10);
        ofTheLevel("either", 2020, 2025, 100);
        ofTheLevel("more", 2023, 2023, 80);
        values("more", "a", 50.0, 45.0, 70.0, 79.9, 90.1, 100.0);
        values("more", "b", 60.0, null, null, null, null, 59.9);
        values("more", "c", null, 55.0, null, 80.0, null, 120.0);
        values("less", "a", 20.0, 18.0, 16.1, 14.0, 9.0, 10.0);
        values("either", "a", 50.0, 60.0, null, null, null, 100.0);
        catalogue = release.catalogue();
    }

    @AfterAll
    static void close() throws SQLException {
        catalogue.close();
        release.close();
    }

    @Test
    void followsAStraightLineFromTheFirstValueToTheTarget() {
        assertEquals(
                List.of(
                        "2020 50 pace 50 true way 0 remaining 50 false",
                        "2021 45 pace 60 false way -0.1 remaining 55 false",
                        "2022 70 pace 70 true way 0.4 remaining 30 false",
                        "2023 79.9 pace 80 false way 0.598 remaining 20.1 false",
                        "2024 90.1 pace 90 true way 0.802 remaining 9.9 false",
                        "2025 100 pace 100 true way 1 remaining 0 true"),
                way("more", "a", 2020));
    }

    @Test
    void turnsTheWayRoundWhereLessIsBetter() {
        assertEquals(
                List.of(
                        "2020 20 pace 20 true way 0 remaining 10 false",
                        "2021 18 pace 18 true way 0.2 remaining 8 false",
                        "2022 16.1 pace 16 false way 0.39 remaining 6.1 false",
                        "2023 14 pace 14 true way 0.6 remaining 4 false",
                        "2024 9 pace 12 true way 1.1 remaining 0 true",
                        "2025 10 pace 10 true way 1 remaining 0 true"),
                way("less", "a", 2020));
    }

    @Test
    void takesTheTargetOfTheUnitBeforeThatOfItsLevelAndHasNoWayWhereNoneIsToGo() {
        assertEquals(
                List.of(
                        "2020 60 pace 60 true way - remaining 0 true",
                        "2025 59.9 pace 60 false way - remaining 0.1 false"),
                way("more", "b", 2020));
    }

    @Test
    void tellsWhatRemainsButNoPaceWithoutAFirstValue() {
        assertEquals(
                List.of(
                        "2021 55 pace - - way - remaining 45 false",
                        "2023 80 pace - - way - remaining 20 false",
                        "2025 120 pace - - way - remaining 0 true"),
                way("more", "c", 2020));
    }

    @Test
    void aYearlyTargetIsItsOwnPace() {
        assertEquals(List.of("2023 79.9 pace 80 false way - remaining 0.1 false"), way("more", "a", 2023));
        assertEquals(List.of("2023 80 pace 80 true way - remaining 0 true"), way("more", "c", 2023));
    }

    @Test
    void saysNeitherReachedNorRemainingOfAMetricWithoutABetterWay() {
        assertEquals(
                List.of(
                        "2020 50 pace 50 - way 0 remaining - -",
                        "2021 60 pace 60 - way 0.2 remaining - -",
                        "2025 100 pace 100 - way 1 remaining - -"),
                way("either", "a", 2020));
    }

    @Test
    void aUnitWithoutAnyValueHasNoRow() {
        assertEquals(List.of(), way("less", "b", 2020));
    }

    private static List<String> way(String metric, String unit, int fromYear) {
        return catalogue
                .query("select concat_ws(' ', reference_year, " + number("value") + ", 'pace', " + number("pace_value")
                        + ", coalesce(is_on_pace::varchar, '-'), 'way', " + number("way_share") + ", 'remaining', "
                        + number("remaining") + ", coalesce(is_reached::varchar, '-'))"
                        + " from mart.rpt_target_achievement where metric_code = '" + metric + "' and org_unit_id = '"
                        + unit + "' and from_year = " + fromYear + " order by reference_year")
                .rows()
                .stream()
                .map(row -> (String) row.get(0))
                .toList();
    }

    /** Without trailing zeros. */
    private static String number(String column) {
        return "coalesce(printf('%g', round(" + column + "::double, 6)), '-')";
    }

    private static void metric(String code, String direction) throws SQLException {
        release.add("metric", "metric_code", code, "direction", direction);
    }

    private static void ofTheLevel(String metric, int from, int to, int target) throws SQLException {
        target(metric, null, "province", from, to, target);
    }

    private static void ofTheUnit(String metric, String unit, int from, int to, int target) throws SQLException {
        target(metric, unit, null, from, to, target);
    }

    private static void target(String metric, String unit, String level, int from, int to, int target)
            throws SQLException {
        release.add(
                "metric_target",
                "metric_code",
                metric,
                "org_unit_id",
                unit,
                "org_unit_level_code",
                level,
                "from_year",
                from,
                "to_year",
                to,
                "target_value",
                target);
    }

    /** Of 2020 and the years after it; null where there is none. */
    private static void values(String metric, String unit, Double... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                release.add(
                        "observation",
                        "metric_code",
                        metric,
                        "org_unit_id",
                        unit,
                        "reference_year",
                        2020 + i,
                        "value",
                        values[i],
                        "superseded_at",
                        null);
            }
        }
    }
}
