package vn.xephang.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.schema.CodeLists;

/**
 * The registry's districts against the 17 dated lists of the statistics office: the same, or the difference is listed
 * with its reason in {@code resources/units/district-snapshots.csv}.
 */
class DistrictSnapshotsTest {

    private static final CodeLists LISTS = SharedLists.shipped();
    private static final OrgUnitRegistry REGISTRY = new OrgUnitRegistry(LISTS.orgUnits());

    /** Type words by type, Vietnamese, as the office writes them. */
    private static final Map<String, String> TYPES = Map.of(
            "urban_district", "Quận",
            "rural_district", "Huyện",
            "town", "Thị xã",
            "city", "Thành phố",
            "province", "Tỉnh",
            "municipality", "Thành phố");

    private record Difference(String day, String code, String column, String snapshot, String registry) {}

    @Test
    void theLiveDistrictsOfEachDayAreThoseOfTheList() {
        Map<String, List<NamedCsvRecord>> snapshots = snapshots();
        List<Difference> found = new ArrayList<>();
        snapshots.forEach((day, rows) -> found.addAll(differences(day, rows)));
        assertEquals(listed(), found.stream().map(Difference::toString).collect(Collectors.joining("\n")));
        assertEquals(17, snapshots.size());
    }

    @Test
    void thereAre713Then705Then696Districts() {
        assertEquals(713, districtsOn("2019-09-11").size());
        assertEquals(705, districtsOn("2023-04-10").size());
        assertEquals(696, districtsOn("2025-03-01").size());
        assertEquals(696, districtsOn("2025-06-30").size());
        assertEquals(0, districtsOn("2025-07-01").size());
    }

    @Test
    void everyDifferenceHasItsReason() {
        SharedLists.rows(SharedLists.committed("district-snapshots.csv"))
                .forEach(row -> assertTrue(!row.getField("reason").isBlank(), row.toString()));
    }

    private static List<Difference> differences(String day, List<NamedCsvRecord> rows) {
        Map<String, OrgUnitVersion> districts = districtsOn(day);
        List<Difference> found = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            String code = row.getField("district_code");
            OrgUnitVersion district = districts.remove(code);
            if (district == null) {
                found.add(new Difference(day, code, "district_code", code, ""));
                continue;
            }
            OrgUnitVersion province = REGISTRY.versionOn(district.parentOrgUnitId(), LocalDate.parse(day))
                    .orElseThrow();
            Map<String, String> ours = new LinkedHashMap<>();
            ours.put("province_code", province.orgUnitCode());
            ours.put("province_name", fullName(province));
            ours.put("district_name", fullName(district));
            ours.put("district_type", TYPES.get(district.orgUnitType()));
            ours.forEach((column, value) -> {
                if (!row.getField(column).equals(value)) {
                    found.add(new Difference(day, code, column, row.getField(column), value));
                }
            });
        }
        districts.keySet().forEach(code -> found.add(new Difference(day, code, "district_code", "", code)));
        return found;
    }

    private static String fullName(OrgUnitVersion unit) {
        String word = TYPES.get(unit.orgUnitType());
        return unit.orgUnitNameVi().startsWith(word + " ") ? unit.orgUnitNameVi() : word + " " + unit.orgUnitNameVi();
    }

    private static Map<String, OrgUnitVersion> districtsOn(String day) {
        LocalDate on = LocalDate.parse(day);
        Map<String, OrgUnitVersion> districts = new TreeMap<>();
        REGISTRY.alive("district", on, on).forEach(unit -> districts.put(unit.orgUnitCode(), unit));
        return districts;
    }

    private static Map<String, List<NamedCsvRecord>> snapshots() {
        return SharedLists.rows("codelists/gso_district_snapshots.csv").stream()
                .collect(
                        Collectors.groupingBy(row -> row.getField("snapshot_date"), TreeMap::new, Collectors.toList()));
    }

    private static String listed() {
        return SharedLists.rows(SharedLists.committed("district-snapshots.csv")).stream()
                .map(row -> new Difference(
                                row.getField("snapshot_date"),
                                row.getField("district_code"),
                                row.getField("column"),
                                row.getField("snapshot"),
                                row.getField("registry"))
                        .toString())
                .collect(Collectors.joining("\n"));
    }
}
