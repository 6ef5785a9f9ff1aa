package vn.xephang.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.schema.TableSchema;

/**
 * Builds the DuckDB catalogue of a release: native tables {@code stg.*} from its Parquet, the views {@code mart.*}
 * over them, comments, and every check. The file appears under its name only when all of that succeeded.
 */
public final class CatalogueBuilder {

    private final Map<String, TableSchema> tables;
    private final List<ViewFile> views;

    CatalogueBuilder(Map<String, TableSchema> tables, SortedMap<String, ViewFile> views) {
        this.tables = new TreeMap<>(tables);
        this.views = ViewOrder.of(views);
    }

    /** Reads the declarations. @throws vn.xephang.schema.DeclarationsRefused when views or tables are wrong */
    public static CatalogueBuilder of(SchemaFiles files) {
        Problems problems = new Problems();
        Map<String, TableSchema> tables = TableSchema.load(files, problems);
        SortedMap<String, ViewFile> views = ViewFile.load(files, problems);
        problems.refuseIfAny();
        return new CatalogueBuilder(tables, views);
    }

    /**
     * @param memoryLimit as DuckDB writes it, such as {@code 512MB}
     * @throws ChecksFailed when a view is not what it promises
     * @throws CatalogueFailed when DuckDB or the disk failed
     */
    public static CatalogueTimes build(
            Path releaseFolder,
            SchemaFiles files,
            Map<String, TableSchema> tables,
            Path duckdbFile,
            int threads,
            String memoryLimit) {
        Problems problems = new Problems();
        SortedMap<String, ViewFile> views = ViewFile.load(files, problems);
        problems.refuseIfAny();
        return new CatalogueBuilder(tables, views).build(releaseFolder, duckdbFile, threads, memoryLimit);
    }

    /** As {@link #build(Path, SchemaFiles, Map, Path, int, String)}, with the declarations at hand. */
    public CatalogueTimes build(Path releaseFolder, Path duckdbFile, int threads, String memoryLimit) {
        Path unfinished = duckdbFile.resolveSibling("." + duckdbFile.getFileName() + ".unfinished");
        try {
            remove(unfinished);
            CatalogueTimes times = fill(unfinished, releaseFolder, threads, memoryLimit);
            Files.move(unfinished, duckdbFile, StandardCopyOption.ATOMIC_MOVE);
            return times;
        } catch (IOException e) {
            throw new CatalogueFailed("Cannot write " + duckdbFile, e);
        } finally {
            removeQuietly(unfinished);
        }
    }

    /** Runs everything on empty tables in memory: finds SQL that does not bind, and warms the JVM and DuckDB. */
    public void rehearse() {
        try (Connection connection = DuckDb.inMemory()) {
            connection.setAutoCommit(false);
            createTables(connection);
            CatalogueTimes.Watch watch = new CatalogueTimes.Watch();
            createViews(connection, watch);
            failedChecks(connection, watch);
        } catch (SQLException e) {
            throw new CatalogueFailed("Cannot rehearse the catalogue", e);
        }
    }

    List<ViewFile> views() {
        return views;
    }

    private CatalogueTimes fill(Path file, Path releaseFolder, int threads, String memoryLimit) {
        CatalogueTimes.Watch watch = new CatalogueTimes.Watch();
        try (Connection connection = DuckDb.open(file.toString(), new Properties())) {
            tune(connection, threads, memoryLimit);
            connection.setAutoCommit(false);
            watch.lap("open");
            createTables(connection);
            load(connection, releaseFolder);
            connection.commit();
            watch.lap("load");
            createViews(connection, watch);
            List<FailedCheck> failed = failedChecks(connection, watch);
            if (!failed.isEmpty()) {
                throw new ChecksFailed(failed);
            }
            connection.commit();
            connection.setAutoCommit(true);
            DuckDb.run(connection, "checkpoint");
        } catch (SQLException e) {
            throw new CatalogueFailed("Cannot build the catalogue of " + releaseFolder, e);
        }
        watch.lap("write");
        return watch.times();
    }

