package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueBuilderTest {

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void aReleaseWithTwoRankedUnits() throws SQLException {
        release = new ReleaseFolder(folder);
        release.province("VNM.ha-noi", "Hà Nội").province("VNM.da-nang", "Đà Nẵng");
        release.ranked("VNM.da-nang", 2016, 1, 2).ranked("VNM.ha-noi", 2016, 2, 2);
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void commentsEveryViewWithItsGrainAndEveryColumnWithItsMeaning() throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            assertEquals(
                    List.of(),
                    catalogue
                            .query("select table_name, column_name from duckdb_columns()"
                                    + " where schema_name = 'mart' and coalesce(comment, '') = ''")
                            .rows());
            assertEquals(
                    List.of(),
                    catalogue
                            .query("select name from (select table_name as name, comment from duckdb_tables()"
                                    + " where schema_name = 'mart' union all select view_name, comment"
                                    + " from duckdb_views() where schema_name = 'mart')"
                                    + " where not coalesce(comment, '') like 'One row%'")
                            .rows());
        }
    }

    @Test
    void declaresInTheHeaderExactlyTheColumnsOfTheViewInTheirOrder() throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            for (ViewFile view : CatalogueBuilder.of(Declarations.files()).views()) {
                List<String> columns =
                        catalogue.query("from mart." + view.name() + " limit 0").columnNames();
                assertEquals(List.copyOf(view.columns().keySet()), columns, view.name());
            }
        }
    }

    @Test
    void namesNoFileInsideTheCatalogue() throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            assertEquals(
                    List.of(),
                    catalogue
                            .query("select view_name from duckdb_views() where contains(sql, 'parquet')")
                            .rows());
        }
    }

    @Test
    void answersAfterTheFileWasMoved() throws Exception {
        release.write();
        Path moved = Files.move(release.build(), folder.resolve("moved.duckdb"));
        try (Catalogue catalogue = Catalogue.open(moved)) {
            assertEquals(
                    List.of(List.of(2L)),
                    catalogue.query("select count(*) from mart.fct_rank").rows());
        }
    }

    @Test
    void readsAReleaseWhosePathHoldsSpacesQuotesAndSignsOfAPattern() throws Exception {
        release.write();
        Path odd = Files.createDirectory(folder.resolve("o'dd [x] *"));
        try (Stream<Path> tables = Files.list(folder)) {
            for (Path table : tables.filter(path -> !path.equals(odd)).toList()) {
                Files.move(table, odd.resolve(table.getFileName()));
            }
        }
        Path file = odd.resolve("xephang.duckdb");
        CatalogueBuilder.build(odd, Declarations.files(), Declarations.tables(), file, 2, "512MB");
        try (Catalogue catalogue = Catalogue.open(file)) {
            assertEquals(
                    List.of(List.of(2L)),
                    catalogue.query("select count(*) from mart.fct_rank").rows());
        }
    }

    @Test
    void keepsAYearlyTableWithoutFilesEmpty() throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            assertFalse(Files.exists(folder.resolve("observation_superseded")));
            assertEquals(
                    List.of(List.of(0L)),
                    catalogue
                            .query("select count(*) from mart.fct_observation_history")
                            .rows());
        }
    }

    @Test
    void reportsAFailedCheckWithItsRowsAndLeavesNoFile() throws Exception {
        release.add("difference", "org_unit_id", "VNM.ha-noi", "measure_code", "rank", "computed_value", 2.0);
        release.write();

        ChecksFailed failed = assertThrows(ChecksFailed.class, release::build);

        assertEquals(
                List.of(new FailedCheck(
                        "rpt_published_vs_computed.check.sql",
                        1,
                        List.of("reason_code is outside its closed list: -"))),
                failed.checks());
        assertTrue(failed.getMessage().contains("1 checks failed"), failed.getMessage());
        assertEquals(List.of(), duckdbFiles());
    }

    @Test
    void reportsRowsThatShareAKeyAlsoWhereTheKeyHasEmptyColumns() throws Exception {
        release.add("rank", "org_unit_id", "VNM.ha-noi", "reference_year", 2005, "rank_reason_code", "NO_RUBRIC");
        release.add("rank", "org_unit_id", "VNM.ha-noi", "reference_year", 2005, "rank_reason_code", "NO_RUBRIC");
        release.write();

        ChecksFailed failed = assertThrows(ChecksFailed.class, release::build);

        assertEquals("fct_rank key", failed.checks().get(0).check());
        assertTrue(failed.getMessage().contains("pci 2005 Y VNM.ha-noi final as-was"), failed.getMessage());
    }

    @Test
    void reportsARankOutsideItsNumberOfUnits() throws Exception {
        release.ranked("VNM.ha-noi", 2015, 3, 2);
        release.write();

        ChecksFailed failed = assertThrows(ChecksFailed.class, release::build);

        assertTrue(
                failed.getMessage().contains("a rank is outside 1 to rank_of: pci 2015 VNM.ha-noi 2015 3 of 2"),
                failed.getMessage());
    }

    @Test
    void leavesTheEarlierCatalogueUntouchedWhenABuildFails() throws Exception {
        release.write();
        byte[] earlier = Files.readAllBytes(release.build());
        release.add("rank", "org_unit_id", "VNM.nowhere", "reference_year", 2016, "rank_reason_code", "NO_RUBRIC");
        release.write("rank");

        assertThrows(ChecksFailed.class, release::build);

        assertArrayEquals(earlier, Files.readAllBytes(folder.resolve("xephang.duckdb")));
    }

    @Test
    void namesTheTableThatIsMissing() throws Exception {
        release.write();
        Files.delete(folder.resolve("metric/metric.parquet"));

        CatalogueFailed failed = assertThrows(CatalogueFailed.class, release::build);

        assertTrue(failed.getMessage().startsWith("Cannot load table metric"), failed.getMessage());
        assertEquals(List.of(), duckdbFiles());
    }

    @Test
    void givesTheSameRowsInTheSameOrderEachTime() throws Exception {
        release.write();
        List<String> first = rows(release.build());
        assertEquals(first, rows(release.build()));
    }

    @Test
    void tellsHowLongEachViewAndItsCheckTook() throws Exception {
        release.write();
        CatalogueBuilder builder = CatalogueBuilder.of(Declarations.files());
        CatalogueTimes times = builder.build(folder, folder.resolve("timed.duckdb"), 2, "512MB");

        List<String> views = builder.views().stream().map(ViewFile::name).toList();
        assertEquals(
                Stream.of(
                                Stream.of("open", "load"),
                                views.stream().map(name -> "view " + name),
                                views.stream().map(name -> "check " + name),
                                Stream.of("write"))
                        .flatMap(parts -> parts)
                        .toList(),
                List.copyOf(times.millis().keySet()));
        assertEquals(times, CatalogueTimes.parse(times.toString()));
    }

    @Test
    void rehearsesTheViewsWithoutARelease() {
        CatalogueBuilder.of(Declarations.files()).rehearse();
    }

    private static List<String> rows(Path file) {
        try (Catalogue catalogue = Catalogue.open(file)) {
            return CatalogueBuilder.of(Declarations.files()).views().stream()
                    .map(view -> view.name()
                            + catalogue.query("from mart." + view.name()).rows())
                    .collect(Collectors.toList());
        }
    }

    private List<String> duckdbFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("duckdb"))
                    .toList();
        }
    }
}
