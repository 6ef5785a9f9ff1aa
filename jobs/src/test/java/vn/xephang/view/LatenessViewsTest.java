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

/** Two provinces, figures of 2020 due on 2021-02-20; the release is of 2026. */
class LatenessViewsTest {

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void aCalendar() throws SQLException {
        release = new ReleaseFolder(folder);
        release.add("org_unit_version", "org_unit_id", "VNM", "org_unit_level_code", "country");
        for (String unit : List.of("VNM.a", "VNM.b")) {
            release.add("org_unit_version", "org_unit_id", unit, "org_unit_name_vi", unit, "parent_org_unit_id", "VNM");
        }
        release.add("metric", "metric_code", "ht01");
        release.add(
                "finding_code",
                "code",
                "NOT_DELIVERED",
                "severity",
                "warning",
                "blocks",
                "nothing",
                "message_en",
                "The org unit has delivered nothing: {found}; it was due on {expected}");
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void countsTheDaysAfterTheDeadline() throws Exception {
        due(2019, 9999).received("VNM.a", "2021-02-25").received("VNM.b", "2021-02-20");
        assertEquals(
                List.of(List.of("VNM.a", 1, 5), List.of("VNM.b", 1, 0)),
                ask("select org_unit_id, received_count, days_late from mart.rpt_completeness order by all"));
    }

    @Test
    void countsNoDaysWithoutACalendarForTheYear() throws Exception {
        due(2021, 9999).received("VNM.a", "2021-02-25");
        assertEquals(
                Arrays.asList("VNM.a", null),
                ask("select org_unit_id, days_late from mart.rpt_completeness where received_count > 0")
                        .get(0));
    }

    @Test
    void flagsAUnitThatIsSilentAfterTheDeadline() throws Exception {
        due(2019, 9999).received("VNM.a", "2021-02-20");
        assertEquals(
                List.of(List.of(
                        "NOT_DELIVERED",
                        "warning",
                        "The org unit has delivered nothing: VNM.b VNM.b 2020 Y; it was due on 2021-02-20")),
                ask("select code, severity, message_en from mart.rpt_finding"));
    }

    @Test
    void acceptsAUnitThatIsSilentWithoutADeadline() throws Exception {
        due(2021, 9999).received("VNM.a", "2021-02-20");
        assertEquals(List.of(), ask("select code from mart.rpt_finding"));
    }

    @Test
    void countsWhoWasInTimeWhoWasLateAndWhoIsSilent() throws Exception {
        release.add("org_unit_version", "org_unit_id", "VNM.c", "org_unit_name_vi", "C", "parent_org_unit_id", "VNM");
        due(2019, 9999).received("VNM.a", "2021-02-20").received("VNM.b", "2021-03-02");
        assertEquals(
                List.of(List.of("2021-02-20", 3, 1, 1, 1, true, "0.33", 5.0, 10, "C")),
                ask("select cast(due_on as varchar), unit_count, in_time_count, late_count, silent_count, is_overdue,"
                        + " format('{:.2f}', in_time_share), median_days_late, max_days_late, silent_units"
                        + " from mart.rpt_timeliness"));
    }

    @Test
    void saysNothingOfTimeWithoutADeadline() throws Exception {
        due(2021, 9999).received("VNM.a", "2021-02-20");
        assertEquals(
                List.of(Arrays.asList(null, 2, null, null, 1, false, null, null, "VNM.b")),
                ask("select due_on, unit_count, in_time_count, late_count, silent_count, is_overdue, in_time_share,"
                        + " max_days_late, silent_units from mart.rpt_timeliness"));
    }

    private LatenessViewsTest due(int fromYear, int untilYear) throws SQLException {
        release.add(
                "due_date",
                "source_code",
                "justice",
                "org_unit_level_code",
                "province",
                "from_year",
                fromYear,
                "until_year",
                untilYear,
                "due_year_offset",
                1,
                "due_month",
                2,
                "due_day",
                20);
        return this;
    }

    private LatenessViewsTest received(String unit, String receivedOn) throws SQLException {
        String delivery = "of " + unit;
        release.add(
                "delivery",
                "delivery_id",
                delivery,
                "source_code",
                "justice",
                "contract_id",
                "form",
                "received_on",
                receivedOn);
        release.add(
                "observation",
                "metric_code",
                "ht01",
                "org_unit_id",
                unit,
                "reference_year",
                2020,
                "period_start_on",
                "2020-01-01",
                "period_end_on",
                "2020-12-31",
                "source_code",
                "justice",
                "delivery_id",
                delivery,
                "value",
                1.0);
        return this;
    }

    private List<List<Object>> ask(String sql) throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue.query(sql).rows();
        }
    }
}
