package vn.xephang.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.xephang.answer.Table;
import vn.xephang.model.ShortestDecimal;

/** Prints a table for people, or as CSV and JSON for machines. */
final class TablePrinter {

    /** How a table is printed. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    private static final String BOM = "\uFEFF";
    private static final int MAX_WIDTH = 48;

    private final PrintStream out;

    TablePrinter(PrintStream out) {
        this.out = out;
    }

    void print(Table table, Format format, boolean forExcel) {
        switch (format) {
            case CSV -> out.print(csv(table, forExcel));
            case JSON -> out.println(json(table));
            case TABLE -> printTable(table);
        }
    }

    private static String csv(Table table, boolean forExcel) {
        StringWriter text = new StringWriter();
        text.write(forExcel ? BOM : "");
        // Closed before it is asked for: the writer keeps the last kilobytes to itself.
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(forExcel ? ';' : ',').build(text)) {
            csv.writeRecord(table.columnNames());
            for (List<Object> row : table.rows()) {
                csv.writeRecord(
                        row.stream().map(value -> machineText(value, forExcel)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String json(Table table) {
        ObjectMapper json = new ObjectMapper();
        ArrayNode rows = json.createArrayNode();
        for (List<Object> row : table.rows()) {
            ObjectNode object = rows.addObject();
            for (int i = 0; i < row.size(); i++) {
                put(object, table.columnNames().get(i), row.get(i));
            }
        }
        return rows.toPrettyString();
    }

    private static void put(ObjectNode object, String name, Object value) {
        if (value == null) {
            object.putNull(name);
        } else if (value instanceof Integer number) {
            object.put(name, number);
        } else if (value instanceof Long number) {
            object.put(name, number);
        } else if (value instanceof Boolean flag) {
            object.put(name, flag);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            object.put(name, ShortestDecimal.of(number));
        } else if (value instanceof BigDecimal number) {
            object.put(name, number);
        } else {
            object.put(name, value.toString());
        }
    }

    private void printTable(Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columnNames());
        table.rows()
                .forEach(row ->
                        lines.add(row.stream().map(TablePrinter::peopleText).toList()));
        int[] widths = new int[table.columnNames().size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(MAX_WIDTH, Math.max(widths[i], line.get(i).length()));
            }
        });
        boolean[] isNumeric = numericColumns(table);
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(i == 0 ? "" : "  ").append(padded(line.get(i), widths[i], isNumeric[i]));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static boolean[] numericColumns(Table table) {
        boolean[] isNumeric = new boolean[table.columnNames().size()];
        for (int i = 0; i < isNumeric.length; i++) {
            int column = i;
            isNumeric[i] = table.rows().stream().map(row -> row.get(column)).anyMatch(Number.class::isInstance);
        }
        return isNumeric;
    }

    private static String padded(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - text.length()));
        return right ? space + text : text + space;
    }

    private static String machineText(Object value, boolean decimalComma) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Double number && Double.isFinite(number)
                ? ShortestDecimal.text(number)
                : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        return decimalComma && (value instanceof Double || value instanceof BigDecimal) ? text.replace('.', ',') : text;
    }

    private static String peopleText(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.setScale(2, java.math.RoundingMode.HALF_EVEN).toPlainString();
        }
        return machineText(value, false);
    }
}
