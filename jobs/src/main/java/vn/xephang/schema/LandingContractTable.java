package vn.xephang.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import vn.xephang.model.Target;
import vn.xephang.schema.LandingContract.Block;
import vn.xephang.schema.LandingContract.Column;
import vn.xephang.schema.LandingContract.Format;
import vn.xephang.schema.LandingContract.Table;
import vn.xephang.schema.LandingContract.UnitLine;
import vn.xephang.schema.LandingContract.YearHead;
import vn.xephang.schema.LandingContract.Years;

/** Reads and checks one table of a landing contract. */
final class LandingContractTable {

    private static final Set<String> KEYS = Set.of(
            "table",
            "sheet",
            "title",
            "match",
            "absent",
            "header_rows",
            "names",
            "unit_code",
            "unit_parent",
            "columns",
            "blocks",
            "stop_at",
            "empty_rows",
            "skip_rows",
            "ignore",
            "year_heads",
            "unit_line",
            "year_column",
            "metric_column");
    private static final Set<String> COLUMN_KEYS =
            Set.of("header", "target", "precedence", "optional", "left_of", "right_of", "fill_down");

    private LandingContractTable() {}

    static Table of(Yaml yaml, Format format, Years years) {
        yaml.refuseUnknownKeys(KEYS);
        Table table = new Table(
                yaml.optionalText("table").orElse(""),
                yaml.optionalText("sheet").orElse(""),
                List.copyOf(yaml.texts("title")),
                List.copyOf(yaml.texts("match")),
                List.copyOf(yaml.texts("absent")),
                yaml.has("header_rows") ? yaml.number("header_rows") : 1,
                List.copyOf(yaml.texts("names")),
                List.copyOf(yaml.texts("unit_code")),
                List.copyOf(yaml.texts("unit_parent")),
                yaml.has("blocks"),
                blocks(yaml),
                List.copyOf(yaml.texts("stop_at")),
                yaml.has("empty_rows") ? yaml.number("empty_rows") : 0,
                List.copyOf(yaml.texts("skip_rows")),
                List.copyOf(yaml.texts("ignore")),
                yearHeads(yaml),
                yaml.map("unit_line").map(LandingContractTable::unitLine).orElse(UnitLine.NONE),
                yaml.optionalText("year_column").orElse(""),
                yaml.optionalText("metric_column").orElse(""));
        checkParts(yaml, table);
        checkYear(yaml, table, years);
        checkMetricColumn(yaml, table);
        checkFormat(yaml, table, format);
        checkHeadersOnce(yaml, table);
        return table;
    }

    private static List<YearHead> yearHeads(Yaml yaml) {
        List<YearHead> heads = new ArrayList<>();
        for (Yaml head : yaml.maps("year_heads")) {
            head.refuseUnknownKeys(Set.of("text", "data_vintage"));
            heads.add(new YearHead(head.text("text"), head.oneOf("data_vintage", LandingContractLoader.VINTAGES)));
            if (!head.text("text").contains(LandingContract.YEAR)) {
                head.problem("text", "Missing {year} in '" + head.text("text") + "'");
            }
        }
        return List.copyOf(heads);
    }

    private static UnitLine unitLine(Yaml yaml) {
        yaml.refuseUnknownKeys(Set.of("text", "expected", "unit_of_measure"));
        UnitLine line = new UnitLine(yaml.text("text"), yaml.text("expected"), yaml.text("unit_of_measure"));
        if (!line.text().contains(LandingContract.UNIT)) {
            yaml.problem("text", "Missing {unit} in '" + line.text() + "'");
        }
        return line;
    }

    private static List<Block> blocks(Yaml yaml) {
        if (yaml.has("columns") == yaml.has("blocks")) {
            yaml.problem("columns", "Give either 'columns', or 'blocks' where each has its own names beside it");
        }
        List<Block> blocks = new ArrayList<>();
        for (Yaml block : yaml.has("blocks") ? yaml.maps("blocks") : List.of(yaml)) {
            if (yaml.has("blocks")) {
                block.refuseUnknownKeys(Set.of("columns"));
            }
            blocks.add(new Block(block.maps("columns").stream()
                    .map(column -> column(column, yaml.has("blocks")))
                    .toList()));
        }
        return List.copyOf(blocks);
    }

