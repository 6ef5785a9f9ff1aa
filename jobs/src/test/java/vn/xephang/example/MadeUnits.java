package vn.xephang.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.schema.CodeLists;
import vn.xephang.units.OrgUnitRegistry;

/** The real units of the registry with made-up sizes. A merged unit is as large as what it was made of. */
final class MadeUnits {

    static final String LONG_AN = "VNM.long-an";
    static final LocalDate MAP_OF_63 = LocalDate.of(2024, 12, 31);
    static final LocalDate MAP_OF_34 = LocalDate.of(2025, 7, 1);

    private static final Set<String> LARGEST = Set.of("VNM.ha-noi", "VNM.ho-chi-minh");

    private final OrgUnitRegistry registry;
    private final List<OrgUnitChange> changes;
    private final Map<String, Double> provinceShares = new HashMap<>();

    MadeUnits(CodeLists lists) {
        this.registry = new OrgUnitRegistry(lists.orgUnits());
        this.changes = lists.orgUnitChanges();
        List<OrgUnitVersion> provinces = registry.alive("province", MAP_OF_63, MAP_OF_63);
        double all = provinces.stream().mapToDouble(MadeUnits::weight).sum();
        provinces.forEach(unit -> provinceShares.put(unit.orgUnitId(), weight(unit) / all));
    }

    /** By code. */
    List<MadeUnit> provinces(LocalDate day) {
        return registry.alive("province", day, day).stream()
                .map(unit -> new MadeUnit(unit, provinceShare(unit.orgUnitId(), new HashSet<>())))
                .sorted((a, b) ->
                        a.version().orgUnitCode().compareTo(b.version().orgUnitCode()))
                .toList();
    }

    /** The district-level units of Long An, by code; none after June 2025. */
    List<MadeUnit> districts(LocalDate day) {
        List<OrgUnitVersion> districts = below(LONG_AN, "district", day);
        double all = districts.stream().mapToDouble(MadeUnits::weight).sum();
        return districts.stream()
                .map(unit -> new MadeUnit(unit, provinceShares.get(LONG_AN) * weight(unit) / all))
                .toList();
    }

    /** The parts of a province whose districts report. */
    List<MadeUnit> districtsOf(MadeUnit province, int year) {
        return province.id().equals(LONG_AN) ? districts(LocalDate.of(year, 1, 1)) : List.of();
    }

    /** Units of a level alive on a day under a unit, by code. */
    List<OrgUnitVersion> below(String ancestorId, String level, LocalDate day) {
        return registry.alive(level, day, day).stream()
                .filter(unit -> isBelow(unit, ancestorId, day))
                .sorted((a, b) -> a.orgUnitCode().compareTo(b.orgUnitCode()))
                .toList();
    }

    private boolean isBelow(OrgUnitVersion unit, String ancestorId, LocalDate day) {
        OrgUnitVersion at = unit;
        while (at.parentOrgUnitId() != null) {
            if (at.parentOrgUnitId().equals(ancestorId)) {
                return true;
            }
            at = registry.versionOn(at.parentOrgUnitId(), day).orElseThrow();
        }
        return false;
    }

    private double provinceShare(String id, Set<String> seen) {
        if (provinceShares.containsKey(id)) {
            return provinceShares.get(id);
        }
        List<String> before = new ArrayList<>();
        changes.stream()
                .filter(change -> id.equals(change.toOrgUnitId()) && change.fromOrgUnitId() != null)
                .filter(change -> !change.fromOrgUnitId().equals(id) && seen.add(change.fromOrgUnitId()))
                .forEach(change -> before.add(change.fromOrgUnitId()));
        return before.stream().mapToDouble(from -> provinceShare(from, seen)).sum();
    }

    private static double weight(OrgUnitVersion unit) {
        double weight = Math.max(0.3, 1 + 0.35 * Seeded.bell(unit.orgUnitId(), "size"));
        return LARGEST.contains(unit.orgUnitId()) ? 5 * weight : weight;
    }
}
