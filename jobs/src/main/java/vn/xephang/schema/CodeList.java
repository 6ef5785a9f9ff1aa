package vn.xephang.schema;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A CSV code list: header, then one row per code. Reads rows into records and gathers problems with their line. */
public final class CodeList {

    private CodeList() {}

    /** Rows of the file as records; a row that cannot be read becomes a problem and is left out. */
    public static <T> List<T> read(
            SchemaFiles files, String name, Set<String> columns, Function<NamedCsvRecord, T> row, Problems problems) {
        String text = files.text(name, problems);
        List<T> rows = new ArrayList<>();
        if (text.isEmpty()) {
            return rows;
        }
        try {
            readRows(name, text, columns, row, problems, rows);
        } catch (CsvParseException e) {
            problems.add(name, 0, "Cannot parse CSV after " + rows.size() + " rows: " + e.getMessage());
        }
        return rows;
    }

    private static <T> void readRows(
            String name,
            String text,
            Set<String> columns,
            Function<NamedCsvRecord, T> row,
            Problems problems,
            List<T> rows) {
        for (NamedCsvRecord line : CsvReader.builder().ofNamedCsvRecord(text)) {
            int number = (int) line.getStartingLineNumber();
            if (rows.isEmpty() && !line.getHeader().containsAll(columns)) {
                problems.add(
                        name, 1, "Columns must be " + columns.stream().sorted().toList());
                return;
            }
            try {
                rows.add(row.apply(line));
            } catch (RuntimeException e) {
                problems.add(name, number, "Invalid row: " + e.getMessage());
            }
        }
    }
}
