package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;

class MarkedCopyTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2010, 2014})
    void wrongCellsAreColouredAndSayWhatIsWrong(int year) throws IOException {
        Path copy = marked(year);
        String sheet = sheet(year);
        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            Cell wrong = cell(book, sheet, "C9");
            assertEquals(IndexedColors.ROSE.getIndex(), wrong.getCellStyle().getFillForegroundColor());
            assertEquals(
                    "NOT_A_NUMBER\n"
                            + "Ô phải là số nhưng có \"5,x\". Nhập số vào ô này và gửi lại; chưa có trị số này (kể cả từ"
                            + " lần gửi trước) thì đơn vị không được xếp hạng.\n"
                            + "The cell must be a number but holds \"5,x\". Enter a number in this cell and send the file"
                            + " again; without this value, from here or from an earlier delivery, the unit gets no"
                            + " rank.",
                    wrong.getCellComment().getString().getString());
            Cell doubtful = cell(book, sheet, "D9");
            assertEquals(
                    IndexedColors.LIGHT_YELLOW.getIndex(),
                    doubtful.getCellStyle().getFillForegroundColor());
            assertTrue(cell(book, sheet, "A1")
                    .getCellComment()
                    .getString()
                    .getString()
                    .startsWith("ORG_UNIT_MISSING"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2010, 2014})
    void theCopyIsReadAsTheDeliveryWas(int year) throws IOException {
        assertEquals(
                Reading.ofPci(year).values(), Reading.of("vcci", marked(year)).values());
    }

    @Test
    void ofCsvThereIsNone() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        assertFalse(MarkedCopy.write(csv, List.of(), folder.resolve("marked-a.csv")));
        assertFalse(Files.exists(folder.resolve("marked-a.csv")));
    }

    @Test
    void ofADamagedWorkbookThereIsNone() throws IOException {
        byte[] bytes = Files.readAllBytes(RealBooks.pci(2014));
        Path cut = Files.write(folder.resolve("a.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertFalse(MarkedCopy.write(cut, List.of(), folder.resolve("marked-a.xlsx")));
        assertFalse(Files.exists(folder.resolve("marked-a.xlsx")));
    }

    private Path marked(int year) {
        Path book = RealBooks.pci(year);
        LandingFile file = RealBooks.delivered("vcci", book);
        String sheet = sheet(year);
        Path copy = folder.resolve("marked-" + book.getFileName());
        assertTrue(MarkedCopy.write(
                book,
                List.of(
                        Finding.at(FindingCode.NOT_A_NUMBER, file, sheet + "!C9", year, "5,x", ""),
                        Finding.at(FindingCode.SUM_BROKEN, file, sheet + "!D9", year, "5 ≠ 6", "a = b"),
                        Finding.ofSheet(FindingCode.ORG_UNIT_MISSING, file, sheet, year, "Long An", "63")),
                copy));
        return copy;
    }

    private static String sheet(int year) {
        String ref = Reading.ofPci(year).cells().get(0).cellRef();
        return ref.substring(0, ref.lastIndexOf('!'));
    }

    private static Cell cell(Workbook book, String sheet, String address) {
        CellAddress at = new CellAddress(address);
        return book.getSheet(sheet).getRow(at.getRow()).getCell(at.getColumn());
    }
}
