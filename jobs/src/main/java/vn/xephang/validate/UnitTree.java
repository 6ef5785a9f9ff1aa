package vn.xephang.validate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.xephang.model.OrgUnitVersion;

/** Which units hang under which on a day. */
public final class UnitTree {

    private final List<OrgUnitVersion> versions;
    private final Map<LocalDate, Map<String, OrgUnitVersion>> aliveOn = new HashMap<>();
    private final Map<String, Map<String, List<String>>> below = new HashMap<>();

    public UnitTree(List<OrgUnitVersion> versions) {
        this.versions = versions;
    }

    /** The units of one level by the unit of a higher level that they hang under, directly or not; ids in order. */
    Map<String, List<String>> below(String fromLevel, String toLevel, LocalDate day) {
        return below.computeIfAbsent(fromLevel + '|' + toLevel + '|' + day, none -> {
            Map<String, OrgUnitVersion> alive = alive(day);
            Map<String, List<String>> units = new TreeMap<>();
            for (OrgUnitVersion unit : alive.values()) {
                if (unit.orgUnitLevelCode().equals(fromLevel)) {
                    String above = above(unit, toLevel, alive);
                    if (above != null) {
                        units.computeIfAbsent(above, key -> new ArrayList<>()).add(unit.orgUnitId());
                    }
                }
            }
            return units;
        });
    }

    private Map<String, OrgUnitVersion> alive(LocalDate day) {
        return aliveOn.computeIfAbsent(day, none -> {
            Map<String, OrgUnitVersion> alive = new TreeMap<>();
            versions.stream()
                    .filter(version -> version.aliveOn(day))
                    .forEach(version -> alive.put(version.orgUnitId(), version));
            return alive;
        });
    }

    private static String above(OrgUnitVersion unit, String level, Map<String, OrgUnitVersion> alive) {
        OrgUnitVersion at = unit;
        while (at != null && !at.orgUnitLevelCode().equals(level)) {
            at = at.parentOrgUnitId() == null ? null : alive.get(at.parentOrgUnitId());
        }
        return at == null ? null : at.orgUnitId();
    }
}
