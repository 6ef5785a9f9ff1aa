package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.run.TestLake;
import vn.xephang.run.TwelveBooks;

/** The briefs of all 63 provinces of one year, read back and compared with the views by SQL of the test's own. */
class BriefOfRealBooksTest {

    private static final TestLake LAKE = TwelveBooks.lake();
    private static final int PROVINCES = 63;

    @TempDir
    Path folder;

    @Test
    void everyNumberOfEveryPdfIsThatOfTheViewsOnOnePage() throws IOException {
        Called called = Called.on(LAKE, "brief", "pci", "2013", "--all", "--level", "province", "--out", folder + "");
        assertEquals(0, called.exitCode(), called.err());
        assertEquals(PROVINCES + " briefs in " + folder, called.out().strip());
        assertTrue(called.err().contains("brief     63 of 63"), called.err());
        List<List<Object>> units = units();
        assertEquals(PROVINCES, units.size());
        assertEquals(
                units.stream().map(unit -> file(unit, "pdf")).sorted().toList(),
                listed().map(file -> file.getFileName().toString()).toList());
        for (List<Object> unit : units) {
            try (PDDocument document =
                    Loader.loadPDF(folder.resolve(file(unit, "pdf")).toFile())) {
                assertEquals(1, document.getNumberOfPages(), file(unit, "pdf"));
                assertTold(expected(unit), text(document));
            }
        }
    }

    @Test
    void everyNumberOfEveryWorkbookIsThatOfTheViews() throws IOException {
        Called called = Called.on(LAKE, "brief", "pci", "2013", "--all", "--as", "xlsx", "--out", folder + "");
        assertEquals(0, called.exitCode(), called.err());
        for (List<Object> unit : units()) {
            try (InputStream in = Files.newInputStream(folder.resolve(file(unit, "xlsx")));
                    XSSFWorkbook book = new XSSFWorkbook(in)) {
                assertEquals(1, book.getNumberOfSheets());
                assertEquals(numbersOfViews((String) unit.get(0)), numbers(book), file(unit, "xlsx"));
                assertEquals(
                        1, book.getSheetAt(0).getDrawingPatriarch().getCharts().size());
            }
        }
    }

    @Test
    void givesTheSameBytesTwiceWhateverTheMachineIsSetTo() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (String ending : List.of("pdf", "xlsx")) {
            byte[] first = bytes("first." + ending);
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
                assertArrayEquals(first, bytes("second." + ending), ending);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void writesTheSameInEnglishWhenAskedTo() throws IOException {
        Path file = folder.resolve("long-an.pdf");
        Called called =
                Called.on(LAKE, "brief", "pci", "2013", "--unit", "Long An", "--out", file + "", "--language", "en");
        assertEquals(0, called.exitCode(), called.err());
        assertEquals(file + "", called.out().strip());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = text(document);
            assertTrue(text.contains("Rank 19/63 1 is best Change ▼ 3 places in 2012: 16/63"), text);
            assertTrue(text.contains("Entry costs 3.66 5 39/63"), text);
            assertTrue(
                    text.contains((String) LAKE.value("select sentence_en from mart.rpt_summary_sentence"
                            + " where reference_year = 2013 and org_unit_id = 'VNM.long-an'")),
                    text);
        }
    }

