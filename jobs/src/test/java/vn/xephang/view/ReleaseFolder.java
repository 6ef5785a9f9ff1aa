package vn.xephang.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.xephang.schema.TableSchema;
import vn.xephang.schema.TableSchema.Column;

/** Makes the Parquet of a small release: rows are given by the columns that matter, the rest has a plain value. */
final class ReleaseFolder implements AutoCloseable {

    private static final Map<String, Object> PLAIN = Map.ofEntries(
            Map.entry("scorecard_code", "pci"),
            Map.entry("reference_year", 2016),
            Map.entry("period_code", "Y"),
            Map.entry("stage_code", "final"),
            Map.entry("boundary_vintage", "as-was"),
            Map.entry("participation_status", "ranked"),
            Map.entry("data_vintage", "official"),
            Map.entry("observation_status", "normal"),
            Map.entry("source_code", "vcci"),
            Map.entry("delivery_id", "d1"),
            Map.entry("org_unit_level_code", "province"),
            Map.entry("direction", "higher_is_better"),
            Map.entry("aggregation", "none"),
            Map.entry("published_on", "2026-02-01"),
            Map.entry("severity", "error"),
            Map.entry("blocks", "cell"));

    private static final Map<String, Object> PLAIN_BY_TYPE = Map.of(
            "string",
            "-",
            "integer",
            0,
            "long",
            0L,
            "double",
            0.0,
            "decimal(18,9)",
            0,
            "boolean",
            false,
            "date",
            "2004-01-01",
            "timestamp",
            "2026-01-31 17:00:00+00");

    private final Path folder;
    private final Map<String, TableSchema> tables = Declarations.tables();
    private final Connection connection;
    private int waiting;

    ReleaseFolder(Path folder) throws SQLException {
        this.folder = folder;
        this.connection = DuckDb.inMemory();
        DuckDb.run(connection, "create schema stg");
        for (TableSchema table : tables.values()) {
            // Spark writes instants, which DuckDB reads as timestamps with a time zone.
            DuckDb.run(connection, new Staging(table).create().replace(" timestamp", " timestamptz"));
        }
    }

    /** @param namesAndValues column, value, column, value, ... */
    ReleaseFolder add(String table, Object... namesAndValues) throws SQLException {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        List<Column> columns = tables.get(table).columns();
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into stg." + table + " values (" + marks + ")")) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                insert.setObject(i + 1, row.containsKey(column.name()) ? row.remove(column.name()) : plain(column));
            }
            insert.execute();
        }
        if (!row.isEmpty()) {
            throw new IllegalArgumentException("No such columns in " + table + ": " + row.keySet());
        }
        return this;
    }

    ReleaseFolder province(String id, String name) throws SQLException {
        return province(id, name, "2004-01-01", null);
    }

    ReleaseFolder province(String id, String name, String from, String to) throws SQLException {
        return add(
                "org_unit_version",
                "org_unit_id",
                id,
                "org_unit_name_vi",
                name,
                "org_unit_name_en",
                name,
                "valid_from_on",
                from,
                "valid_to_on",
                to);
    }

    /** A metric of a whole year. */
    ReleaseFolder observed(String metric, String unit, int year, Double value, String status) throws SQLException {
        return add(
                "observation",
                "metric_code",
                metric,
                "org_unit_id",
                unit,
                "reference_year",
                year,
                "period_start_on",
                year + "-01-01",
                "period_end_on",
                year + "-12-31",
                "observation_status",
                status,
                "value",
                value);
    }

    /** A metric of a whole year; without a value it is missing. */
    ReleaseFolder observed(String metric, String unit, int year, Double value) throws SQLException {
        return observed(metric, unit, year, value, value == null ? "missing" : "normal");
    }

    /** A rank by the year's own rubric. */
    ReleaseFolder ranked(String unit, int year, int rank, int rankOf) throws SQLException {
        return ranked(unit, year, rank, rankOf, "2006");
    }

    ReleaseFolder ranked(String unit, int year, int rank, int rankOf, String rubricCode) throws SQLException {
        return add(
                "rank",
                "org_unit_id",
                unit,
                "org_unit_name_vi",
                unit,
                "reference_year",
                year,
                "rubric_code",
                rubricCode,
                "rubric_year",
                year,
                "rubric_hash",
                "hash " + rubricCode,
                "total_points",
                100 - rank,
                "max_points",
                100,
                "computed_rank",
                rank,
                "rank_of",
                rankOf);
    }

    /** How many refused files wait for a correction. */
    void waiting(int count) {
        waiting = count;
    }

    /** Writes the folder and builds its catalogue. */
    Catalogue catalogue() throws SQLException, IOException {
        write();
        return Catalogue.open(build());
    }

    Path build() {
        Path file = folder.resolve("xephang.duckdb");
        CatalogueBuilder.build(folder, Declarations.files(), tables, file, 2, "512MB");
        return file;
    }

    void write() throws SQLException, IOException {
        DuckDb.run(connection, "delete from stg.release; delete from stg.release_history where release_id = 'r1'");
        DuckDb.run(connection, "delete from stg.run where release_id = 'r1'");
        long observations = Long.parseLong(DuckDb.texts(connection, "select count(*) from stg.observation")
                .get(0)
                .get(0));
        add("release", "release_id", "r1", "observation_count", observations, "quarantined_file_count", waiting);
        add("release_history", "release_id", "r1", "observation_count", observations);
        add("run", "run_id", "run of r1", "release_id", "r1", "outcome", "published");
        for (TableSchema table : tables.values()) {
            write(table);
        }
    }

    /** Writes one table again. */
    void write(String table) throws SQLException, IOException {
        write(tables.get(table));
    }

    private void write(TableSchema table) throws SQLException, IOException {
        Path target = folder.resolve(table.table());
        String copy = "copy (select * from stg." + table.table() + " order by all) to '" + target;
        if (!table.isYearly()) {
            Files.createDirectories(target);
            DuckDb.run(connection, copy + "/" + table.table() + ".parquet' (format parquet)");
        } else if (!DuckDb.texts(connection, "from stg." + table.table() + " limit 1")
                .isEmpty()) {
            DuckDb.run(connection, copy + "' (format parquet, partition_by (reference_year), overwrite_or_ignore)");
        }
    }

    private static Object plain(Column column) {
        if (column.isNullable()) {
            return null;
        }
        return PLAIN.getOrDefault(column.name(), PLAIN_BY_TYPE.get(column.type()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
