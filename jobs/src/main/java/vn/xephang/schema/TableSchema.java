package vn.xephang.schema;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Parquet contract of one release table, from {@code schemas/tables/<table>.yaml}.
 *
 * @param isYearly partitioned by {@code reference_year}
 * @param sortBy row order inside a file
 */
public record TableSchema(String table, String grain, boolean isYearly, List<String> sortBy, List<Column> columns)
        implements Serializable {

    /** @param type one of string, integer, long, double, decimal(18,9), decimal(38,18), boolean, date, timestamp */
    public record Column(String name, String type, boolean isNullable, String meaning) implements Serializable {}

    private static final Set<String> TYPES = Set.of(
            "string", "integer", "long", "double", "decimal(18,9)", "decimal(38,18)", "boolean", "date", "timestamp");

    /** All tables by name. */
    public static SortedMap<String, TableSchema> load(SchemaFiles files, Problems problems) {
        SortedMap<String, TableSchema> tables = new TreeMap<>();
        files.texts("tables", ".yaml", problems).forEach((name, text) -> {
            TableSchema table = of(Yaml.parse(name, text, problems));
            tables.put(table.table(), table);
        });
        return tables;
    }

    private static TableSchema of(Yaml yaml) {
        List<Column> columns = new ArrayList<>();
        for (Yaml column : yaml.maps("columns")) {
            columns.add(new Column(
                    column.text("name"),
                    column.oneOf("type", TYPES),
                    column.flag("nullable", false),
                    column.text("meaning")));
            column.refuseUnknownKeys(Set.of("name", "type", "nullable", "meaning"));
        }
        TableSchema table = new TableSchema(
                yaml.text("table"),
                yaml.text("grain"),
                yaml.flag("yearly", false),
                yaml.texts("sort_by"),
                List.copyOf(columns));
        table.check(yaml);
        return table;
    }

    private void check(Yaml yaml) {
        yaml.refuseUnknownKeys(Set.of("table", "grain", "yearly", "sort_by", "columns"));
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.containsAll(sortBy)) {
            yaml.problem("sort_by", "Cannot sort by " + sortBy + ": not among the columns");
        }
        if (isYearly && !names.contains("reference_year")) {
            yaml.problem("yearly", "A yearly table needs a column reference_year");
        }
        if (!yaml.file().equals("tables/" + table + ".yaml")) {
            yaml.problem("table", "Table '" + table + "' must be declared in tables/" + table + ".yaml");
        }
    }
}
