package vn.xephang.view;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The catalogue of a release, opened to be read: no writing, no files, no other settings. */
public final class Catalogue implements AutoCloseable {

    private final Connection connection;

    private Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** @throws CatalogueFailed when the file cannot be opened */
    public static Catalogue open(Path duckdbFile) {
        Properties settings = new Properties();
        settings.setProperty("duckdb.read_only", "true");
        settings.setProperty("enable_external_access", "false");
        try {
            Connection connection = DuckDb.open(duckdbFile.toString(), settings);
            DuckDb.run(connection, "set lock_configuration = true");
            return new Catalogue(connection);
        } catch (SQLException e) {
            throw new CatalogueFailed("Cannot open " + duckdbFile, e);
        }
    }

    /**
     * Answers one question.
     *
     * @throws QueryRefused when it is not one statement that only reads, or cannot be answered
     */
    public QueryResult query(String sql) {
        refuseUnlessOneSelect(sql);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return read(result);
        } catch (SQLException e) {
            throw new QueryRefused(QueryRefused.Reason.INVALID, reason(e));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CatalogueFailed("Cannot close the catalogue", e);
        }
    }

    /** DuckDB itself tells what a statement is: it can write only SELECT statements as JSON. */
    private void refuseUnlessOneSelect(String sql) {
        String analysis =
                "select json_extract_string(tree, '$.error_type'), json_extract_string(tree, '$.error_message'),"
                        + " coalesce(json_array_length(tree, '$.statements'), 0)"
                        + " from (select json_serialize_sql(cast(? as varchar)) as tree)";
        try (PreparedStatement statement = connection.prepareStatement(analysis)) {
            statement.setString(1, sql);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                refuse(sql, result.getString(1), result.getString(2), result.getInt(3));
            }
        } catch (SQLException e) {
            throw new QueryRefused(QueryRefused.Reason.INVALID, reason(e));
        }
    }

    private static void refuse(String sql, String errorType, String errorMessage, int statements) {
        if ("not implemented".equals(errorType)) {
            throw new QueryRefused(
                    QueryRefused.Reason.NOT_READ_ONLY,
                    "Cannot run '" + sql.strip()
                            + "': the views are read-only. Ask with select, from, with, describe, show or summarize.");
        }
        if (errorType != null) {
            throw new QueryRefused(QueryRefused.Reason.INVALID, "Cannot understand the query: " + errorMessage);
        }
        if (statements != 1) {
            throw new QueryRefused(
                    QueryRefused.Reason.INVALID,
                    "Cannot run " + statements + " statements; ask one question at a time.");
        }
    }

    private static QueryResult read(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column));
            types.add(columns.getColumnTypeName(column));
        }
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int column = 1; column <= names.size(); column++) {
                row.add(value(result, column, types.get(column - 1)));
            }
            rows.add(row);
        }
        return new QueryResult(names, types, rows);
    }

    private static Object value(ResultSet result, int column, String type) throws SQLException {
        Object value = result.getObject(column);
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        return switch (type) {
            case "DATE" -> result.getObject(column, LocalDate.class);
            case "TIMESTAMP" -> result.getObject(column, LocalDateTime.class);
            case "TIMESTAMP WITH TIME ZONE" ->
                result.getObject(column, OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
            default -> value.toString();
        };
    }

    /** What the driver puts before the reason. */
    private static final String PENDING_FAILED = "closed pending query result\nError:";

    private static String reason(SQLException e) {
        String message = e.getMessage().strip();
        int told = message.indexOf(PENDING_FAILED);
        return told < 0
                ? message
                : message.substring(told + PENDING_FAILED.length()).strip();
    }
}
