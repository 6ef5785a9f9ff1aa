package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    @TempDir
    static Path folder;

    private static Catalogue catalogue;

    @BeforeAll
    static void open() throws Exception {
        try (ReleaseFolder release = new ReleaseFolder(folder)) {
            release.province("VNM.ha-noi", "Hà Nội").ranked("VNM.ha-noi", 2016, 1, 1);
            catalogue = release.catalogue();
        }
    }

    @AfterAll
    static void close() {
        catalogue.close();
    }

    @Test
    void answersWithNamesTypesAndPlainValues() {
        QueryResult result =
                catalogue.query("select org_unit_id, computed_rank, total_points, published_points, is_tied,"
                        + " is_synthetic, period_start_on from mart.rpt_ranking");

        assertEquals(
                List.of("VARCHAR", "INTEGER", "DECIMAL(18,9)", "DOUBLE", "BOOLEAN", "BOOLEAN", "DATE"),
                result.columnTypes());
        assertEquals("total_points", result.columnNames().get(2));
        assertEquals(
                List.of(Arrays.asList(
                        "VNM.ha-noi", 1, new BigDecimal("99.000000000"), null, null, false, LocalDate.of(2016, 1, 1))),
                result.rows());
    }

    @Test
    void givesInstantsInUtcWhateverTheZoneOfTheMachine() {
        assertEquals(
                List.of(List.of(LocalDateTime.of(2026, 1, 31, 17, 0))),
                catalogue.query("select published_at from mart.rpt_release").rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from mart.rpt_ranking",
                "with r as (from mart.rpt_ranking) select * from r",
                "describe mart.rpt_ranking",
                "show all tables",
                "summarize mart.rpt_ranking",
                "select 1;"
            })
    void acceptsWhatOnlyReads(String sql) {
        assertFalse(catalogue.query(sql).rows().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from stg.rank",
                "create temp table t as select 1",
                "copy mart.rpt_ranking to 'out.csv'",
                "attach 'other.duckdb'",
                "set threads = 1",
                "pragma database_size",
                "select 1; drop table stg.rank"
            })
    void refusesWhatDoesMoreThanRead(String sql) {
        QueryRefused refused = assertThrows(QueryRefused.class, () -> catalogue.query(sql));

        assertEquals(QueryRefused.Reason.NOT_READ_ONLY, refused.reason());
        assertTrue(refused.getMessage().contains(sql), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"selec 1", "select nothing from mart.rpt_ranking", "select 1; select 2", "", "select 'a'::int"})
    void saysThatAQuestionIsInvalid(String sql) {
        assertEquals(
                QueryRefused.Reason.INVALID,
                assertThrows(QueryRefused.class, () -> catalogue.query(sql)).reason());
    }

    @Test
    void readsNoOtherFile() throws Exception {
        Path other = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");

        QueryRefused refused =
                assertThrows(QueryRefused.class, () -> catalogue.query("select * from read_csv('" + other + "')"));

        assertEquals(QueryRefused.Reason.INVALID, refused.reason());
        assertTrue(refused.getMessage().contains("disabled"), refused.getMessage());
    }

    @Test
    void saysWhichFileCannotBeOpened() {
        CatalogueFailed failed =
                assertThrows(CatalogueFailed.class, () -> Catalogue.open(folder.resolve("absent.duckdb")));

        assertTrue(failed.getMessage().startsWith("Cannot open " + folder), failed.getMessage());
    }
}
