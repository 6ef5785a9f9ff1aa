package vn.xephang.read;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import vn.xephang.model.FindingCode;

/** The visible sheets of an .xls workbook; of a formula the value that was stored with it. */
final class XlsBook {

    private XlsBook() {}

    static List<Grid> read(Path path) throws IOException, RefusedFile {
        try (POIFSFileSystem files = new POIFSFileSystem(path.toFile(), true)) {
            refuseOtherThanPlainWorkbook(files);
            try (HSSFWorkbook book = new HSSFWorkbook(files)) {
                return visibleSheets(book);
            }
        } catch (EncryptedDocumentException e) {
            throw new RefusedFile(FindingCode.FILE_HAS_PASSWORD, "an encrypted workbook");
        }
    }

    private static void refuseOtherThanPlainWorkbook(POIFSFileSystem files) throws RefusedFile {
        DirectoryNode root = files.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new RefusedFile(FindingCode.FILE_HAS_PASSWORD, "an encrypted workbook");
        }
        if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") && MacroCode.isIn(files)) {
            throw new RefusedFile(FindingCode.FILE_HAS_MACROS, "a VBA project");
        }
        if (!root.hasEntryCaseInsensitive("Workbook")) {
            throw RefusedFile.refused("not a workbook of Excel 97 or later");
        }
    }

    private static List<Grid> visibleSheets(HSSFWorkbook book) throws RefusedFile {
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
                grids.add(grid(book.getSheetAt(i)));
            }
        }
        return grids;
    }

    private static Grid grid(HSSFSheet sheet) throws RefusedFile {
        Grid grid = new Grid(sheet.getSheetName());
        XlsFonts fonts = new XlsFonts(sheet.getWorkbook());
        CellTexts texts = new CellTexts();
        for (Row row : sheet) {
            for (Cell cell : row) {
                List<CellTexts.Run> runs = fonts.runs(cell);
                if (CellTexts.mustWait(runs)) {
                    texts.add(row.getRowNum() + 1, cell.getColumnIndex() + 1, runs);
                } else {
                    grid.put(row.getRowNum() + 1, cell.getColumnIndex() + 1, content(cell));
                }
            }
        }
        texts.putInto(grid);
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            grid.merge(new Grid.Merged(
                    range.getFirstRow() + 1,
                    range.getLastRow() + 1,
                    range.getFirstColumn() + 1,
                    range.getLastColumn() + 1));
        }
        return grid;
    }

    private static GridCell content(Cell cell) {
        return switch (type(cell)) {
            case NUMERIC -> numeric(cell);
            case STRING -> GridCell.ofText(cell.getStringCellValue());
            case BOOLEAN -> GridCell.ofBoolean(cell.getBooleanCellValue());
            case ERROR ->
                GridCell.ofError(FormulaError.forInt(cell.getErrorCellValue()).getString());
            case BLANK, FORMULA, _NONE -> GridCell.BLANK;
        };
    }

    /** Of a formula the kind of the value stored with it. */
    static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private static GridCell numeric(Cell cell) {
        return DateUtil.isCellDateFormatted(cell)
                ? GridCell.ofText(dateText(cell.getLocalDateTimeCellValue()))
                : GridCell.ofNumber(cell.getNumericCellValue());
    }

    /** A date as ISO text, with the time only where there is one. */
    static String dateText(LocalDateTime moment) {
        boolean isDay = moment.toLocalTime().toSecondOfDay() == 0;
        return isDay ? moment.toLocalDate().toString() : moment.toString();
    }
}
