package vn.xephang.view;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Connections to DuckDB: without the search for drivers, and always in UTC. */
final class DuckDb {

    private DuckDb() {}

    static Connection inMemory() throws SQLException {
        return open("", new Properties());
    }

    /** Loads the library, which is most of the time that a first connection takes. */
    static void warm() {
        try (Connection connection = inMemory()) {
            run(connection, "select 1");
        } catch (SQLException e) {
            throw new CatalogueFailed("Cannot start DuckDB", e);
        }
    }

    static Connection open(String file, Properties settings) throws SQLException {
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
        run(connection, "set TimeZone = 'UTC'");
        return connection;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<List<String>> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(String.valueOf(result.getObject(column)));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
