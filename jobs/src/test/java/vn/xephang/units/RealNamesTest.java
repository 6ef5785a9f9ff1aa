package vn.xephang.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every name of an org unit in the real tables and lists means one unit, and that of the code beside it where there is
 * one; what does not is listed with its reason in {@code resources/units/names-not-resolved.csv}.
 */
class RealNamesTest {

    private static final OrgUnitMatchers MATCHERS = OrgUnitMatchers.of(SharedLists.shipped());
    private static final Pattern YEAR = Pattern.compile("(?:^|\\D)((?:19|20)\\d\\d)(?!\\d)");
    private static final Set<String> WITH_TOTALS = Set.of("country", "region", "province");

    private final Map<String, Tally> tallies = new TreeMap<>();

    /** What was looked up of one file. */
    private static final class Tally {
        private final Set<String> names = new LinkedHashSet<>();
        private int rowCount;
        private int beforeRecordsCount;
        private final Map<String, Set<Integer>> unresolved = new LinkedHashMap<>();

        @Override
        public String toString() {
            return names.size() + " names, " + rowCount + " rows"
                    + (beforeRecordsCount == 0 ? "" : ", " + beforeRecordsCount + " before the records begin");
        }
    }

    @Test
    void everyNameOfARealTableMeansOneUnitOrIsListed() {
        provinceRows("pci/pci_long_2005_2016.csv", "prov", "year", "");
        provinceRows("pci/published_rank_2005_2016.csv", "province_as_written", "year", "gso_code");
        provinceRows("budget/budget_final_long_2006_2014.csv", "prov", "year", "");
        for (String table : List.of(
                "Area, population and population density by province",
                "Average age of first marriage by province",
                "Average population by province",
                "Number of administrative units as of 31 December by province",
                "Number of divorce cases cleared up by province and by level")) {
            tableOfYears("gso/" + table + ".csv");
        }
        assertEquals(listed(), told());
        assertEquals(
                String.join(
                        "\n",
                        "budget/budget_final_long_2006_2014.csv: 65 names, 569 rows",
                        "gso/Area, population and population density by province.csv: 70 names, 420 rows",
                        "gso/Average age of first marriage by province.csv: 70 names, 350 rows",
                        "gso/Average population by province.csv: 71 names, 1562 rows, 27 before the records begin",
                        "gso/Number of administrative units as of 31 December by province.csv: 70 names, 560 rows",
                        "gso/Number of divorce cases cleared up by province and by level.csv: 70 names, 280 rows",
                        "pci/pci_long_2005_2016.csv: 65 names, 738 rows",
                        "pci/published_rank_2005_2016.csv: 134 names, 738 rows"),
                tallies.entrySet().stream()
                        .map(file -> file.getKey() + ": " + file.getValue())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void everyNameOfACodeListMeansTheUnitOfItsCode() {
        LocalDate in2023 = LocalDate.of(2023, 4, 10);
        LocalDate since2025 = LocalDate.of(2025, 7, 1);
        for (NamedCsvRecord row : SharedLists.rows("codelists/provinces_63.csv")) {
            for (String column : List.of("name_vi", "full_name_vi", "name_en")) {
                same("provinces_63", on("province", in2023), row.getField(column), row.getField("gso_code"));
            }
        }
        for (NamedCsvRecord row : SharedLists.rows("codelists/provinces_34.csv")) {
            for (String column : List.of("name_vi", "full_name_vi", "name_en")) {
                same("provinces_34", on("province", since2025), row.getField(column), row.getField("gso_code"));
            }
        }
        OrgUnitScope districts = on("district", in2023).within("VNM.long-an");
        for (NamedCsvRecord row : SharedLists.rows("codelists/longan_districts.csv")) {
            Stream.concat(
                            Stream.of(row.getField("name_vi"), row.getField("full_name_vi"), row.getField("name_en")),
                            Stream.of(row.getField("name_variants").split("\\|")))
                    .forEach(name -> same("longan_districts", districts, name, row.getField("gso_code")));
        }
        for (NamedCsvRecord row : SharedLists.rows("codelists/longan_commune_succession.csv")) {
            String old = row.getField("old_commune_name") + ", " + row.getField("old_district_name");
            same(
                    "longan_commune_succession",
                    on("commune", LocalDate.of(2025, 6, 30)).within("VNM.long-an"),
                    old,
                    row.getField("old_commune_code"));
            same(
                    "longan_commune_succession",
                    on("commune", since2025).within("VNM.tay-ninh-2025"),
                    row.getField("new_commune_name"),
                    row.getField("new_commune_code"));
        }
        for (NamedCsvRecord row : SharedLists.rows("codelists/gso_district_snapshots.csv")) {
            LocalDate day = LocalDate.parse(row.getField("snapshot_date"));
            String name = row.getField("district_name") + ", " + row.getField("province_name");
            same("gso_district_snapshots", on("district", day), name, row.getField("district_code"));
        }
        assertEquals(
                Map.of(
                        "gso_district_snapshots", "757 names, 11992 rows",
                        "longan_commune_succession", "246 names, 396 rows",
                        "longan_districts", "126 names, 156 rows",
                        "provinces_34", "100 names, 102 rows",
                        "provinces_63", "185 names, 189 rows"),
                tallies.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue()
                        .toString())));
        assertEquals("", told());
    }

