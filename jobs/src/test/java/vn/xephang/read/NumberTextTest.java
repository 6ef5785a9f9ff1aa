package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.xephang.model.CellKind;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Metric;
import vn.xephang.model.RawCell;
import vn.xephang.model.ReadItem;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContract.NumberFormat;
import vn.xephang.schema.LandingContractLoader;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

/** Every form here is made. */
class NumberTextTest {

    private static final String SHIPPED_TEXTS = "codelists/missing_value_texts.csv";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5|1234.5|",
                "1,234.5||1234.5",
                "1.234|1234|1.234",
                "1,234|1.234|1234",
                "12.34||12.34",
                "12,34|12.34|",
                "1.234.567|1234567|",
                "1 234 567,8|1234567.8|",
                "1\u00A0234.5||1234.5",
                "1\u2009234\u2009567|1234567|1234567",
                "+5|5|5",
                "-5|-5|-5",
                "\u22125|-5|-5",
                "(1.234)|-1234|-1.234",
                "(123)|-123|-123",
                "(1)\u00A0\u00A0\u00A0 419.278.223|419278223|",
                "419.278.223 (1)|419278223|",
                "419.278.223*|419278223|",
                "* 17|17|17",
                "17\u00B2|17|17",
                "1234567,25|1234567.25|"
            })
    void aNumberIsReadAsTheContractSaysThatNumbersAreWritten(String text, Double vi, Double en) {
        assertEquals(Optional.ofNullable(vi), number(text, NumberFormat.VI));
        assertEquals(Optional.ofNullable(en), number(text, NumberFormat.EN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(1)",
                "(12)",
                "1.23.456",
                "1.234 567",
                "(5",
                "5)",
                "(-5)",
                "--5",
                "1,2,3,",
                "1.234,5,6",
                "x",
                "..",
                "5 %%",
                "1e999",
                "12(1)",
                "５"
            })
    void whatDoesNotFitTheFormatIsNoNumber(String text) {
        assertEquals(Optional.empty(), number(text, NumberFormat.VI));
        assertEquals(Optional.empty(), number(text, NumberFormat.EN));
    }

    @Test
    void plainIsTheShortestWayOfWriting() {
        assertEquals(Optional.of(1234.5), number(" 1234.5\u00A0", NumberFormat.PLAIN));
        assertEquals(Optional.of(0.00012), number("1.2e-4", NumberFormat.PLAIN));
        assertEquals(Optional.empty(), number("1.234,5", NumberFormat.PLAIN));
        assertEquals(Optional.empty(), number("1e999", NumberFormat.PLAIN));
    }

    @Test
    void aPercentSignCountsByTheMeasureOfTheMetric() throws IOException {
        Map<String, Double> numbers = new TreeMap<>();
        read("vi", "shared", "12%", "12,5 %")
                .forEach(cell -> numbers.put(cell.target() + " " + cell.valueAsDelivered(), cell.number()));
        assertEquals(
                "{metric:dong 12%=null, metric:dong 12,5 %=null, metric:percent 12%=12.0, metric:percent 12,5 %=12.5,"
                        + " metric:share 12%=0.12, metric:share 12,5 %=0.125}",
                numbers.toString());
    }

    @Test
    void millionsAreBroughtToTheMeasureOfTheMetricExactly() throws IOException {
        List<RawCell> cells = read("vi", "shared", "1.234,56", "0,1");
        assertEquals(
                List.of(1234.56, 1_234_560_000.0, 0.1, 100_000.0),
                cells.stream()
                        .filter(cell -> !cell.target().equals("metric:share"))
                        .map(RawCell::number)
                        .toList());
        assertEquals("1.234,56", cells.get(0).valueAsDelivered());
    }

    @Test
    void whatStandsForNoFigureIsKeptApart() throws IOException {
        assertEquals(
                Map.of(
                        "0",
                        "normal",
                        "",
                        "missing",
                        "..",
                        "missing",
                        "-",
                        "not_applicable",
                        "x",
                        "not_applicable",
                        "Không có  số liệu",
                        "missing",
                        "?",
                        "normal",
                        "không thu thập",
                        "not_collected"),
                statuses("shared", "0", "", "..", "-", "x", "Không có  số liệu", "?", "không thu thập"));
    }

    @Test
    void aContractMaySayItByItself() throws IOException {
        assertEquals(Map.of("-", "missing", "..", "normal"), statuses("{missing: [\"-\"]}", "-", ".."));
    }

    @Test
    void withoutAListABlankIsJustABlank() throws IOException {
        List<RawCell> cells = read("plain", "{}", "");
        assertTrue(cells.stream().allMatch(cell -> cell.cellKind() == CellKind.BLANK && !cell.hasNoFigure()));
    }

    private Map<String, String> statuses(String noFigure, String... values) throws IOException {
        Map<String, String> statuses = new TreeMap<>();
        read("vi", noFigure, values).forEach(cell -> statuses.put(cell.valueAsDelivered(), cell.observationStatus()));
        return statuses;
    }

    /** A made form in million dong with a metric in percent, a share, and one in dong; each value in all three. */
    private List<RawCell> read(String numberFormat, String noFigure, String... values) throws IOException {
        StringBuilder csv = new StringBuilder("Đơn vị: Triệu đồng;;;\nTỉnh;P;S;D\n");
        for (String value : values) {
            csv.append("Long An;").append((value + ";").repeat(2)).append(value).append('\n');
        }
        LandingFile file = RealBooks.delivered("made", Files.writeString(folder.resolve("made.csv"), csv));
        LandingReader reader = new LandingReader(
                contracts(numberFormat, noFigure), List.of(metric("percent"), metric("share"), metric("dong")));
        java.util.ArrayList<RawCell> cells = new java.util.ArrayList<>();
        for (java.util.Iterator<ReadItem> items = reader.read(file); items.hasNext(); ) {
            cells.add((RawCell) items.next());
        }
        return cells;
    }

    private List<LandingContract> contracts(String numberFormat, String noFigure) throws IOException {
        Files.createDirectories(folder.resolve("s/landing"));
        Files.createDirectories(folder.resolve("s/codelists"));
        Files.writeString(
                folder.resolve("s/" + SHIPPED_TEXTS),
                Files.readString(RealBooks.home().resolve("schemas/" + SHIPPED_TEXTS)));
        Files.writeString(folder.resolve("s/landing/made.yaml"), """
                contract_id: made
                source_code: made
                form_name_vi: made
                form_name_en: made
                format: csv
                separator: ";"
                reference_year: 2020
                org_unit_level_code: province
                period_code: Y
                data_vintage: official
                number_format: %s
                no_figure: %s
                tables:
                  - match: [Tỉnh, P, D]
                    names: [Tỉnh]
                    unit_line: {text: "Đơn vị: {unit}", expected: Triệu đồng, unit_of_measure: million dong}
                    columns:
                      - {header: P, target: "metric:percent"}
                      - {header: S, target: "metric:share"}
                      - {header: D, target: "metric:dong"}
                """.formatted(numberFormat, noFigure));
        Problems problems = new Problems();
        List<LandingContract> contracts =
                LandingContractLoader.load(new SchemaFiles(List.of(folder.resolve("s"))), problems);
        problems.refuseIfAny();
        return contracts;
    }

    private static Metric metric(String code) {
        return new Metric(code, code, code, code, "neutral", "sum", null, null, null, null, "made");
    }

    private static Optional<Double> number(String text, NumberFormat format) {
        return NumberText.of(text, format).map(number -> number.value().doubleValue());
    }
}
