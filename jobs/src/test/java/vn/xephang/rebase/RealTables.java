package vn.xephang.rebase;

import static org.junit.jupiter.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.units.OrgUnitMatch;
import vn.xephang.units.OrgUnitMatcher;
import vn.xephang.units.OrgUnitMatchers;

/** The registry that ships, and columns of the real tables in shared/data, read here by plain means. */
final class RealTables {

    static final Path HOME = Path.of(System.getProperty("xephang.home", "."));
    static final CodeLists LISTS;
    static final UnitFlows FLOWS;
    static final String AREA = "gso/Area, population and population density by province.csv";
    static final String POPULATION = "gso/Average population by province.csv";
    static final String DIVORCES = "gso/Number of divorce cases cleared up by province and by level.csv";

    static {
        Problems problems = new Problems();
        LISTS = CodeLists.load(new SchemaFiles(List.of(HOME.resolve("schemas"))), problems);
        problems.refuseIfAny();
        FLOWS = new UnitFlows(LISTS.orgUnitChanges(), LISTS.orgUnits());
    }

    private RealTables() {}

    /** Values of one column of a GSO table by province; regions, the country and {@code ..} are left out. */
    static Map<String, BigDecimal> gso(String table, String column, int year) {
        List<List<String>> rows = new ArrayList<>();
        CsvReader.builder()
                .fieldSeparator(';')
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text(table))
                .forEach(record -> rows.add(fields(record)));
        List<String> header =
                rows.stream().filter(row -> row.contains(column)).findFirst().orElseThrow();
        int index = header.indexOf(column);
        OrgUnitMatcher matcher = matcher(year);
        Map<String, BigDecimal> values = new TreeMap<>();
        for (List<String> row : rows.subList(rows.indexOf(header) + 1, rows.size())) {
            if (row.size() > index
                    && !row.get(index).equals("..")
                    && matcher.match(row.get(0)) instanceof OrgUnitMatch.Found unit) {
                values.put(unit.orgUnitId(), new BigDecimal(row.get(index)));
            }
        }
        return values;
    }

    /**
     * Values of one column of the budget table by province. Three rows of 2006 and one of 2008 have no name: they are
     * given to the provinces that no row names (Hà Nam, Nam Định, Quảng Nam); sums do not depend on which is whose.
     */
    static Map<String, BigDecimal> budget(String column, int year, LocalDate mapOn) {
        OrgUnitMatcher matcher = matcher(year);
        Map<String, BigDecimal> values = new TreeMap<>();
        List<BigDecimal> nameless = new ArrayList<>();
        for (NamedCsvRecord row :
                CsvReader.builder().ofNamedCsvRecord(text("budget/budget_final_long_2006_2014.csv"))) {
            if (row.getField("year").equals("" + year)) {
                BigDecimal value = new BigDecimal(row.getField(column));
                if (matcher.match(row.getField("prov")) instanceof OrgUnitMatch.Found unit) {
                    values.put(unit.orgUnitId(), value);
                } else {
                    nameless.add(value);
                }
            }
        }
        List<String> unnamed = new ArrayList<>(FLOWS.alive("province", mapOn));
        unnamed.removeAll(values.keySet());
        nameless.forEach(value -> values.put(unnamed.remove(0), value));
        return values;
    }

    private static OrgUnitMatcher matcher(int year) {
        return OrgUnitMatchers.of(LISTS).matcher("province", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static List<String> fields(CsvRecord record) {
        return record.getFields().stream().map(String::strip).toList();
    }

    private static String text(String name) {
        Path file = HOME.toAbsolutePath().normalize().resolve("../shared/data").resolve(name);
        if (!Files.exists(file)) {
            fail("Cannot find " + file + ": these tests need the real tables in shared/data beside the project");
        }
        try {
            return Files.readString(file).replace("\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
