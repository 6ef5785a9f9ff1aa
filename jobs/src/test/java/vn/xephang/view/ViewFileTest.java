package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.schema.DeclarationsRefused;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

class ViewFileTest {

    private static final String CHECK = "select 'x' as problem, 'y' as found limit 0";

    @TempDir
    Path layer;

    @BeforeEach
    void marts() throws IOException {
        Files.createDirectories(layer.resolve("views/marts"));
    }

    @Test
    void readsGrainKeyColumnsAndHowAViewIsKept() throws IOException {
        write("dim_unit", """
                -- grain: One row per unit
                -- key: unit_id
                -- materialized: table
                -- column unit_id: Identity
                -- column unit_name: Name: as written
                select unit_id, unit_name from stg.unit
                """);

        ViewFile view = load().get("dim_unit");

        assertEquals("One row per unit", view.grain());
        assertEquals(List.of("unit_id"), view.key());
        assertEquals(ViewFile.Kept.TABLE, view.kept());
        assertEquals("Name: as written", view.columns().get("unit_name"));
        assertEquals("select unit_id, unit_name from stg.unit", view.sql());
        assertEquals(CHECK, view.checkSql());
    }

    @Test
    void gathersEveryProblemOfAHeader() throws IOException {
        Files.writeString(layer.resolve("views/marts/rpt_bad.sql"), """
                -- grian: One row per unit
                -- key: unit_id
                -- materialized: sometimes
                select * from read_parquet('x.parquet') join mart.dim_absent using (unit_id)
                """);

        DeclarationsRefused refused = assertThrows(DeclarationsRefused.class, this::load);

        assertEquals(
                List.of(
                        "views/marts/rpt_bad.sql:1: Cannot read '-- grian: One row per unit'; expected -- grain:, -- key:,"
                                + " -- materialized: or -- column <name>:",
                        "views/marts/rpt_bad.sql:3: Invalid materialized 'sometimes'; table or view",
                        "views/marts/rpt_bad.sql: Missing '-- grain: One row per ...'",
                        "views/marts/rpt_bad.sql: Missing '-- column <name>: <meaning>'",
                        "views/marts/rpt_bad.sql: The key [unit_id] is not among the columns",
                        "views/marts/rpt_bad.sql: A mart names no files; read stg.<table> or mart.<view>",
                        "views/marts/rpt_bad.sql: Missing views/marts/rpt_bad.check.sql",
                        "views/marts/rpt_bad.sql: Reads mart.dim_absent, which no file declares"),
                refused.problems().stream().map(Object::toString).toList());
    }

    @Test
    void putsAViewAfterThoseItReads() throws IOException {
        write("dim_a", header() + "select 1 as id from mart.fct_c");
        write("fct_c", header() + "select 1 as id -- unlike mart.dim_a\nfrom mart.rpt_b");
        write("rpt_b", header() + "select 1 as id");

        assertEquals(
                List.of("rpt_b", "fct_c", "dim_a"),
                ViewOrder.of(load()).stream().map(ViewFile::name).toList());
    }

    @Test
    void refusesViewsThatReadOneAnother() throws IOException {
        write("dim_a", header() + "select 1 as id from mart.dim_b");
        write("dim_b", header() + "select 1 as id from mart.dim_a");

        DeclarationsRefused refused = assertThrows(DeclarationsRefused.class, () -> ViewOrder.of(load()));

        assertTrue(refused.getMessage().contains("circle: [dim_a, dim_b, dim_a]"), refused.getMessage());
    }

    private static String header() {
        return "-- grain: One row\n-- column id: Identity\n";
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(layer.resolve("views/marts/" + name + ".sql"), text);
        Files.writeString(layer.resolve("views/marts/" + name + ".check.sql"), CHECK);
    }

    private SortedMap<String, ViewFile> load() {
        Problems problems = new Problems();
        SortedMap<String, ViewFile> views = ViewFile.load(new SchemaFiles(List.of(layer)), problems);
        problems.refuseIfAny();
        return views;
    }
}