    private static Column column(Yaml yaml, boolean isInBlock) {
        yaml.refuseUnknownKeys(COLUMN_KEYS);
        long ways = Stream.of("header", "left_of", "right_of").filter(yaml::has).count();
        if (ways != 1 || (isInBlock && !yaml.has("header"))) {
            yaml.problem("header", "A column is found by 'header', or outside blocks by 'left_of' or 'right_of'");
        }
        String target = yaml.text("target");
        checkTarget(yaml, target);
        return new Column(
                yaml.optionalText("header").orElse(""),
                target,
                yaml.has("precedence") ? yaml.number("precedence") : 1,
                yaml.flag("optional", false),
                yaml.optionalText("left_of").orElse(""),
                yaml.optionalText("right_of").orElse(""),
                yaml.flag("fill_down", false));
    }

    private static void checkTarget(Yaml yaml, String target) {
        try {
            Target.of(target.replace(LandingContract.METRIC, "code"));
        } catch (IllegalArgumentException e) {
            yaml.problem("target", e.getMessage());
        }
    }

    private static void checkParts(Yaml yaml, Table table) {
        if (table.match().isEmpty()) {
            yaml.problem("match", "Missing 'match': header texts that pick the sheet and the row");
        }
        if (table.names().isEmpty()) {
            yaml.problem("names", "Missing 'names': header of the column of unit names");
        }
        if (table.isSideBySide()
                && !(table.unitCode().isEmpty() && table.unitParent().isEmpty())) {
            yaml.problem("blocks", "With 'blocks' there is no 'unit_code' and no 'unit_parent'");
        }
        if (table.headerRows() < 1) {
            yaml.problem("header_rows", "Invalid header_rows " + table.headerRows() + "; at least 1");
        }
    }

    private static void checkYear(Yaml yaml, Table table, Years years) {
        long inTexts = Stream.concat(table.title().stream(), table.match().stream())
                .filter(text -> text.contains(LandingContract.YEAR))
                .count();
        long ways = inTexts
                + (years.isConstant() ? 1 : 0)
                + (table.yearColumn().isEmpty() ? 0 : 1)
                + (table.yearHeads().isEmpty() ? 0 : 1);
        if (ways != 1) {
            yaml.problem(
                    "match",
                    "The year comes from one place: one {year} in 'title' or 'match', or 'year_column', or"
                            + " 'year_heads', or the contract's 'reference_year'");
        }
        boolean isEachDated =
                table.columns().stream().allMatch(column -> column.header().contains(LandingContract.YEAR));
        if (!table.yearHeads().isEmpty() && (!isEachDated || table.isSideBySide())) {
            yaml.problem(
                    "year_heads", "With 'year_heads' every column has a header with {year}, and there are no blocks");
        }
    }

    private static void checkMetricColumn(Yaml yaml, Table table) {
        boolean isUsed =
                table.columns().stream().anyMatch(column -> column.target().contains(LandingContract.METRIC));
        if (isUsed == table.metricColumn().isEmpty()) {
            yaml.problem("metric_column", "'metric_column' and a target with {metric} belong together");
        }
    }

    private static void checkFormat(Yaml yaml, Table table, Format format) {
        boolean isPlain = !table.isSideBySide()
                && table.headerRows() == 1
                && table.stopAt().isEmpty()
                && table.emptyRows() == 0
                && table.sheet().isEmpty()
                && table.columns().stream()
                        .noneMatch(column ->
                                column.isFilledDown() || column.header().isEmpty());
        if (format == Format.CSV && !isPlain) {
            yaml.problem("table", "A CSV table has one header row, columns with headers, and no end but the file's");
        }
        if (format == Format.WORKBOOK && !(table.yearColumn() + table.metricColumn()).isEmpty()) {
            yaml.problem("table", "'year_column' and 'metric_column' are for CSV");
        }
    }

    private static void checkHeadersOnce(Yaml yaml, Table table) {
        Set<String> seen = new HashSet<>();
        table.columns().stream()
                .map(column -> column.header().toLowerCase(Locale.ROOT))
                .filter(header -> !header.isEmpty() && !seen.add(header))
                .forEach(header -> yaml.problem("columns", "Header '" + header + "' stands twice"));
    }
}
