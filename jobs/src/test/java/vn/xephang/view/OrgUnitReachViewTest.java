package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrgUnitReachViewTest {

    private static final String LONG_AN = "VNM.long-an";
    private static final String OLD_TAY_NINH = "VNM.tay-ninh";
    private static final String NEW_TAY_NINH = "VNM.tay-ninh-2025";
    private static final String LAST_DAY = "2025-06-30";
    private static final String FIRST_DAY = "2025-07-01";

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void open() throws SQLException {
        release = new ReleaseFolder(folder);
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void reachesTheSuccessorOfAMergeAndNotTheOtherUnitThatWentIntoIt() throws Exception {
        merged();

        assertEquals(List.of(List.of(LONG_AN, "self"), List.of(NEW_TAY_NINH, "successor")), reachedFrom(LONG_AN));
    }

    @Test
    void reachesEveryPredecessorFromTheSuccessor() throws Exception {
        merged();

        assertEquals(
                List.of(
                        List.of(LONG_AN, "predecessor"),
                        List.of(OLD_TAY_NINH, "predecessor"),
                        List.of(NEW_TAY_NINH, "self")),
                reachedFrom(NEW_TAY_NINH));
    }

    @Test
    void doesNotReachWhatWasCutOffFromAUnitThatLivesOn() throws Exception {
        release.province("VNM.dak-lak", "Đắk Lắk").province("VNM.dak-nong", "Đắk Nông");
        change("2004-01-01", "split", "VNM.dak-lak", "VNM.dak-lak", "continues");
        change("2004-01-01", "split", "VNM.dak-lak", "VNM.dak-nong", "new");

        assertEquals(List.of(List.of("VNM.dak-lak", "self")), reachedFrom("VNM.dak-lak"));
        assertEquals(List.of(List.of("VNM.dak-nong", "self")), reachedFrom("VNM.dak-nong"));
    }

    @Test
    void reachesWhatLiesInAUnitAndInItsSuccessor() throws Exception {
        merged();
        part("VNM.long-an.ben-luc", LONG_AN);
        part("VNM.long-an.ben-luc.thanh-duc", "VNM.long-an.ben-luc");
        part("VNM.tay-ninh.trang-bang", OLD_TAY_NINH);
        part("VNM.tay-ninh-2025.ben-luc", NEW_TAY_NINH);

        assertEquals(
                List.of(
                        List.of(LONG_AN, "self"),
                        List.of("VNM.long-an.ben-luc", "part"),
                        List.of("VNM.long-an.ben-luc.thanh-duc", "part"),
                        List.of(NEW_TAY_NINH, "successor"),
                        List.of("VNM.tay-ninh-2025.ben-luc", "part")),
                reachedFrom(LONG_AN));
    }

    private void merged() throws SQLException {
        release.province(LONG_AN, "Long An", "1995-01-01", LAST_DAY)
                .province(OLD_TAY_NINH, "Tây Ninh", "1995-01-01", LAST_DAY)
                .province(NEW_TAY_NINH, "Tây Ninh", FIRST_DAY, null);
        change(FIRST_DAY, "merge", LONG_AN, NEW_TAY_NINH, "new");
        change(FIRST_DAY, "merge", OLD_TAY_NINH, NEW_TAY_NINH, "new");
    }

    private void change(String day, String type, String from, String to, String identity) throws SQLException {
        release.add(
                "org_unit_change",
                "change_id",
                day + from + to,
                "effective_on",
                day,
                "change_type",
                type,
                "from_org_unit_id",
                from,
                "to_org_unit_id",
                to,
                "identity",
                identity);
    }

    private void part(String id, String parent) throws SQLException {
        release.add(
                "org_unit_version",
                "org_unit_id",
                id,
                "org_unit_level_code",
                "district",
                "org_unit_name_vi",
                id,
                "org_unit_name_en",
                id,
                "parent_org_unit_id",
                parent,
                "valid_from_on",
                "1995-01-01",
                "valid_to_on",
                null);
    }

    private List<List<Object>> reachedFrom(String unit) throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue
                    .query(
                            "select reached_org_unit_id, relation_code from mart.dim_org_unit_reach where org_unit_id = '"
                                    + unit + "' order by 1")
                    .rows();
        }
    }
}
