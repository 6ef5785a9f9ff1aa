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

/** Deliveries of which something is kept out; the release is of 2026-02-01. */
class KeptOutViewTest {

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void aRelease() throws SQLException {
        release = new ReleaseFolder(folder);
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void acceptsADeliveryWithFindingsThatKeepNothingOut() throws Exception {
        delivery("d1", "gso/a.csv", "accepted");
        finding("d1", "OUTLIER", "warning", "nothing", "B2");
        assertEquals(List.of(), ask("delivery_id"));
    }

    @Test
    void flagsARefusedFileWithWhereItLiesAndSinceWhen() throws Exception {
        release.waiting(1);
        delivery("d1", "gso/a.csv", "quarantined");
        finding("d1", "NO_CONTRACT", "error", "file", "");
        assertEquals(
                List.of(Arrays.asList("file", true, 22, "NO_CONTRACT", "quarantine/d1", null)),
                ask("kept_out, is_waiting, waiting_days, code, quarantine_folder, marked_copy"));
    }

    @Test
    void aFileThatAnotherOneReplacedWaitsNoLonger() throws Exception {
        delivery("d1", "gso/a.csv", "quarantined");
        finding("d1", "NO_CONTRACT", "error", "file", "");
        delivery("d2", "gso/a.csv", "accepted");
        assertEquals(List.of(List.of("d1", false)), ask("delivery_id, is_waiting"));
    }

    @Test
    void namesTheMarkedCopyOfAWorkbookWhoseCellsAreToBlame() throws Exception {
        delivery("d1", "justice/2025/Form one.XLSX", "accepted");
        finding("d1", "NOT_A_NUMBER", "error", "cell", "B2");
        finding("d1", "BAD_HEADER", "error", "form", "A1");
        assertEquals(
                List.of(List.of("form", 2, "BAD_HEADER", "quarantine/d1/marked-Form one.XLSX")),
                ask("kept_out, finding_count, code, marked_copy"));
    }

    private void delivery(String id, String file, String status) throws SQLException {
        release.add(
                "delivery",
                "delivery_id",
                id,
                "landing_file",
                file,
                "delivery_status",
                status,
                "received_on",
                "2026-01-10");
    }

    private void finding(String delivery, String code, String severity, String blocks, String cell)
            throws SQLException {
        release.add(
                "finding", "delivery_id", delivery, "code", code, "severity", severity, "blocks", blocks, "cell", cell);
    }

    private List<List<Object>> ask(String columns) throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue
                    .query("select " + columns + " from mart.rpt_kept_out")
                    .rows();
        }
    }
}
