package vn.xephang.read;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.xephang.model.CellRef;
import vn.xephang.read.FuzzCorpus.CsvForm;
import vn.xephang.read.FuzzCorpus.Original;

/** What another library finds in a file, in the words of {@link FuzzCorpus}; empty when it refuses the file. */
final class SecondReader {

    private SecondReader() {}

    static Optional<Map<String, String>> content(Original original, Path file, CsvForm form) {
        try {
            if (original.isCsv()) {
                return Optional.of(ofCsv(file, form));
            }
            return original.isXlsx() ? Optional.of(ofXlsx(file)) : FuzzCorpus.content(file, form);
        } catch (IOException | RuntimeException | InvalidFormatException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> ofXlsx(Path file) throws IOException, InvalidFormatException {
        Map<String, String> content = new TreeMap<>();
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XSSFWorkbook book = new XSSFWorkbook(parts)) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                if (book.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    add(book.getSheetAt(i), content);
                }
            }
        }
        return content;
    }

    private static void add(Sheet sheet, Map<String, String> content) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                GridCell read = cell(cell);
                if (!read.isBlank()) {
                    String place =
                            new CellRef(sheet.getSheetName(), cell.getRowIndex() + 1, cell.getColumnIndex() + 1).text();
                    content.put(place, read.kind() + " " + read.asDelivered());
                }
            }
        }
    }

    private static GridCell cell(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? GridCell.ofText(XlsBook.dateText(cell.getLocalDateTimeCellValue()))
                        : GridCell.ofNumber(cell.getNumericCellValue());
            case STRING -> GridCell.ofText(cell.getStringCellValue());
            case BOOLEAN -> GridCell.ofBoolean(cell.getBooleanCellValue());
            case ERROR ->
                GridCell.ofError(FormulaError.forInt(cell.getErrorCellValue()).getString());
            case BLANK, FORMULA, _NONE -> GridCell.BLANK;
        };
    }

    private static Map<String, String> ofCsv(Path file, CsvForm form) throws IOException {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(form.separator());
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(100_000);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setSkipEmptyLines(true);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setLineSeparatorDetectionEnabled(false);
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.getFormat().setComment('\0');
        Map<String, String> content = new TreeMap<>();
        try (Reader reader = new TextFile(file).open(form.encoding())) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            CsvParser parser = new CsvParser(settings);
            parser.beginParsing(new StringReader(text.toString().replaceAll("\r\n?", "\n")));
            int number = 0;
            for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
                for (int i = 0; i < row.length; i++) {
                    content.put(number + ":" + i, row[i]);
                }
                number++;
            }
        }
        return content;
    }
}
