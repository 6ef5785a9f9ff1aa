package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.xephang.model.ConformedValue;
import vn.xephang.read.RealBooks;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.units.OrgUnitMatch;
import vn.xephang.units.OrgUnitMatchers;

/** The nine budget workbooks against the figures that another reader took from them. */
class BudgetTest {

    /** What the other reader calls balance.trans is the column of all transfers ("TỔNG SỐ"), not "BỔ SUNG CÂN ĐỐI". */
    private static final Map<String, String> METRICS = Map.of(
            "total.rev", "metric:budget_total_revenue",
            "ratio", "metric:budget_revenue_ratio",
            "total.exp", "metric:budget_total_expenditure",
            "balance.trans", "metric:budget_transfer",
            "target.trans", "metric:budget_target_transfer");

    private static final int LAST_TARGET_YEAR = 2010;

    /** Year -> unit -> target -> value; null where the book has no figure. */
    private static final Map<Integer, Map<String, Map<String, Double>>> READ = new TreeMap<>();

    private static final List<NamedCsvRecord> EXPECTED = new ArrayList<>();

    @BeforeAll
    static void readAll() throws IOException {
        for (int year = 2006; year <= 2014; year++) {
            Map<String, Map<String, Double>> units = READ.computeIfAbsent(year, none -> new TreeMap<>());
            for (ConformedValue value : ReadValues.of("mof", "budget/Final_" + year + ".xls")) {
                assertEquals(year, value.referenceYear());
                units.computeIfAbsent(value.orgUnitId(), none -> new TreeMap<>())
                        .put(value.target(), value.value());
            }
        }
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(RealBooks.file("budget/budget_final_long_2006_2014.csv"))) {
            rows.forEach(EXPECTED::add);
        }
    }

    @Test
    void all569RowsStandInTheWorkbooks() {
        assertEquals(569, EXPECTED.size());
        Map<String, String> different = new LinkedHashMap<>();
        int compared = 0;
        for (NamedCsvRecord row : EXPECTED) {
            Map<String, Double> read = READ.get(year(row)).get(unit(row).orElseGet(() -> unitByRevenue(row)));
            for (String column : columns(year(row))) {
                compared++;
                if (!isSame(row.getField(column), read.get(METRICS.get(column)))) {
                    different.put(
                            row.getField("prov") + " " + year(row) + " " + column,
                            row.getField(column) + " / " + read.get(METRICS.get(column)));
                }
            }
        }
        assertEquals(Map.of(), different);
        assertEquals(
                569 * 4
                        + EXPECTED.stream()
                                .filter(row -> year(row) <= LAST_TARGET_YEAR)
                                .count(),
                compared);
    }

    @Test
    void fourRowsHaveNoNameAndAreFoundByTheirValue() {
        List<String> found = EXPECTED.stream()
                .filter(row -> unit(row).isEmpty())
                .map(row -> year(row) + " " + unitByRevenue(row))
                .sorted()
                .toList();
        assertEquals(4, found.size(), found.toString());
    }

    @Test
    void everyProvinceOfAYearIsRead() {
        READ.forEach((year, units) -> assertEquals(
                year < 2008 ? 64 : 63,
                units.keySet().stream()
                        .filter(id -> !id.equals("VNM") && !id.contains(".region."))
                        .count(),
                "provinces of " + year));
    }

    @Test
    void theTotalOf2008IsReadBehindItsFootnoteMark() {
        assertEquals(419_278_223.0, READ.get(2008).get("VNM").get("metric:budget_total_revenue"));
    }

    private static List<String> columns(int year) {
        List<String> columns = new ArrayList<>(List.of("total.rev", "ratio", "total.exp", "balance.trans"));
        if (year <= LAST_TARGET_YEAR) {
            columns.add("target.trans");
        }
        return columns;
    }

    private static int year(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("year"));
    }

    private static Optional<String> unit(NamedCsvRecord row) {
        int year = year(row);
        OrgUnitMatch match = OrgUnitMatchers.of(declarations().codeLists())
                .matcher("province", LocalDate.of(year, 12, 31), LocalDate.of(year, 12, 31))
                .match(row.getField("prov"));
        return match instanceof OrgUnitMatch.Found found ? Optional.of(found.orgUnitId()) : Optional.empty();
    }

    private static Declarations declarations() {
        return Declarations.load(new SchemaFiles(List.of(RealBooks.home().resolve("schemas"))));
    }

    private static String unitByRevenue(NamedCsvRecord row) {
        List<String> units = READ.get(year(row)).entrySet().stream()
                .filter(unit ->
                        isSame(row.getField("total.rev"), unit.getValue().get("metric:budget_total_revenue")))
                .map(Map.Entry::getKey)
                .toList();
        assertTrue(units.size() == 1, row.getField("total.rev") + " of " + year(row) + " stands at " + units);
        return units.get(0);
    }

    /** The other reader wrote 15 digits, and NA or 0 where a book has no figure. */
    private static boolean isSame(String expected, Double read) {
        if (expected.isEmpty() || expected.equals("NA")) {
            return read == null;
        }
        double number = Double.parseDouble(expected);
        return read == null ? number == 0 : Math.abs(number - read) <= 1e-14 * Math.abs(number);
    }
}
