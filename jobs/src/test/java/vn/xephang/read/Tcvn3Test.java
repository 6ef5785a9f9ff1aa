package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.CellKind;
import vn.xephang.read.CellTexts.Reading;

/** Workbooks other than the plan of 2003 are made here. */
class Tcvn3Test {

    @TempDir
    Path folder;

    /** Column H holds {@code #REF!} in one sheet and {@code #VALUE!} in the other: the one thing that differs. */
    @Test
    void thePlanOf2003DecodesToItsUnicodeTwinCellByCell() {
        List<Grid> sheets = RealBooks.sheets(RealBooks.file("budget/Plan_2003.xls"));
        Grid written = sheets.get(0);
        Grid twin = sheets.get(1);
        int texts = 0;
        for (int row = 1; row <= Math.max(written.lastRow(), twin.lastRow()); row++) {
            for (int column = 1; column <= Math.max(written.lastColumn(), twin.lastColumn()); column++) {
                GridCell cell = written.at(row, column);
                GridCell other = twin.at(row, column);
                texts += cell.kind() == CellKind.TEXT ? 1 : 0;
                if (cell.kind() != CellKind.ERROR || other.kind() != CellKind.ERROR) {
                    assertEquals(other, cell, written.ref(row, column));
                }
            }
        }
        assertEquals(108, texts);
        assertEquals(List.of(), written.notes());
    }

    @Test
    void decodesEveryLetterOfTheTable() {
        assertEquals(
                Optional.of("Trưởng phòng Đỗ Quỳnh ở Đắk Lắk, xã Hưng Yên"),
                Tcvn3.decoded("Tr\u00ADëng phßng §ç Quúnh ë §¾k L¾k, x\u00B7 H\u00ADng Yªn"));
        assertEquals(Optional.of("à"), Tcvn3.decoded("a\u00B0"));
        assertEquals(Optional.empty(), Tcvn3.decoded("Cà Mau"));
        assertEquals(Optional.empty(), Tcvn3.decoded("Trưởng"));
    }

    @Test
    void aTextDecidesByItsOwnLettersWhereItCan() {
        assertEquals(Reading.TCVN3, CellTexts.reading("H¶i phßng"));
        assertEquals(Reading.TCVN3, CellTexts.reading("trung \u00AD¬ng"));
        assertEquals(Reading.UNICODE, CellTexts.reading("Hòa Bình"));
        assertEquals(Reading.UNICODE, CellTexts.reading("Khánh Hòa"));
        assertEquals(Reading.UNICODE, CellTexts.reading("Kiên Giang"));
        assertEquals(Reading.UNICODE, CellTexts.reading("Cà Mau"));
        assertEquals(Reading.UNICODE, CellTexts.reading("Trưởng"));
        assertEquals(Reading.UNICODE, CellTexts.reading("km²"));
    }

    @Test
    void aTextThatMayBeBothIsDecidedByItsNeighbours() throws IOException, RefusedFile {
        assertEquals(Reading.EITHER, CellTexts.reading("Lâm"));
        assertEquals("Lõm", only(xls(".VnTime", "Lâm", "H¶i phßng")).at(1, 1).text());
        assertEquals("Lâm", only(xls(".VnTime", "Lâm", "Hòa Bình")).at(1, 1).text());
    }

    @Test
    void aTextThatNothingDecidesIsKeptAndNoted() throws IOException, RefusedFile {
        Grid grid = only(xls(".VnTime", "Lâm"));
        assertEquals("Lâm", grid.at(1, 1).text());
        assertEquals(1, grid.notes().size());
        assertEquals("Lâm", grid.notes().get(0).found());
    }

    @Test
    void otherFontsAreNeverDecoded() throws IOException, RefusedFile {
        assertEquals("H¶i phßng", only(xls("Arial", "H¶i phßng")).at(1, 1).text());
    }

    @Test
    void runsOfOneCellHaveFontsOfTheirOwn() throws IOException, RefusedFile {
        Path file = folder.resolve("runs.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFRichTextString text = new HSSFRichTextString("Tỉnh: H¶i phßng");
            text.applyFont(6, 15, font(book, ".VnTime"));
            book.createSheet("A").createRow(0).createCell(0).setCellValue(text);
            book.write(out);
        }
        assertEquals("Tỉnh: Hải phòng", only(XlsBook.read(file)).at(1, 1).text());
    }

    @Test
    void anXlsxIsDecodedByFontOfCellAndOfRun() throws IOException, RefusedFile {
        Path file = MadeXlsx.book()
                .part(
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"x\"><fonts><font><name val=\"Arial\"/></font>"
                                + "<font><name val=\".VnTimeH\"/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/>"
                                + "</cellXfs></styleSheet>")
                .part(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"x\"><si><t>H¶i phßng</t></si><si><r><t>Tỉnh </t></r>"
                                + "<r><rPr><rFont val=\".VnArial\"/></rPr><t>CÇn th¬</t></r></si></sst>")
                .sheet(
                        "<row><c t=\"s\" s=\"0\"><v>0</v></c><c t=\"s\" s=\"1\"><v>0</v></c><c t=\"s\" s=\"0\"><v>1</v></c>"
                                + "<c t=\"inlineStr\" s=\"1\"><is><t>B\u00D5n tre</t></is></c></row>")
                .writeTo(folder.resolve("made.xlsx"));
        Grid grid = only(XlsxBook.read(file));
        assertEquals(
                List.of("H¶i phßng", "HẢI PHÒNG", "Tỉnh Cần thơ", "BẾN TRE"),
                List.of(
                        grid.at(1, 1).text(),
                        grid.at(1, 2).text(),
                        grid.at(1, 3).text(),
                        grid.at(1, 4).text()));
    }

    @Test
    void theDecodedTextIsComposed() throws IOException, RefusedFile {
        String text = only(xls(".VnTime", "Tr\u00ADëng", "H¶i")).at(1, 1).text();
        assertEquals("Trưởng", text);
        assertEquals(Normalizer.normalize(text, Normalizer.Form.NFC), text);
    }

    @Test
    void possibleWordsAreTheSyllablesOfTheLanguage() {
        for (String word : List.of("Trưởng", "nghiêng", "quốc", "giếng", "gì", "Đắk", "tuyết", "khuya", "Huế", "ỷ")) {
            assertEquals(!word.equals("Đắk"), VietnameseWord.isPossible(word), word);
        }
        for (String word : List.of("Bỡnh", "Khỏnh", "Kiờn", "hàc", "ăo", "tròng\u0301")) {
            assertEquals(false, VietnameseWord.isPossible(word), word);
        }
    }

    private List<Grid> xls(String font, String... texts) throws IOException, RefusedFile {
        Path file = folder.resolve("made.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = book.createSheet("A");
            HSSFRow row = sheet.createRow(0);
            HSSFCellStyle style = book.createCellStyle();
            style.setFont(font(book, font));
            for (int i = 0; i < texts.length; i++) {
                HSSFCell cell = row.createCell(i);
                cell.setCellValue(texts[i]);
                cell.setCellStyle(style);
            }
            book.write(out);
        }
        return XlsBook.read(file);
    }

    private static HSSFFont font(HSSFWorkbook book, String name) {
        HSSFFont font = book.createFont();
        font.setFontName(name);
        return font;
    }

    private static Grid only(List<Grid> grids) {
        assertEquals(1, grids.size());
        return grids.get(0);
    }
}
