package vn.xephang.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.xephang.model.CellRef;
import vn.xephang.model.FindingCode;

/** The cells of one sheet by row and column from 1, as delivered; only cells that hold something are kept. */
final class Grid {

    /** Far above any statistical form, far below what fills a heap. */
    private static final int MOST_CELLS = 1_000_000;

    private final String sheet;
    private final Map<Long, GridCell> cells = new HashMap<>();
    private final List<Merged> merged = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int lastRow;
    private int lastColumn;

    /** A merged range, both ends counted. */
    record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        boolean covers(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** What the reader noticed at a cell; a finding once the sheet turns out to be one that is read. */
    record Note(FindingCode code, int row, int column, String found) {}

    Grid(String sheet) {
        this.sheet = sheet;
    }

    String sheet() {
        return sheet;
    }

    void put(int row, int column, GridCell cell) throws RefusedFile {
        if (cell.isBlank()) {
            return;
        }
        if (cells.size() >= MOST_CELLS) {
            throw new RefusedFile(FindingCode.FILE_TOO_LARGE, "sheet " + sheet + " has over " + MOST_CELLS + " cells");
        }
        cells.put(key(row, column), cell);
        lastRow = Math.max(lastRow, row);
        lastColumn = Math.max(lastColumn, column);
    }

    void note(FindingCode code, int row, int column, String found) {
        notes.add(new Note(code, row, column, found));
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    void merge(Merged range) {
        merged.add(range);
    }

    GridCell at(int row, int column) {
        return cells.getOrDefault(key(row, column), GridCell.BLANK);
    }

    /** Where the content of a cell stands: the first cell of the merged range of this column that covers it. */
    int contentRow(int row, int column) {
        for (Merged range : merged) {
            if (range.firstColumn() == column && range.covers(row, column)) {
                return range.firstRow();
            }
        }
        return row;
    }

    int lastRow() {
        return lastRow;
    }

    int lastColumn() {
        return lastColumn;
    }

    List<Merged> merged() {
        return List.copyOf(merged);
    }

    /** Of row 0 the sheet as a whole. */
    String ref(int row, int column) {
        return row == 0 ? sheet + "!" : new CellRef(sheet, row, column).text();
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }
}
