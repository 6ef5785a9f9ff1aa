package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.read.RealBooks;
import vn.xephang.run.EditedBook;
import vn.xephang.run.TestLake;
import vn.xephang.run.TwelveBooks;

/** Five of the twelve real workbooks come broken, each in its own way; the rest is published as if nothing were. */
class TroubleAmongTheTwelveTest {

    private static final int TRUNCATED = 2006;
    private static final int UNIT_TWICE = 2007;
    private static final int WITHOUT_SHEET = 2008;
    private static final int UNIT_MISSING = 2009;
    private static final int LETTER = 2014;
    private static final List<Integer> WHOLE = List.of(2005, 2010, 2011, 2012, 2013, 2015, 2016);

    @TempDir
    private static Path folder;

    private static TestLake lake;
    private static Called first;
    private static Called second;
    private static String letterCell;

    @BeforeAll
    static void runTwice() throws IOException {
        lake = new TestLake(folder.resolve("lake"));
        WHOLE.forEach(year -> deliver(year, RealBooks.pci(year)));
        byte[] bytes = Files.readAllBytes(RealBooks.pci(TRUNCATED));
        deliver(TRUNCATED, Arrays.copyOf(bytes, bytes.length / 2));
        deliver(UNIT_TWICE, edited(UNIT_TWICE, (book, cell) -> EditedBook.repeatRow(book, cell)));
        deliver(
                WITHOUT_SHEET,
                edited(
                        WITHOUT_SHEET,
                        (book, cell) -> book.removeSheetAt(book.getSheetIndex(EditedBook.sheetName(cell)))));
        deliver(UNIT_MISSING, edited(UNIT_MISSING, (book, cell) -> EditedBook.takeOutRow(book, cell)));
        letterCell = longAn(LETTER);
        deliver(LETTER, edited(LETTER, (book, cell) -> EditedBook.cell(book, cell)
                .setCellValue("6,o2")));
        first = Called.on(lake, "run");
        second = Called.on(lake, "run");
    }

    @Test
    void theRunThatMeetsThemPublishesTheOthersAndExitsWith4() {
        assertEquals(4, first.exitCode(), first.err());
        assertTrue(first.out().matches("(?s)Release \\S+ is served\\. 2 files are in quarantine\\.\\s*"), first.out());
        assertTrue(first.err().contains("NOT_A_NUMBER at vcci/PCI_2014.xlsx " + letterCell), first.err());
    }

    @Test
    void theNextRunExitsWith0AndSaysWhatStillWaits() {
        assertEquals(0, second.exitCode(), second.err());
        assertEquals("Nothing new. 2 files are in quarantine.", second.out().strip());
    }

    @Test
    void everyThingWrongIsAFindingWithItsPlace() {
        String sheet = EditedBook.sheetName(letterCell);
        assertEquals(
                List.of(
                        "FILE_UNREADABLE vcci/PCI_2006.xls  ",
                        "NOT_A_NUMBER vcci/PCI_2014.xlsx " + sheet + " " + letterCell.substring(sheet.length() + 1),
                        "NO_CONTRACT vcci/PCI_2008.xls  ",
                        "ORG_UNIT_MISSING vcci/PCI_2009.xls  ",
                        "ORG_UNIT_TWICE vcci/PCI_2007.xls Tóm tắt các chỉ số PCI  A23"),
                lake.lines("select code, landing_file, sheet, cell from mart.rpt_finding order by all"));
    }

