package vn.xephang.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A real workbook, its visible sheets built anew cell by cell with rows and columns elsewhere; values, no formulas. */
final class RebuiltBook {

    private final Path file;

    /** Where rows and columns of a sheet go. */
    private record Move(IntUnaryOperator row, IntUnaryOperator column) {}

    private RebuiltBook(Path file) {
        this.file = file;
    }

    static RebuiltBook of(Path file) {
        return new RebuiltBook(file);
    }

    byte[] movedBy(int rows, int columns) {
        Move move = new Move(row -> row + rows, column -> column + columns);
        return rebuilt("", move, move);
    }

    /** One column of a sheet is taken out and put in at another place. */
    byte[] withAColumnMoved(String sheet, Random random) {
        int last = lastColumn(sheet);
        int from = random.nextInt(last + 1);
        int to = (from + 1 + random.nextInt(last)) % (last + 1);
        return rebuilt(
                sheet,
                new Move(IntUnaryOperator.identity(), column -> place(column, from, to)),
                new Move(IntUnaryOperator.identity(), IntUnaryOperator.identity()));
    }

    private static int place(int column, int from, int to) {
        if (column == from) {
            return to;
        }
        int without = column > from ? column - 1 : column;
        return without >= to ? without + 1 : without;
    }

    private byte[] rebuilt(String sheet, Move ofSheet, Move ofOthers) {
        try (Workbook from = open();
                Workbook to = from instanceof HSSFWorkbook ? new HSSFWorkbook() : new XSSFWorkbook();
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            for (Sheet each : from) {
                if (from.getSheetVisibility(from.getSheetIndex(each)) == SheetVisibility.VISIBLE) {
                    copy(
                            each,
                            to.createSheet(each.getSheetName()),
                            each.getSheetName().equals(sheet) ? ofSheet : ofOthers);
                }
            }
            to.write(saved);
            return saved.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rebuild " + file, e);
        }
    }

    private static void copy(Sheet from, Sheet to, Move move) {
        for (Row row : from) {
            Row copy = to.createRow(move.row().applyAsInt(row.getRowNum()));
            for (Cell cell : row) {
                EditedBook.copyValue(cell, copy.createCell(move.column().applyAsInt(cell.getColumnIndex())));
            }
        }
        for (CellRangeAddress range : from.getMergedRegions()) {
            int first = move.column().applyAsInt(range.getFirstColumn());
            int last = move.column().applyAsInt(range.getLastColumn());
            // A range that the move tears apart is one no more, as in a spreadsheet.
            if (last - first == range.getLastColumn() - range.getFirstColumn()) {
                to.addMergedRegionUnsafe(new CellRangeAddress(
                        move.row().applyAsInt(range.getFirstRow()),
                        move.row().applyAsInt(range.getLastRow()),
                        first,
                        last));
            }
        }
    }

    private int lastColumn(String sheet) {
        try (Workbook book = open()) {
            int last = 0;
            for (Row row : book.getSheet(sheet)) {
                last = Math.max(last, row.getLastCellNum() - 1);
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Workbook open() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return WorkbookFactory.create(in);
        }
    }
}
