package vn.xephang.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import vn.xephang.model.CellRef;
import vn.xephang.model.ShortestDecimal;

/** Changes one cell of a file, and says which: {@code Sheet!B17}, in a CSV {@code <record>:<field>}. */
final class CellMutations {

    private static final Pattern NUMBER_CELL =
            Pattern.compile("<c r=\"([A-Z]+)(\\d+)\"((?: s=\"\\d+\")?)(?: t=\"n\")?><v>([^<]*)</v></c>");
    private static final List<String> TEXTS = List.of(
            "..", "-", "x", "1.234,5", "1,234.5", "12%", "không có số liệu", "A\u0301", "Hà Nội", "\u00A0", "(1) 17");

    private CellMutations() {}

    /**
     * @param place empty when the file has no cell to change
     * @param expected what must stand there now, {@code NUMBER 12.5}; empty for a blank cell
     */
    record Changed(byte[] bytes, String place, String expected) {}

    static Changed ofXls(byte[] whole, Set<String> places, Random random) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(whole))) {
            List<HSSFCell> cells = new ArrayList<>();
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                HSSFSheet sheet = book.getSheetAt(i);
                if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
                    addPlainCells(sheet, cells);
                }
            }
            HSSFCell cell = one(cells, CellMutations::place, places, random);
            String expected = change(cell, random);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return new Changed(bytes.toByteArray(), place(cell), expected);
        }
    }

    /** Every other time one of the wanted places, where the file has any. */
    private static <T> T one(List<T> cells, Function<T, String> place, Set<String> wanted, Random random) {
        List<T> found = random.nextBoolean()
                ? cells.stream()
                        .filter(cell -> wanted.contains(place.apply(cell)))
                        .toList()
                : cells;
        return found.isEmpty() ? cells.get(random.nextInt(cells.size())) : found.get(random.nextInt(found.size()));
    }

    private static String place(HSSFCell cell) {
        return new CellRef(cell.getSheet().getSheetName(), cell.getRowIndex() + 1, cell.getColumnIndex() + 1).text();
    }

    private static void addPlainCells(HSSFSheet sheet, List<HSSFCell> cells) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.NUMERIC || cell.getCellType() == CellType.STRING) {
                    cells.add((HSSFCell) cell);
                }
            }
        }
    }

    private static String change(HSSFCell cell, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> {
                double number = number(random);
                cell.setCellValue(number);
                return ofNumber(cell, number);
            }
            case 1 -> {
                String text = text(random);
                cell.setCellValue(text);
                return ofText(text);
            }
            default -> {
                cell.setBlank();
                return "";
            }
        }
    }

    /** A number under a date format is read as a date. */
    private static String ofNumber(HSSFCell cell, double number) {
        boolean isDate = DateUtil.isCellDateFormatted(cell);
        return isDate ? "TEXT " + XlsBook.dateText(cell.getLocalDateTimeCellValue()) : ofNumber(number);
    }

    private static String ofNumber(double number) {
        return "NUMBER " + ShortestDecimal.text(number);
    }

    private static String ofText(String text) {
        GridCell cell = GridCell.ofText(text);
        return cell.isBlank() ? "" : "TEXT " + cell.text();
    }

    /** Changes a number in the XML of the first sheet's part. */
    static Changed ofXlsx(byte[] whole, XlsxBook.VisibleSheet sheet, Set<String> places, Random random)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String place = "";
        String expected = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(sheet.part())) {
                    String xml = new String(content, StandardCharsets.UTF_8);
                    List<MatchResult> cells = NUMBER_CELL.matcher(xml).results().toList();
                    if (!cells.isEmpty()) {
                        Function<MatchResult, String> placeOf =
                                match -> sheet.name() + "!" + match.group(1) + match.group(2);
                        MatchResult cell = one(cells, placeOf, places, random);
                        place = placeOf.apply(cell);
                        String start = "<c r=\"" + cell.group(1) + cell.group(2) + "\"" + cell.group(3);
                        double number = number(random);
                        String text = random.nextBoolean() ? text(random) : "";
                        boolean isNumber = random.nextBoolean();
                        String replacement = isNumber
                                ? start + "><v>" + number + "</v></c>"
                                : start + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
                        expected = isNumber ? ofNumber(number) : ofText(text);
                        xml = xml.substring(0, cell.start()) + replacement + xml.substring(cell.end());
                    }
                    content = xml.getBytes(StandardCharsets.UTF_8);
                }
                out.write(content);
            }
        }
        return new Changed(bytes.toByteArray(), place, expected);
    }

    /** Changes one field; fields with quotes or line breaks are left alone, so that records stay apart. */
    static Changed ofCsv(byte[] whole, char separator, Random random) {
        String[] lines = new String(whole, StandardCharsets.ISO_8859_1).split("\n", -1);
        int line = random.nextInt(Math.max(1, lines.length - 1));
        if (lines[line].contains("\"") || lines[line].isBlank()) {
            return new Changed(whole, "", "");
        }
        String end = lines[line].endsWith("\r") ? "\r" : "";
        String[] fields =
                lines[line].substring(0, lines[line].length() - end.length()).split(Pattern.quote("" + separator), -1);
        int field = line == 0 ? Math.min(1, fields.length - 1) : random.nextInt(fields.length);
        String text = random.nextBoolean()
                ? "" + number(random)
                : text(random).replace(",", "").replace(";", "");
        fields[field] = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        lines[line] = String.join("" + separator, fields) + end;
        return new Changed(
                String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1),
                record(lines, line) + ":" + field,
                text);
    }

    /** Records are counted without empty lines. */
    private static long record(String[] lines, int line) {
        return Arrays.stream(lines, 0, line)
                .filter(text -> !text.replace("\r", "").isEmpty())
                .count();
    }

    private static double number(Random random) {
        return Math.rint(random.nextDouble() * 1e7) / 100 - 100;
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