    private void provinceRows(String file, String nameColumn, String yearColumn, String codeColumn) {
        for (NamedCsvRecord row : SharedLists.rows(file)) {
            int year = Integer.parseInt(row.getField(yearColumn));
            Optional<String> found = look(file, year(Set.of("province"), year), row.getField(nameColumn), year);
            if (!codeColumn.isEmpty() && found.isPresent()) {
                assertEquals(
                        MATCHERS.matcher(year(Set.of("province"), year)).match(row.getField(codeColumn)),
                        new OrgUnitMatch.Found(found.get()),
                        row.toString());
            }
        }
    }

    /** A table with a column of names and columns of years. */
    private void tableOfYears(String file) {
        String text = SharedLists.text(SharedLists.file(file));
        String table = text.substring(text.indexOf("\"Cities, "));
        List<CsvRecord> rows = CsvReader.builder().fieldSeparator(';').ofCsvRecord(table).stream()
                .toList();
        rows = rows.subList(rows.get(0).getFieldCount() > 1 ? 0 : 1, rows.size());
        Set<Integer> years = new LinkedHashSet<>();
        for (String header : rows.get(0).getFields()) {
            Matcher year = YEAR.matcher(header);
            if (year.find()) {
                years.add(Integer.parseInt(year.group(1)));
            }
        }
        for (CsvRecord row : rows.subList(1, rows.size())) {
            years.forEach(year -> look(file, year(WITH_TOTALS, year), row.getField(0), year));
        }
    }

    private Optional<String> look(String file, OrgUnitScope scope, String name, int year) {
        Tally tally = tallies.computeIfAbsent(file, none -> new Tally());
        tally.rowCount++;
        tally.names.add(name.strip());
        OrgUnitMatch match = MATCHERS.matcher(scope).match(name);
        if (match instanceof OrgUnitMatch.Found found) {
            return Optional.of(found.orgUnitId());
        }
        if (year < 2004) {
            assertEquals(OrgUnitMatch.Elsewhere.class, match.getClass(), name + " in " + year);
            tally.beforeRecordsCount++;
            return Optional.empty();
        }
        String outcome = name.strip() + "," + match.getClass().getSimpleName();
        tally.unresolved.computeIfAbsent(outcome, none -> new LinkedHashSet<>()).add(year);
        return Optional.empty();
    }

    private void same(String file, OrgUnitScope scope, String name, String code) {
        Optional<String> found = look(file, scope, name, scope.from().getYear());
        assertEquals(
                MATCHERS.matcher(scope).match(code),
                found.<OrgUnitMatch>map(OrgUnitMatch.Found::new).orElse(null),
                file + ": " + name + " [" + code + "] on " + scope.from());
    }

    /** file, name, outcome, first and last year, of what did not resolve. */
    private String told() {
        List<String> lines = new ArrayList<>();
        tallies.forEach((file, tally) -> tally.unresolved.forEach((outcome, years) -> lines.add(file + "|" + outcome
                + "," + years.stream().min(Integer::compare).orElseThrow() + ","
                + years.stream().max(Integer::compare).orElseThrow())));
        return String.join("\n", lines);
    }

    private static String listed() {
        return SharedLists.rows(SharedLists.committed("names-not-resolved.csv")).stream()
                .map(row -> row.getField("file") + "|" + row.getField("name") + "," + row.getField("outcome") + ","
                        + row.getField("from_year") + "," + row.getField("to_year"))
                .collect(Collectors.joining("\n"));
    }

    private static OrgUnitScope on(String level, LocalDate day) {
        return OrgUnitScope.of(level, day, day);
    }

    private static OrgUnitScope year(Set<String> levels, int year) {
        return new OrgUnitScope(levels, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Optional.empty());
    }
}