    @Test
    void whatCouldNotBeReadWaitsInQuarantineBesideItsFindings() throws IOException {
        TreeMap<String, List<String>> kept = new TreeMap<>();
        for (Path delivery : list(lake.lake().quarantine())) {
            String about = Files.readAllLines(delivery.resolve("findings.csv")).get(1);
            kept.put(
                    about.split(",", -1)[2],
                    list(delivery).stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
        assertEquals(
                "{vcci/PCI_2006.xls=[PCI_2006.xls, findings.csv],"
                        + " vcci/PCI_2007.xls=[PCI_2007.xls, findings.csv, marked-PCI_2007.xls],"
                        + " vcci/PCI_2008.xls=[PCI_2008.xls, findings.csv, marked-PCI_2008.xls],"
                        + " vcci/PCI_2009.xls=[PCI_2009.xls, findings.csv, marked-PCI_2009.xls],"
                        + " vcci/PCI_2014.xlsx=[PCI_2014.xlsx, findings.csv, marked-PCI_2014.xlsx]}",
                kept.toString());
    }

    @Test
    void aYearWhoseFileWasRefusedHasNoRows() {
        assertEquals(
                List.of("2005", "2007", "2009", "2010", "2011", "2012", "2013", "2014", "2015", "2016"),
                lake.lines("select distinct reference_year from mart.fct_rank order by all"));
    }

    @Test
    void theUnitConcernedHasNoRankAndSaysWhy() {
        assertEquals(
                List.of(
                        "2007 VNM.long-an - MISSING_VALUE",
                        "2009 VNM.long-an - MISSING_VALUE",
                        "2014 VNM.long-an - MISSING_VALUE"),
                lake.lines("select reference_year, org_unit_id, computed_rank, rank_reason_code from mart.rpt_ranking"
                        + " where rank_reason_code = 'MISSING_VALUE' order by all"));
    }

    @Test
    void allOtherUnitsKeepTheirPointsAndTheirOrder() {
        String sql = "select reference_year, org_unit_id, total_points,"
                + " rank() over (partition by reference_year order by computed_rank)"
                + " from mart.rpt_ranking where reference_year in (2007, 2009, 2014) and org_unit_id <> 'VNM.long-an'"
                + " order by all";
        List<String> found = lake.lines(sql);
        assertEquals(63 + 62 + 62, found.size());
        assertEquals(TwelveBooks.lake().lines(sql), found);
    }

    @Test
    void onlyTheBrokenCellOfItsUnitIsLost() {
        assertEquals(
                List.of("9 1"),
                lake.lines("select count(*), count(distinct org_unit_id) from mart.fct_observation"
                        + " where reference_year = 2014 and org_unit_id = 'VNM.long-an'"));
    }

    @Test
    void theOtherYearsAreWhatTheyAreWithoutAnyTrouble() {
        String sql = "select * from mart.fct_rank where reference_year in (2005, 2010, 2011, 2012, 2013, 2015, 2016)"
                + " order by all";
        assertEquals(TwelveBooks.lake().lines(sql), lake.lines(sql));
    }

    @Test
    void validateTellsTheSameOfOneFileAndExitsWith4() {
        Called called = Called.of(
                "validate",
                lake.lake().landing().resolve(TwelveBooks.landingFile(LETTER)).toString(),
                "--format",
                "csv");
        assertEquals(4, called.exitCode(), called.err());
        assertTrue(called.rows().get(0).startsWith("NOT_A_NUMBER,error,"), called.out());
        assertEquals(1, called.rows().size(), called.out());
    }

    private interface Edit {
        void edit(Workbook book, String cellOfLongAn);
    }

    private static byte[] edited(int year, Edit edit) {
        return EditedBook.of(RealBooks.pci(year), book -> edit.edit(book, longAn(year)));
    }

    /** Where the land score of Long An stands in the book of a year. */
    private static String longAn(int year) {
        return (String) TwelveBooks.lake()
                .value("select cell_ref from mart.fct_observation_history where metric_code = 'pci_land'"
                        + " and org_unit_id = 'VNM.long-an' and reference_year = " + year);
    }

    private static void deliver(int year, Path file) {
        lake.deliver(TwelveBooks.landingFile(year), file);
    }

    private static void deliver(int year, byte[] bytes) {
        lake.deliver(TwelveBooks.landingFile(year), bytes);
    }

    private static List<Path> list(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.sorted().toList();
        }
    }
}
