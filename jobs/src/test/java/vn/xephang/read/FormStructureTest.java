package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.xephang.model.CellKind;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.model.ReadItem;

class FormStructureTest {

    @TempDir
    Path folder;

    @Test
    void aHeaderThatDriftedBlocksTheWholeForm() {
        Reading reading = read(2014, 1, 21, GridCell.ofText("Pháp lý"));
        assertEquals(List.of("COLUMN_MISSING"), reading.codes());
        assertEquals("Thiết chế pháp lý", reading.findings().get(0).expected());
        assertEquals("Summary_VN", reading.findings().get(0).sheet());
        assertEquals(2014, reading.findings().get(0).referenceYear());
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void aHeaderMayDifferInCaseBlanksAndComposition() {
        Reading drifted = read(2014, 1, 21, GridCell.ofText(" THIẾT\u00A0CHẾ\r\n  PHÁP  LÝ"));
        assertEquals(Reading.ofPci(2014).values(), drifted.values());
    }

    @Test
    void aHeaderThatStandsTwiceBlocksTheWholeForm() {
        Reading reading = read(2007, 1, 3, GridCell.ofText("Đào tạo lao động"));
        assertEquals(
                List.of("COLUMN_TWICE at vcci/PCI_2007.xls Tóm tắt các chỉ số PCI !M1: Column \"Đào tạo lao động\""
                        + " stands more than once: Tóm tắt các chỉ số PCI !C1, Tóm tắt các chỉ số PCI !M1"),
                reading.messages());
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void theRankOf2006MustStandDirectlyLeftOfTheNames() {
        Reading reading = read(2006, 2, 1, GridCell.ofText("Mã"));
        assertEquals(List.of("COLUMN_MISSING", "COLUMN_UNKNOWN"), reading.codes());
        assertEquals("? | Tỉnh, thành phố", reading.findings().get(0).expected());
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void aYearThatNoContractCoversIsNotRead() {
        Reading reading = read(2014, 1, 23, GridCell.ofText("PCI 2017"));
        assertEquals(List.of("NO_CONTRACT"), reading.codes());
        assertEquals(
                "pci-2010 (Summary_VN [2017]), pci-2011 (Summary_VN [2017]), pci-2013 (Summary_VN [2017])",
                reading.findings().get(0).found());
    }

    @Test
    void aBookOfALaterYearInAnOldLayoutIsNotTakenForTheOldYear() {
        Reading reading = read(2008, 1, 1, GridCell.ofText("PCI 2020"));
        assertEquals(List.of("NO_CONTRACT"), reading.codes());
    }

    @Test
    void theSameFormOnTwoVisibleSheetsIsAmbiguous() {
        List<Grid> sheets = new ArrayList<>(RealBooks.sheets(RealBooks.pci(2011)));
        Grid copy = new Grid("Bản sao");
        sheets.add(GridMoves.copy(sheets.get(0), copy));
        Reading reading = Reading.of(RealBooks.delivered("vcci", RealBooks.pci(2011)), sheets);
        assertEquals(
                List.of("AMBIGUOUS_CONTRACT at vcci/PCI_2011.xls: Several landing contracts fit the file: pci-2011"
                        + " (Tong hop), pci-2011 (Bản sao)"),
                reading.messages());
    }

    @Test
    void oneOfTwoSheetsIsNotEnough() {
        List<Grid> sheets = RealBooks.sheets(RealBooks.pci(2005));
        Reading reading =
                Reading.of(RealBooks.delivered("vcci", RealBooks.pci(2005)), sheets.subList(1, sheets.size()));
        assertEquals(List.of("COLUMN_MISSING"), reading.codes());
        assertEquals(
                "Tỉnh, thành phố; PCI có trọng số (Điểm tối đa =100); Thứ hạng",
                reading.findings().get(0).expected());
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void aLetterInANumberCellStaysText() {
        RawCell cell = read(2014, 4, 5, GridCell.ofText("7,0x"))
                .cells("metric:pci_land")
                .get(2);
        assertEquals(
                "TEXT 7,0x null Summary_VN!E4",
                cell.cellKind() + " " + cell.valueAsDelivered() + " " + cell.number() + " " + cell.cellRef());
    }

    @Test
    void anEmptyCellAndASpreadsheetErrorAreToldApart() {
        assertEquals(
                CellKind.BLANK,
                read(2014, 4, 5, GridCell.ofText(" \u00A0 "))
                        .cells("metric:pci_land")
                        .get(2)
                        .cellKind());
        RawCell error = read(2014, 4, 5, GridCell.ofError("#DIV/0!"))
                .cells("metric:pci_land")
                .get(2);
        assertEquals("ERROR #DIV/0!", error.cellKind() + " " + error.valueAsDelivered());
    }

    @Test
    void aNameThatWasDeletedDoesNotEndTheTable() {
        Reading reading = read(2007, 30, 1, GridCell.BLANK);
        assertEquals(64, reading.cells("metric:pci_land").size());
        assertEquals(
                "", reading.cells("metric:pci_land").get(28).orgUnitAsWritten(), "the value stays, without a name");
    }

    @ParameterizedTest
    @ValueSource(ints = {2008, 2010, 2011, 2012, 2013, 2014, 2015, 2016})
    void theUnitRepeatedBelowTheTableIsNotRead(int year) {
        long last = Reading.ofPci(year).cells().stream()
                .mapToLong(cell -> Long.parseLong(cell.cellRef().replaceAll(".*[A-Z]", "")))
                .max()
                .orElseThrow();
        assertEquals(year == 2008 ? 66 : 64, last);
    }

    @Test
    void fileNamesDoNotMatter() throws IOException {
        Random random = new Random(20);
        for (int year : RealBooks.pciYears()) {
            Path renamed = folder.resolve("PCI_" + (2005 + random.nextInt(12)) + "." + random.nextInt(1000) + ".csv");
            Files.copy(RealBooks.pci(year), renamed);
            assertEquals(
                    Reading.ofPci(year).values(), Reading.of("vcci", renamed).values());
        }
    }

    @Test
    void theFolderOfAnotherSourceDoesNotGetTheContract() {
        assertEquals(
                List.of("NO_CONTRACT"), Reading.of("mof", RealBooks.pci(2014)).codes());
    }

    @Test
    void withoutASourceAnyContractMayFit() {
        assertEquals(819, Reading.of("", RealBooks.pci(2014)).cells().size());
    }

    @Test
    void aReaderTravelsToAnExecutor() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new LandingReader(RealBooks.contracts(), RealBooks.metrics()));
        }
        LandingReader there;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            there = (LandingReader) in.readObject();
        }
        List<ReadItem> items = new ArrayList<>();
        there.read(RealBooks.delivered("vcci", RealBooks.pci(2009))).forEachRemaining(items::add);
        assertEquals(693, items.size());
    }

    @Test
    void threeReadersAtOnceReadTheSame() {
        List<List<String>> values = Stream.of(2013, 2013, 2013, 2010, 2010)
                .parallel()
                .map(year -> Reading.ofPci(year).values())
                .toList();
        assertEquals(values.get(0), values.get(2));
        assertEquals(values.get(3), values.get(4));
    }

    /** The book with one cell of its summary sheet replaced. */
    private static Reading read(int year, int row, int column, GridCell cell) {
        LandingFile file = RealBooks.delivered("vcci", RealBooks.pci(year));
        List<Grid> sheets = new ArrayList<>(RealBooks.sheets(RealBooks.pci(year)));
        int summary = year == 2006 || year == 2007 ? 1 : 0;
        sheets.set(summary, GridMoves.with(sheets.get(summary), row, column, cell));
        return Reading.of(file, sheets);
    }
}
