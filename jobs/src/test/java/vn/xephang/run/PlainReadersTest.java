package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import vn.xephang.model.FileHash;
import vn.xephang.publish.WrittenFile;
import vn.xephang.spark.SparkEngine;

/** A release can be read without this program. */
class PlainReadersTest {

    private static final TestLake LAKE = TwelveBooks.lake();

    @Test
    void sparkReadsEveryYearlyTableWithItsYearAsAnInteger() {
        Map<String, Long> read = new TreeMap<>();
        for (String table : yearlyTables().keySet()) {
            Dataset<Row> rows = SparkEngine.open(SparkEngine.Size.SMALL).read().parquet(folder(table));
            assertEquals(
                    DataTypes.IntegerType, rows.schema().apply("reference_year").dataType());
            read.put(table, rows.count());
        }
        assertEquals(yearlyTables(), read);
    }

    @Test
    void duckDbReadsEveryYearlyTable() throws SQLException {
        Map<String, Long> read = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String table : yearlyTables().keySet()) {
                try (ResultSet result = statement.executeQuery("select count(*), min(reference_year) >= 2005"
                        + " from read_parquet('" + folder(table) + "/**/*.parquet', hive_partitioning = true)")) {
                    result.next();
                    read.put(table, result.getLong(1));
                    assertTrue(result.getBoolean(2));
                }
            }
        }
        assertEquals(yearlyTables(), read);
    }

    @Test
    void sparkAndTheViewsAgreeOnTheNumbers() {
        Row sums = SparkEngine.open(SparkEngine.Size.SMALL)
                .read()
                .parquet(folder("rank"))
                .selectExpr("sum(total_points)", "sum(computed_rank)")
                .first();
        assertEquals(
                LAKE.lines("select sum(total_points), sum(computed_rank) from mart.fct_rank"),
                List.of(sums.getDecimal(0).toPlainString() + " " + sums.getLong(1)));
    }

    @Test
    void theManifestNamesEveryFileWithItsHash() {
        Map<String, String> named = new TreeMap<>();
        for (WrittenFile file : LAKE.manifest().outputs()) {
            named.put(file.path(), file.sha256());
        }
        assertEquals(LAKE.fileHashes(), named);
        LAKE.manifest()
                .inputs()
                .forEach(input -> assertEquals(
                        input.sha256(), FileHash.sha256(LAKE.lake().landing().resolve(input.landingFile()))));
    }

    /** Table -> rows, as the manifest counts them. */
    private static Map<String, Long> yearlyTables() {
        Map<String, Long> tables = new TreeMap<>();
        LAKE.manifest().outputs().stream()
                .filter(file -> file.path().contains("/reference_year="))
                .forEach(file ->
                        tables.merge(file.path().substring(0, file.path().indexOf('/')), file.rowCount(), Long::sum));
        return tables;
    }

    private static String folder(String table) {
        Path current = LAKE.lake().current();
        return current.resolve(table).toString();
    }
}