    /** What is little goes to the log until the checkpoint at the end; no slow trials of string compression. */
    private static void tune(Connection connection, int threads, String memoryLimit) throws SQLException {
        DuckDb.run(
                connection,
                "set threads = " + threads + "; set memory_limit = '" + Staging.literal(memoryLimit) + "';"
                        + " set wal_autocheckpoint = '16MB';"
                        + " set disabled_compression_methods = 'fsst,dict_fsst,zstd'");
    }

    private void createTables(Connection connection) throws SQLException {
        String create = tables.values().stream()
                .map(table -> new Staging(table).create() + ";")
                .collect(Collectors.joining("\n", "create schema stg; create schema mart;\n", ""));
        DuckDb.run(connection, create);
    }

    private void load(Connection connection, Path releaseFolder) {
        for (TableSchema table : tables.values()) {
            new Staging(table)
                    .load(releaseFolder)
                    .ifPresent(sql -> attempt(connection, sql, "Cannot load table " + table.table()));
        }
    }

    /**
     * A table that other views read is committed: of rows that are not, DuckDB does not know how many are distinct, and
     * joins them in a poor order.
     */
    private void createViews(Connection connection, CatalogueTimes.Watch watch) throws SQLException {
        Set<String> readByOthers =
                views.stream().flatMap(view -> view.reads().stream()).collect(Collectors.toSet());
        for (ViewFile view : views) {
            attempt(connection, create(view), "Cannot create view " + view.name());
            attempt(connection, comments(view), "Cannot comment view " + view.name());
            if (view.kept() == ViewFile.Kept.TABLE && readByOthers.contains(view.name())) {
                connection.commit();
            }
            watch.lap("view " + view.name());
        }
    }

    /** A kept table is sorted by its key, so that equal releases give equal files. */
    private static String create(ViewFile view) {
        String name = " mart." + view.name() + " as\n";
        if (view.kept() == ViewFile.Kept.VIEW) {
            return "create view" + name + view.sql();
        }
        String order = view.key().isEmpty() ? "all" : String.join(", ", view.key());
        return "create table" + name + "from (\n" + view.sql() + "\n)\norder by " + order;
    }

    private static String comments(ViewFile view) {
        String object = view.kept() == ViewFile.Kept.VIEW ? "view" : "table";
        StringBuilder sql = new StringBuilder(
                "comment on " + object + " mart." + view.name() + " is '" + Staging.literal(view.grain()) + "';\n");
        view.columns().forEach((column, meaning) -> sql.append("comment on column mart.")
                .append(view.name())
                .append('.')
                .append(column)
                .append(" is '")
                .append(Staging.literal(meaning))
                .append("';\n"));
        return sql.toString();
    }

    private List<FailedCheck> failedChecks(Connection connection, CatalogueTimes.Watch watch) {
        List<FailedCheck> failed = new ArrayList<>();
        for (ViewFile view : views) {
            ViewCheck.of(view).forEach(check -> check.run(connection).ifPresent(failed::add));
            watch.lap("check " + view.name());
        }
        return failed;
    }

    private static void attempt(Connection connection, String sql, String failure) {
        try {
            DuckDb.run(connection, sql);
        } catch (SQLException e) {
            throw new CatalogueFailed(failure, e);
        }
    }

    private static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        Path spilled = file.resolveSibling(file.getFileName() + ".tmp");
        if (Files.isDirectory(spilled)) {
            try (Stream<Path> files = Files.list(spilled)) {
                for (Path left : files.toList()) {
                    Files.delete(left);
                }
            }
            Files.delete(spilled);
        }
    }

    private static void removeQuietly(Path file) {
        try {
            remove(file);
        } catch (IOException e) {
            // The next build removes it, and nothing reads it.
        }
    }
}
