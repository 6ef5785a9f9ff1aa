package vn.xephang.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.xephang.model.OrgUnitVersion;

/** Every org unit with its versions in time. */
public final class OrgUnitRegistry {

    private final List<OrgUnitVersion> versions;
    private final Map<String, List<OrgUnitVersion>> byId = new LinkedHashMap<>();

    public OrgUnitRegistry(List<OrgUnitVersion> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(OrgUnitVersion::orgUnitId).thenComparing(OrgUnitVersion::validFromOn))
                .toList();
        this.versions.forEach(version -> byId.computeIfAbsent(version.orgUnitId(), id -> new ArrayList<>())
                .add(version));
    }

    /** All versions by unit, then time. */
    public List<OrgUnitVersion> versions() {
        return versions;
    }

    /** Units of a level alive on any day of the period, each in its last version within it, by id. */
    public List<OrgUnitVersion> alive(String level, LocalDate from, LocalDate to) {
        Map<String, OrgUnitVersion> last = new LinkedHashMap<>();
        for (OrgUnitVersion version : versions) {
            if (version.orgUnitLevelCode().equals(level) && version.aliveWithin(from, to)) {
                last.put(version.orgUnitId(), version);
            }
        }
        return List.copyOf(last.values());
    }

    /** The version of a unit that holds at the end of a period, or its last one before. */
    public Optional<OrgUnitVersion> versionOn(String orgUnitId, LocalDate day) {
        OrgUnitVersion found = null;
        for (OrgUnitVersion version : byId.getOrDefault(orgUnitId, List.of())) {
            if (found == null || !version.validFromOn().isAfter(day)) {
                found = version;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Names by unit id, newest version: for messages. */
    public Map<String, String> namesVi() {
        Map<String, String> names = new HashMap<>();
        versions.forEach(version -> names.put(version.orgUnitId(), version.orgUnitNameVi()));
        return names;
    }
}
