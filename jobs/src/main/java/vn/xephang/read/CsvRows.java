package vn.xephang.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.regex.Pattern;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.ReadItem;
import vn.xephang.schema.LandingContract;

/** The rows of a CSV, one record in memory at a time. */
final class CsvRows implements Iterator<ReadItem> {

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final FoundTable table;
    private final CsvColumns columns;
    private final RawCells made;
    private final SkippedRows skipped;
    private final CloseableIterator<CsvRecord> records;
    private final Queue<ReadItem> ready = new ArrayDeque<>();
    private int fieldCount;
    private String lastYearText = "";
    private int lastYear;
    private boolean isEmpty = true;

    CsvRows(
            FoundTable table,
            RawCells made,
            CsvColumns columns,
            List<Finding> findings,
            CloseableIterator<CsvRecord> records) {
        this.table = table;
        this.columns = columns;
        this.made = made;
        this.skipped = SkippedRows.of(table);
        this.records = records;
        ready.addAll(findings);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && records.hasNext()) {
            read(records.next());
        }
        if (ready.isEmpty()) {
            end();
        }
        return !ready.isEmpty();
    }

    @Override
    public ReadItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No more rows in " + table.file().landingFile());
        }
        return ready.remove();
    }

    private void end() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + table.file().path(), e);
        }
        if (isEmpty) {
            isEmpty = false;
            ready.add(table.finding(FindingCode.NO_ROWS, "" + table.firstDataRow(), ""));
        }
    }

    private void read(CsvRecord row) {
        int line = (int) row.getStartingLineNumber();
        if (line == table.headerRow()) {
            fieldCount = row.getFieldCount();
        }
        if (line <= table.headerRow() || row.getFields().stream().allMatch(HeaderText::isBlank)) {
            return;
        }
        isEmpty = false;
        if (row.getFieldCount() != fieldCount) {
            add(FindingCode.ROW_BROKEN, line, 1, "" + row.getFieldCount(), "" + fieldCount);
            return;
        }
        int year = table.table().yearHeads().isEmpty() ? year(row, line) : 0;
        if (year > 0 || !table.table().yearHeads().isEmpty()) {
            readValues(row, line, year);
        }
    }

    /** The row's year; 0 with a finding where it has none. */
    private int year(CsvRecord row, int line) {
        if (columns.year() == 0) {
            return table.year();
        }
        String text = field(row, columns.year()).strip();
        if (!text.equals(lastYearText)) {
            lastYearText = text;
            lastYear = YEAR.matcher(text).matches() ? Integer.parseInt(text) : 0;
        }
        if (lastYear == 0 || !table.contract().years().contains(lastYear)) {
            String years = table.contract().years().text();
            add(FindingCode.YEAR_INVALID, line, columns.year(), text, years);
            return 0;
        }
        return lastYear;
    }

    private void readValues(CsvRecord row, int line, int year) {
        String metric = columns.metric() == 0
                ? ""
                : HeaderText.composed(field(row, columns.metric()).strip());
        if (columns.metric() > 0 && metric.isEmpty()) {
            add(FindingCode.UNKNOWN_METRIC, line, columns.metric(), "", "");
            return;
        }
        for (Layout.Place place : columns.values()) {
            UnitText unit = unit(row, place.unit());
            if (skipped.has(unit.name())) {
                continue;
            }
            ready.add(made.cell(
                    place,
                    place.column().target().replace(LandingContract.METRIC, metric),
                    year,
                    unit,
                    table.grid().ref(line, place.unit().name()),
                    GridCell.ofText(field(row, place.valueColumn())),
                    table.grid().ref(line, place.valueColumn())));
        }
    }

    private static UnitText unit(CsvRecord row, UnitColumns columns) {
        return new UnitText(text(row, columns.name()), text(row, columns.code()), text(row, columns.parent()));
    }

    /** @param column 0 for none */
    private static String text(CsvRecord row, int column) {
        return column == 0 ? "" : GridCell.ofText(field(row, column)).text();
    }

    private static String field(CsvRecord row, int column) {
        return row.getField(column - 1);
    }

    private void add(FindingCode code, int line, int column, String found, String expected) {
        ready.add(Finding.at(code, table.file(), table.grid().ref(line, column), null, found, expected));
    }
}
