package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages side by side: 2015 has all three, 2016 was never confirmed, 2014 has its result only. */
class StageViewTest {

    @TempDir
    private static Path folder;

    private static ReleaseFolder release;
    private static Catalogue catalogue;

    @BeforeAll
    static void twoProvincesAndOneCriterion() throws Exception {
        release = new ReleaseFolder(folder);
        release.province("a", "A").province("b", "B");
        for (int year = 2014; year <= 2016; year++) {
            release.add("criterion", "criterion_code", "c1", "rubric_year", year, "max_points", 10);
        }
        stage(2014, "final", "a", 7.5, 1, "b", 7.0, 2);
        stage(2015, "self", "a", 9.0, 2, "b", 9.5, 1);
        stage(2015, "confirmed", "a", 9.0, 1, "b", 8.25, 2);
        stage(2015, "final", "a", 8.5, 1, "b", 8.5, 1);
        stage(2016, "self", "a", 10.0, 1, "b", null, null);
        stage(2016, "final", "a", 6.0, 2, "b", 6.5, 1);
        catalogue = release.catalogue();
    }

    @AfterAll
    static void close() throws SQLException {
        catalogue.close();
        release.close();
    }

    @Test
    void givesThePlaceAndTheTotalOfEachStageAndWhatEachTookAway() {
        assertEquals(
                List.of("a 9.00/2 9.00/1 8.50/1 0.00 -0.50", "b 9.50/1 8.25/2 8.50/1 -1.25 0.25"),
                lines(2015, "criterion_code is null"));
    }

    @Test
    void givesPointsWithoutAPlaceForACriterion() {
        assertEquals(
                List.of("a 9.00/- 9.00/- 8.50/- 0.00 -0.50", "b 9.50/- 8.25/- 8.50/- -1.25 0.25"),
                lines(2015, "criterion_code = 'c1'"));
    }

    @Test
    void comparesTheResultWithTheSelfScoreWhereNothingWasConfirmed() {
        assertEquals(
                List.of("a 10.00/1 -/- 6.00/2 - -4.00", "b -/- -/- 6.50/1 - -"), lines(2016, "criterion_code is null"));
    }

    @Test
    void leavesOutAYearOfOneStage() {
        assertEquals(List.of(), lines(2014, "true"));
    }

    private static List<String> lines(int year, String which) {
        return catalogue
                .query("select org_unit_id || ' ' || " + both("self") + " || ' ' || " + both("confirmed")
                        + " || ' ' || "
                        + both("final") + " || ' ' || " + text("confirmed_difference_points") + " || ' ' || "
                        + text("final_difference_points") + " from mart.rpt_stage_comparison where reference_year = "
                        + year + " and " + which + " order by org_unit_id")
                .rows()
                .stream()
                .map(row -> (String) row.get(0))
                .toList();
    }

    private static String both(String stage) {
        return text(stage + "_points") + " || '/' || coalesce(" + stage + "_rank::varchar, '-')";
    }

    private static String text(String points) {
        return "coalesce(" + points + "::decimal(9, 2)::varchar, '-')";
    }

    /** @param unitsPointsRanks unit, points, place, unit, points, place; points and place null where a value is missing */
    private static void stage(int year, String stage, Object... unitsPointsRanks) throws SQLException {
        for (int i = 0; i < unitsPointsRanks.length; i += 3) {
            Object points = unitsPointsRanks[i + 1];
            release.add(
                    "score",
                    "org_unit_id",
                    unitsPointsRanks[i],
                    "reference_year",
                    year,
                    "rubric_year",
                    year,
                    "stage_code",
                    stage,
                    "criterion_code",
                    "c1",
                    "points",
                    points,
                    "max_points",
                    10);
            release.add(
                    "rank",
                    "org_unit_id",
                    unitsPointsRanks[i],
                    "org_unit_name_vi",
                    unitsPointsRanks[i],
                    "reference_year",
                    year,
                    "rubric_year",
                    year,
                    "stage_code",
                    stage,
                    "total_points",
                    points,
                    "max_points",
                    10,
                    "computed_rank",
                    unitsPointsRanks[i + 2],
                    "participation_status",
                    points == null ? "not_delivered" : "ranked",
                    "rank_reason_code",
                    points == null ? "MISSING_VALUE" : null,
                    "is_tied",
                    points == null ? null : false,
                    "rank_of",
                    2);
        }
    }
}
