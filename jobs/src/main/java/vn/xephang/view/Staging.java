package vn.xephang.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.xephang.schema.TableSchema;
import vn.xephang.schema.TableSchema.Column;

/**
 * The staging SQL of one table, written from its contract: renames nothing, casts each column, and is the one place
 * that names files. A yearly table without any row has no files, and stays empty.
 */
final class Staging {

    private static final Map<String, String> SQL_TYPES = Map.of(
            "string", "varchar",
            "integer", "integer",
            "long", "bigint",
            "double", "double",
            "decimal(18,9)", "decimal(18, 9)",
            "decimal(38,18)", "decimal(38, 18)",
            "boolean", "boolean",
            "date", "date",
            "timestamp", "timestamp");

    private final TableSchema table;

    Staging(TableSchema table) {
        this.table = table;
    }

    String create() {
        return table.columns().stream()
                .map(column -> column.name() + " " + type(column) + (column.isNullable() ? "" : " not null"))
                .collect(Collectors.joining(", ", "create table stg." + table.table() + " (", ")"));
    }

    /** Empty where the release holds no file of a yearly table. */
    Optional<String> load(Path releaseFolder) {
        Path folder = releaseFolder.resolve(table.table());
        if (!table.isYearly()) {
            return Optional.of(
                    insert(folder.resolve(table.table() + ".parquet").toString(), "hive_partitioning = false"));
        }
        return hasFiles(folder)
                ? Optional.of(insert(
                        taken(folder.toString()) + "/reference_year=*/*.parquet",
                        "hive_partitioning = true, hive_types = {'reference_year': integer}"))
                : Optional.empty();
    }

    private String insert(String files, String options) {
        List<Column> columns = table.columns();
        return columns.stream()
                .map(column -> "cast(" + column.name() + " as " + type(column) + ")")
                .collect(Collectors.joining(
                        ", ",
                        "insert into stg." + table.table() + " select ",
                        " from read_parquet('" + literal(files) + "', " + options + ")"));
    }

    private static String type(Column column) {
        return SQL_TYPES.get(column.type());
    }

    /** A path taken as it is written, also where it holds signs of a pattern. */
    private static String taken(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    /** Text inside single quotes. */
    static String literal(String text) {
        return text.replace("'", "''");
    }

    private static boolean hasFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            return walk.anyMatch(path -> path.getFileName().toString().endsWith(".parquet"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