    @Test
    void saysWherePublisherAndComputationDiffer() throws IOException {
        Path file = folder.resolve("ha-giang.pdf");
        assertEquals(
                0,
                Called.on(LAKE, "brief", "pci", "2011", "--unit", "Hà Giang", "--out", file + "")
                        .exitCode());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = text(document);
            assertTrue(
                    text.contains(
                            "Bên công bố: hạng 41, 57,62 điểm, “Khá”; hạng tính lại 40 (bên công bố tách hạng bằng"
                                    + " nhau)."),
                    text);
            assertTrue(text.contains("Năm này không có điểm theo tiêu chí."), text);
        }
    }

    @Test
    void refusesAYearWithoutRanksAndNamesThoseThatHaveThem() throws IOException {
        Called called = Called.on(LAKE, "brief", "pci", "2004", "--all", "--out", folder.resolve("none") + "");
        assertEquals(6, called.exitCode());
        assertEquals(
                "Cannot brief pci 2004: nobody is ranked in that year. Years with ranks: 2005, 2006, 2007, 2008, 2009,"
                        + " 2010, 2011, 2012, 2013, 2014, 2015, 2016.",
                called.err().strip());
        assertEquals(List.of(), listed().toList());
    }

    @Test
    void refusesAUnitThatNobodyKnowsOrThatIsNotRanked() throws IOException {
        Called unknown = Called.on(LAKE, "brief", "pci", "2013", "--unit", "Atlantis", "--out", folder + "/a.pdf");
        assertEquals(6, unknown.exitCode());
        assertEquals(
                "No single province 'Atlantis' in 2013. Give its name or official code of that time.",
                unknown.err().strip());
        Called notRanked = Called.on(LAKE, "brief", "pci", "2005", "--unit", "Lai Châu", "--out", folder + "/a.pdf");
        assertEquals(6, notRanked.exitCode());
        assertTrue(
                notRanked.err().startsWith("Cannot brief Lai Châu: pci does not rank it in 2005. It ranks An Giang, "),
                notRanked.err());
        assertEquals(List.of(), listed().toList());
    }

    @Test
    void refusesALevelThatTheScorecardDoesNotRank() {
        Called called = Called.on(LAKE, "brief", "pci", "2013", "--all", "--level", "commune", "--out", folder + "");
        assertEquals(6, called.exitCode());
        assertEquals(
                "Cannot brief level commune: pci ranks units of level province.",
                called.err().strip());
    }

    @Test
    void takesPdfAndXlsxOnly() {
        Called called = Called.on(LAKE, "brief", "pci", "2013", "--unit", "Long An", "--out", folder + "/a.docx");
        assertEquals(2, called.exitCode());
        assertTrue(called.err().contains("expected a file that ends in .pdf or .xlsx"), called.err());
    }

    @Test
    void asksForOneUnitOrAll() {
        assertEquals(
                2,
                Called.on(LAKE, "brief", "pci", "2013", "--out", folder + "/a.pdf")
                        .exitCode());
        assertEquals(
                2,
                Called.on(LAKE, "brief", "pci", "2013", "--unit", "Long An", "--all", "--out", folder + "/a.pdf")
                        .exitCode());
    }

    private byte[] bytes(String name) throws IOException {
        Path file = folder.resolve(name);
        assertEquals(
                0,
                Called.on(LAKE, "brief", "pci", "2013", "--unit", "Long An", "--out", file + "")
                        .exitCode());
        return Files.readAllBytes(file);
    }

    private Stream<Path> listed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    private static String file(List<Object> unit, String ending) {
        return "pci-2013-" + ((String) unit.get(0)).substring("VNM.".length()) + "." + ending;
    }

    /** In the order in which it was drawn, lines joined. */
    private static String text(PDDocument document) throws IOException {
        String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC), text);
        return text;
    }

    /** The text is these pieces in this order, and no figure stands between them. */
    private static void assertTold(List<String> pieces, String text) {
        int from = 0;
        for (String piece : pieces) {
            int at = text.indexOf(piece, from);
            assertTrue(at >= 0, () -> "not told: " + piece + "\nin " + text);
            assertNoFigure(text.substring(from, at), piece, text);
            from = at + piece.length();
        }
        assertNoFigure(text.substring(from), "the end", text);
    }

    private static void assertNoFigure(String between, String before, String text) {
        assertFalse(
                between.codePoints().anyMatch(Character::isDigit),
                () -> "a figure that no view gives, before " + before + ": " + between + "\nin " + text);
    }

    private static List<List<Object>> units() {
        return LAKE.query("select org_unit_id, org_unit_name_vi, rank, is_tied, previous_rank, total_points,"
                + " published_points, published_rank, published_rating from mart.rpt_ranking"
                + " where scorecard_code = 'pci' and reference_year = 2013 order by org_unit_id");
    }

    /** Every piece of a page that holds a figure, from the top. */
    private static List<String> expected(List<Object> unit) {
        String id = (String) unit.get(0);
        BigDecimal total = (BigDecimal) unit.get(5);
        List<String> pieces = new ArrayList<>();
        pieces.add(unit.get(1) + " · 2013");
        pieces.add(
                "Hạng " + unit.get(2) + "/63 " + (unit.get(3).equals(true) ? "đồng hạng với đơn vị khác" : "1 là tốt"));
        pieces.add("Thay đổi " + change((Integer) unit.get(4) - (Integer) unit.get(2)) + " năm 2012: " + unit.get(4)
                + "/63");
        pieces.add("Điểm " + stripped(total) + " / 100 " + fixed(total, 1) + " % điểm tối đa Xếp loại " + unit.get(8));
        pieces.addAll(why(id));
        pieces.addAll(next(id));
        pieces.add("1 64 năm trong số "
                + joined("select reference_year || ' ' || max(rank_of) from mart.rpt_ranking"
                        + " where scorecard_code = 'pci' group by reference_year order by reference_year"));
        pieces.add(joined("select rank from mart.rpt_ranking where scorecard_code = 'pci' and rank is not null"
                + " and org_unit_id = '" + id + "' order by reference_year"));
        LAKE.query("select criterion_name_vi, points, max_points, criterion_rank from mart.rpt_score_breakdown"
                        + where(id) + " order by criterion_order")
                .forEach(row -> pieces.add(row.get(0) + " " + fixed((BigDecimal) row.get(1), 2) + " "
                        + stripped((BigDecimal) row.get(2)) + " " + row.get(3) + "/63"));
        pieces.add("Mạnh nhất: " + ends(id, "better < worse", "better, worse desc", ""));
        pieces.add("Yếu nhất: " + ends(id, "worse < better", "worse, better desc", ", cuối bảng"));
        pieces.add("• Bộ tiêu chí khác năm 2012");
        pieces.add("Bên công bố: hạng " + unit.get(7) + ", "
                + stripped(ShortestDecimal.of((Double) unit.get(6))) + " điểm, “" + unit.get(8)
                + "”; tính lại từ tiêu chí: khớp.");
        pieces.add("Bản phát hành " + LAKE.value("select release_id from mart.rpt_release") + " · bộ tiêu chí 2013");
        return pieces;
    }

    private static String where(String id) {
        return " where scorecard_code = 'pci' and reference_year = 2013 and org_unit_id = '" + id + "'";
    }

    private static String change(int climbed) {
        return climbed == 0 ? "giữ hạng" : (climbed > 0 ? "▲ " : "▼ ") + Math.abs(climbed) + " bậc";
    }

    /** The sentence of the view, its parts once more beside their bars, and how they were averaged. */
    private static List<String> why(String id) {
        String sentence = (String) LAKE.value("select sentence_vi from mart.rpt_summary_sentence" + where(id));
        List<String> pieces = new ArrayList<>(List.of(sentence));
        int parts = sentence.indexOf("trong đó: ");
        if (parts >= 0) {
            for (String part : sentence.substring(parts + "trong đó: ".length(), sentence.length() - 1)
                    .split("; ")) {
                pieces.add(part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
            }
            pieces.add("Trung bình trên "
                    + LAKE.value(
                            "select any_value(order_count || '/' || order_of) from mart.rpt_rank_change" + where(id)));
        } else {
            pieces.addAll(LAKE.lines("select 'Trung bình trên ' || any_value(order_count || '/' || order_of)"
                    + " from mart.rpt_rank_change" + where(id) + " having count(*) > 0"));
        }
        return pieces;
    }

    private static List<String> next(String id) {
        List<String> pieces = new ArrayList<>();
        for (List<Object> row : LAKE.query("select points_needed, next_rank, criterion_name_vi, headroom_points,"
                + " is_enough, metric_value, metric_value_needed, units_already_there, cost_order"
                + " from mart.rpt_points_to_next_rank" + where(id) + " and cost_order <= 3 order by cost_order")) {
            if (pieces.isEmpty()) {
                pieces.add("Thêm " + stripped((BigDecimal) row.get(0)) + " điểm thì lên hạng " + row.get(1) + ".");
            }
            String open = stripped((BigDecimal) row.get(3));
            pieces.add("• " + row.get(2) + ": "
                    + (row.get(4).equals(true)
                            ? "còn " + open + " điểm có thể thêm"
                            : "chỉ còn " + open + " điểm, riêng nó không đủ")
                    + (row.get(6) == null ? "" : value(row)));
        }
        return pieces;
    }

    private static String value(List<Object> row) {
        BigDecimal needed = ShortestDecimal.of((Double) row.get(6));
        BigDecimal now = ShortestDecimal.of((Double) row.get(5));
        return "; đưa giá trị từ " + fixed(now, Math.max(0, needed.scale())) + " đến "
                + fixed(needed, Math.max(0, needed.scale())) + " (" + row.get(7) + " đơn vị đã đạt)";
    }

    /** The two criteria by which most others are behind, or ahead, and the places there. */
    private static String ends(String id, String which, String order, String last) {
        return LAKE.query("""
                with line as (
                    select own.criterion_name_vi, own.criterion_order, own.criterion_rank,
                        count(*) filter (other.points > own.points) as better,
                        count(*) filter (other.points < own.points) as worse
                    from mart.rpt_score_breakdown as own
                    join mart.rpt_score_breakdown as other
                        using (scorecard_code, reference_year, criterion_code)
                    where scorecard_code = 'pci' and reference_year = 2013 and own.org_unit_id = '%s'
                    group by all
                )
                select criterion_name_vi, criterion_rank, worse from line where %s order by %s, criterion_order limit 2
                """.formatted(id, which, order)).stream()
                .map(row -> row.get(0) + " (hạng " + row.get(1) + "/63"
                        + (row.get(2).equals(0L) ? last : "") + ")")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), names -> names.isEmpty() ? "không có" : names));
    }

    private static String joined(String sql) {
        return String.join(" ", LAKE.lines(sql));
    }

    private static String fixed(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
    }

    /** Two decimals, or two digits of what is below a tenth, without zeros at the end. */
    private static String stripped(BigDecimal number) {
        boolean isSmall = number.signum() != 0 && number.abs().compareTo(new BigDecimal("0.1")) < 0;
        BigDecimal rounded = isSmall
                ? number.round(new MathContext(2, RoundingMode.HALF_UP))
                : number.setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0
                ? "0"
                : rounded.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static List<Double> numbers(XSSFWorkbook book) {
        List<Double> numbers = new ArrayList<>();
        for (Row row : book.getSheetAt(0)) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.NUMERIC) {
                    numbers.add(cell.getNumericCellValue());
                }
            }
        }
        return numbers;
    }

    /** From the top: standing, parts of the change as in the sentence, steps, years, criteria. */
    private static List<Double> numbersOfViews(String id) {
        List<Double> numbers = new ArrayList<>();
        add(numbers, "select rank, rank_change, total_points from mart.rpt_ranking" + where(id));
        String sentence = (String) LAKE.value("select sentence_vi from mart.rpt_summary_sentence" + where(id));
        int parts = sentence.indexOf("trong đó: ");
        if (parts >= 0) {
            for (String part : sentence.substring(parts, sentence.length() - 1).split("; ")) {
                numbers.add(Double.valueOf(part.substring(part.lastIndexOf(' ') + 1)
                        .replace('\u2212', '-')
                        .replace(',', '.')));
            }
        }
        add(
                numbers,
                "select points_needed, headroom_points, metric_value, metric_value_needed, units_already_there"
                        + " from mart.rpt_points_to_next_rank" + where(id) + " order by cost_order");
        add(numbers, """
                select own.rank, year.rank_of
                from (
                    select reference_year, max(rank_of) as rank_of from mart.rpt_ranking
                    where scorecard_code = 'pci' group by reference_year
                ) as year
                left join mart.rpt_ranking as own
                    on own.reference_year = year.reference_year and own.scorecard_code = 'pci'
                    and own.org_unit_id = '%s'
                order by year.reference_year
                """.formatted(id));
        add(numbers, """
                select own.points, own.max_points, median(other.points), own.criterion_rank, count(other.points)
                from mart.rpt_score_breakdown as own
                join mart.rpt_score_breakdown as other using (scorecard_code, reference_year, criterion_code)
                where scorecard_code = 'pci' and reference_year = 2013 and own.org_unit_id = '%s'
                group by own.criterion_order, own.points, own.max_points, own.criterion_rank
                order by own.criterion_order
                """.formatted(id));
        return numbers;
    }

    private static void add(List<Double> numbers, String sql) {
        LAKE.query(sql).forEach(row -> row.stream()
                .filter(value -> value != null)
                .forEach(value -> numbers.add(((Number) value).doubleValue())));
    }
}
