package vn.xephang.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;

/** A real workbook as somebody may have changed it before sending. */
public final class EditedBook {

    private EditedBook() {}

    /** The bytes of a workbook after an edit; the file itself stays. */
    public static byte[] of(Path file, Consumer<Workbook> edit) {
        try (InputStream in = Files.newInputStream(file);
                Workbook book = WorkbookFactory.create(in);
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            edit.accept(book);
            book.write(saved);
            return saved.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot edit " + file, e);
        }
    }

    /** The cell at {@code <sheet>!B17}, the sheet's name as the book has it. */
    public static Cell cell(Workbook book, String cellRef) {
        CellReference at = new CellReference(cellRef.substring(cellRef.lastIndexOf('!') + 1));
        return book.getSheet(sheetName(cellRef)).getRow(at.getRow()).getCell(at.getCol());
    }

    public static String sheetName(String cellRef) {
        return cellRef.substring(0, cellRef.lastIndexOf('!'));
    }

    /** Takes the row of a cell out; the rows below move up. */
    public static void takeOutRow(Workbook book, String cellRef) {
        Row row = cell(book, cellRef).getRow();
        Sheet sheet = row.getSheet();
        int at = row.getRowNum();
        sheet.removeRow(row);
        sheet.shiftRows(at + 1, sheet.getLastRowNum(), -1);
    }

    /** Puts a copy of the row of a cell below it; the rows below move down. */
    public static void repeatRow(Workbook book, String cellRef) {
        Row row = cell(book, cellRef).getRow();
        Sheet sheet = row.getSheet();
        sheet.shiftRows(row.getRowNum() + 1, sheet.getLastRowNum(), 1);
        Row copy = sheet.createRow(row.getRowNum() + 1);
        row.forEach(cell -> copyValue(cell, copy.createCell(cell.getColumnIndex())));
    }

    /** What a cell holds, without its formula. */
    static void copyValue(Cell from, Cell to) {
        switch (from.getCellType() == CellType.FORMULA ? from.getCachedFormulaResultType() : from.getCellType()) {
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case STRING -> to.setCellValue(from.getStringCellValue());
            case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
            default -> to.setBlank();
        }
    }
}
