package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The area of one unit in one year: 10 is served, from form main of gso. */
class SourceConflictViewTest {

    private static final String ASKED =
            "select other_source_code, other_form_code, other_value, difference, reason_code from mart.rpt_source_conflict"
                    + " order by all";

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void aFigureThatIsServed() throws SQLException {
        release = new ReleaseFolder(folder);
        release.add("org_unit_version", "org_unit_id", "VNM.a", "org_unit_name_vi", "A");
        release.add("metric", "metric_code", "area");
        for (String reason : List.of("PRECEDENCE", "VINTAGE", "SOURCE_ORDER", "LATER_DELIVERY")) {
            release.add("code", "list_code", "conflict_reason", "code", reason, "name_vi", reason, "name_en", reason);
        }
        figure("observation", "gso", "main", "d9", "official", 10.0);
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void acceptsAnotherSourceThatGivesTheSame() throws Exception {
        other("mof", "long", "d1", "official", 10.0);
        assertEquals(List.of(), ask());
    }

    @Test
    void flagsAnotherSourceThatDiffersWithoutDeclaredPrecedence() throws Exception {
        other("mof", "long", "d1", "official", 12.5);
        told("CONFLICTING_SOURCES");
        assertEquals(List.of(List.of("mof", "long", 12.5, -2.5, "SOURCE_ORDER")), ask());
    }

    @Test
    void refusesAConflictOfSourcesThatNoFindingTells() throws Exception {
        other("mof", "long", "d1", "official", 12.5);
        ChecksFailed failed = assertThrows(ChecksFailed.class, this::ask);
        assertEquals(
                "Cannot publish the catalogue, 1 checks failed: rpt_source_conflict.check.sql: 1 row, such as sources conflict"
                        + " without a finding: gso/main.csv B2 area",
                failed.getMessage().replaceAll("\\s+", " "));
    }

    @Test
    void saysThatTheDeclaredPrecedenceDecided() throws Exception {
        other("gso", "aside", "d1", "official", 11.0);
        release.add("metric_precedence", "contract_id", "aside", "metric_code", "area", "precedence", 2);
        assertEquals(List.of(List.of("gso", "aside", 11.0, -1.0, "PRECEDENCE")), ask());
    }

    @Test
    void aPrecedenceDeclaredForAllMetricsOfAFormCountsForEach() throws Exception {
        other("mof", "long", "d1", "official", 11.0);
        release.add("metric_precedence", "contract_id", "long", "metric_code", "{metric}", "precedence", 2);
        assertEquals(List.of(List.of("mof", "long", 11.0, -1.0, "PRECEDENCE")), ask());
    }

    @Test
    void twoFormsOfOneSourceGoByTheLaterDeliveryUnlessDeclaredOtherwise() throws Exception {
        other("gso", "aside", "d1", "official", 11.0);
        assertEquals(List.of(List.of("gso", "aside", 11.0, -1.0, "LATER_DELIVERY")), ask());
    }

    @Test
    void acceptsAPreliminaryFigureThatItsOwnSourceReplaced() throws Exception {
        other("gso", "early", "d1", "preliminary", 9.0);
        assertEquals(List.of(), ask());
    }

    @Test
    void flagsAPreliminaryFigureOfAnotherSource() throws Exception {
        other("mof", "long", "d1", "preliminary", 9.0);
        assertEquals(List.of(List.of("mof", "long", 9.0, 1.0, "VINTAGE")), ask());
    }

    @Test
    void ofAnotherSourceItsNewestFigureCounts() throws Exception {
        other("mof", "long", "d1", "official", 12.5);
        other("mof", "wide", "d2", "official", 10.0);
        assertEquals(List.of(), ask());
    }

    @Test
    void acceptsAnEarlierFigureOfTheSameForm() throws Exception {
        other("gso", "main", "d1", "official", 9.0);
        assertEquals(List.of(), ask());
    }

    private void other(String source, String form, String delivery, String vintage, double value) throws SQLException {
        figure("observation_superseded", source, form, delivery, vintage, value);
    }

    private void figure(String table, String source, String form, String delivery, String vintage, double value)
            throws SQLException {
        release.add("delivery", "delivery_id", delivery, "source_code", source, "contract_id", form);
        release.add(
                table,
                "metric_code",
                "area",
                "org_unit_id",
                "VNM.a",
                "source_code",
                source,
                "delivery_id",
                delivery,
                "data_vintage",
                vintage,
                "landing_file",
                source + "/" + form + ".csv",
                "cell_ref",
                "B2",
                "value",
                value);
    }

    private void told(String code) throws SQLException {
        release.add("year_finding", "code", code, "landing_file", "gso/main.csv", "sheet", "", "cell", "B2");
    }

    private List<List<Object>> ask() throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue.query(ASKED).rows();
        }
    }
}
