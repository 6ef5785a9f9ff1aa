package vn.xephang.model;

/**
 * The place of a value in a delivered file: sheet as named in the book (empty for CSV), row and column from 1.
 * In CSV the column is the field and the row the physical line, blank lines counted.
 */
public record CellRef(String sheet, int row, int column) {

    public CellRef {
        if (row < 1 || column < 1) {
            throw new IllegalArgumentException("Invalid cell reference: row " + row + ", column " + column);
        }
    }

    /** Column letters and row, such as {@code B17}. */
    public String cell() {
        return letters(column) + row;
    }

    /** {@code Sheet!B17}, or {@code B17} where the file has no sheets. */
    public String text() {
        return sheet.isEmpty() ? cell() : sheet + "!" + cell();
    }

    /** Spreadsheet letters of a column number from 1: 1 is A, 27 is AA. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
