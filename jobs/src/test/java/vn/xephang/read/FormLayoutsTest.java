package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Finding;
import vn.xephang.model.RawCell;
import vn.xephang.model.ReadItem;
import vn.xephang.schema.LandingContractLoader;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

/** What a contract can say of a form, each on a small form of its own: separated by tabs, in a file called .tsv. */
class FormLayoutsTest {

    private static final String CONTRACT = """
            contract_id: made
            source_code: mof
            form_name_vi: Biểu thử
            form_name_en: Made form
            format: csv
            separator: "\\t"
            %s
            org_unit_level_code: province
            period_code: Y
            data_vintage: official
            number_format: vi
            tables:
              - match: [%s]
                names: [Tỉnh]
            %s
            """;

    private static final String ONE_YEAR = """
                title: ["Năm {year}"]
                columns:
                  - {header: Tổng thu, target: "metric:budget_total_revenue"}
            """;

    private static final String HEADS = """
                year_heads:
                  - {text: "{year}", data_vintage: official}
                  - {text: "Sơ bộ {year}", data_vintage: preliminary}
                columns:
                  - {header: "{year} Tổng thu", target: "metric:budget_total_revenue"}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void schemas() throws IOException {
        Files.createDirectories(folder.resolve("schemas/landing"));
    }

    @Test
    void readsATextSeparatedByTabsWhateverItsName() throws IOException {
        declare("years: {from: 2010}", "Tỉnh, Tổng thu", ONE_YEAR);
        assertEquals(
                List.of("2010 official Long An 1.234,5 1234.5 B3", "2010 official Huế 7 7.0 B4"),
                cells(read("Năm 2010\nTỉnh\tTổng thu\nLong An\t1.234,5\n\"Huế\"\t7\n")));
    }

    @Test
    void takesCommasAndSemicolonsForLettersWhereTabsAreDeclared() throws IOException {
        declare("years: {from: 2010}", "Tỉnh, Tổng thu", ONE_YEAR);
        assertEquals(List.of("NO_CONTRACT"), codes(read("Năm 2010\nTỉnh;Tổng thu\nLong An;1\n")));
    }

    @Test
    void scalesWhatTheUnitLineStates() throws IOException {
        declare("years: {from: 2010}", "Tỉnh, Tổng thu", unitLine("Tỷ đồng", "billion_dong"));
        assertEquals(
                List.of("2010 official Long An 1,5 1500.0 B4"),
                cells(read("Năm 2010\nĐơn vị tính: Tỷ đồng\nTỉnh\tTổng thu\nLong An\t1,5\n")));
    }

    @Test
    void blocksTheFormWhoseUnitLineStatesAnotherUnit() throws IOException {
        declare("years: {from: 2010}", "Tỉnh, Tổng thu", unitLine("Triệu đồng", "million_dong"));
        List<ReadItem> items = read("Năm 2010\nĐơn vị tính: Nghìn đồng\nTỉnh\tTổng thu\nLong An\t1,5\n");
        assertEquals(List.of("UNIT_OF_MEASURE_WRONG nghìn đồng, expected Triệu đồng"), findings(items));
        assertEquals(List.of(), cells(items));
    }

    @Test
    void blocksTheFormThatStatesNoUnitWhereOneIsExpected() throws IOException {
        declare("years: {from: 2010}", "Tỉnh, Tổng thu", unitLine("Triệu đồng", "million_dong"));
        List<ReadItem> items = read("Năm 2010\nTỉnh\tTổng thu\nLong An\t1,5\n");
        assertEquals(List.of("UNIT_OF_MEASURE_WRONG , expected Triệu đồng"), findings(items));
    }

    @Test
    void leavesOutTheRowsThatItIsToldToSkip() throws IOException {
        declare("years: {from: 2010}", "Tỉnh, Tổng thu", ONE_YEAR + "    skip_rows: [Các tỉnh khác, \"1=2+3\"]\n");
        assertEquals(
                List.of("2010 official Long An 5 5.0 B4", "2010 official Huế 7 7.0 B6"),
                cells(read("Năm 2010\nTỉnh\tTổng thu\n1=2+3\t4\nLong An\t5\n CÁC  TỈNH KHÁC \t6\nHuế\t7\n")));
    }

    @Test
    void skipsNoRowWhoseNameOnlyBeginsLikeThat() throws IOException {
        declare("years: {from: 2010}", "Tỉnh, Tổng thu", ONE_YEAR + "    skip_rows: [Long]\n");
        assertEquals(
                List.of("2010 official Long An 5 5.0 B3"),
                cells(read("Năm 2010\nTỉnh\tTổng thu\nLong An\t5\nLong\t6\n")));
    }

    @Test
    void takesYearAndVintageFromTheHeadOfTheColumn() throws IOException {
        declare("years: {from: 2010}", "Tỉnh", HEADS);
        assertEquals(
                List.of("2010 official Long An 1 1.0 B2", "2011 preliminary Long An 2 2.0 C2"),
                cells(read("Tỉnh\t2010 Tổng thu\tSơ bộ 2011 Tổng thu\nLong An\t1\t2\n")));
    }

    @Test
    void refusesAYearThatStandsTwiceAmongTheHeads() throws IOException {
        declare("years: {from: 2010}", "Tỉnh", HEADS);
        List<ReadItem> items = read("Tỉnh\t2010 Tổng thu\tSơ bộ 2010 Tổng thu\nLong An\t1\t2\n");
        assertEquals(List.of("COLUMN_TWICE"), codes(items));
        assertEquals(List.of(), cells(items));
    }

    @Test
    void leavesAHeadOfAYearBeyondTheContractToAWarning() throws IOException {
        declare("years: {from: 2010, until: 2011}", "Tỉnh", HEADS);
        List<ReadItem> items = read("Tỉnh\t2010 Tổng thu\t2012 Tổng thu\nLong An\t1\t2\n");
        assertEquals(List.of("COLUMN_UNKNOWN"), codes(items));
        assertEquals(List.of("2010 official Long An 1 1.0 B2"), cells(items));
    }

    @Test
    void readsNoDateAsAFigure() throws IOException {
        declare("years: {from: 2010}", "Tỉnh, Tổng thu", ONE_YEAR);
        assertEquals(
                List.of(
                        "2010 official Long An 31/12/2010 null B3",
                        "2010 official Huế 2010-12-31 null B4",
                        "2010 official Cà Mau 31.12.2010 null B5"),
                cells(read("Năm 2010\nTỉnh\tTổng thu\nLong An\t31/12/2010\nHuế\t2010-12-31\nCà Mau\t31.12.2010\n")));
    }

    private static String unitLine(String expected, String unit) {
        return ONE_YEAR + "    unit_line: {text: \"Đơn vị tính: {unit}\", expected: " + expected + ", unit_of_measure: "
                + unit + "}\n";
    }

    private void declare(String years, String match, String table) throws IOException {
        Files.writeString(folder.resolve("schemas/landing/made.yaml"), CONTRACT.formatted(years, match, table));
    }

    private List<ReadItem> read(String text) throws IOException {
        Problems problems = new Problems();
        LandingReader reader = new LandingReader(
                LandingContractLoader.load(new SchemaFiles(List.of(folder.resolve("schemas"))), problems),
                RealBooks.metrics());
        problems.refuseIfAny();
        List<ReadItem> items = new ArrayList<>();
        reader.read(RealBooks.delivered("mof", Files.writeString(folder.resolve("made.tsv"), text)))
                .forEachRemaining(items::add);
        return items;
    }

    private static List<String> cells(List<ReadItem> items) {
        return items.stream()
                .filter(RawCell.class::isInstance)
                .map(RawCell.class::cast)
                .map(cell -> cell.referenceYear() + " " + cell.dataVintage() + " " + cell.orgUnitAsWritten() + " "
                        + cell.valueAsDelivered() + " " + cell.number() + " " + cell.cellRef())
                .toList();
    }

    private static List<String> codes(List<ReadItem> items) {
        return findings(items).stream().map(finding -> finding.split(" ", 2)[0]).toList();
    }

    private static List<String> findings(List<ReadItem> items) {
        return items.stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .map(finding -> finding.code() + " " + finding.found() + ", expected " + finding.expected())
                .collect(Collectors.toList());
    }
}
