package vn.xephang.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.xephang.model.OrgUnitLevel;
import vn.xephang.model.OrgUnitVersion;

/** Every org unit with its versions in time. */
public final class OrgUnitRegistry {

    private final List<OrgUnitVersion> versions;
    private final Map<String, List<OrgUnitVersion>> byId = new LinkedHashMap<>();
    private final Map<String, Set<String>> types = new HashMap<>();

    public OrgUnitRegistry(List<OrgUnitVersion> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(OrgUnitVersion::orgUnitId).thenComparing(OrgUnitVersion::validFromOn))
                .toList();
        this.versions.forEach(version -> {
            byId.computeIfAbsent(version.orgUnitId(), id -> new ArrayList<>()).add(version);
            types.computeIfAbsent(version.orgUnitId(), id -> new HashSet<>()).add(version.orgUnitType());
        });
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

    /** The versions of a unit in time; none where there is no such unit. */
    public List<OrgUnitVersion> versionsOf(String orgUnitId) {
        return List.copyOf(byId.getOrDefault(orgUnitId, List.of()));
    }

    /** What kinds of unit it was in its life. */
    Set<String> typesOf(String orgUnitId) {
        return types.getOrDefault(orgUnitId, Set.of());
    }

    /** Whether a unit belongs to another, at any distance, on any day of the period. */
    public boolean isWithin(String orgUnitId, String holderId, LocalDate from, LocalDate to) {
        return byId.getOrDefault(orgUnitId, List.of()).stream()
                .filter(version -> version.parentOrgUnitId() != null && version.aliveWithin(from, to))
                .anyMatch(version -> version.parentOrgUnitId().equals(holderId)
                        || isWithin(version.parentOrgUnitId(), holderId, from, to));
    }

    /** The name with those of the units above, up to the province: "Tân Thành, Thủ Thừa, Long An". */
    public String pathVi(String orgUnitId, LocalDate day) {
        List<String> names = new ArrayList<>();
        Optional<OrgUnitVersion> version = versionOn(orgUnitId, day);
        while (version.isPresent() && (names.isEmpty() || isBelowRegion(version.get()))) {
            names.add(version.get().orgUnitNameVi());
            version = Optional.ofNullable(version.get().parentOrgUnitId()).flatMap(parent -> versionOn(parent, day));
        }
        return String.join(", ", names);
    }

    private static boolean isBelowRegion(OrgUnitVersion version) {
        return OrgUnitLevel.of(version.orgUnitLevelCode())
                .filter(OrgUnitLevel.REGION::isAbove)
                .isPresent();
    }

    /** A unit so that it can be told from its namesakes: "huyện Châu Thành, Long An [808, 2004-01-01 – 2025-06-30]". */
    String describe(String orgUnitId, TypeWords words) {
        List<OrgUnitVersion> life = byId.get(orgUnitId);
        OrgUnitVersion last = life.get(life.size() - 1);
        String path = pathVi(orgUnitId, last.validFromOn());
        String word = words.word(last.orgUnitType()).orElse("");
        return (word.isEmpty() || path.toLowerCase(Locale.ROOT).startsWith(word) ? path : word + " " + path)
                + " ["
                + (last.orgUnitCode() == null ? "" : last.orgUnitCode() + ", ")
                + life.get(0).validFromOn() + " –"
                + (last.validToOn() == null ? "" : " " + last.validToOn())
                + "]";
    }

    /** Names by unit id, newest version: for messages. */
    public Map<String, String> namesVi() {
        Map<String, String> names = new HashMap<>();
        versions.forEach(version -> names.put(version.orgUnitId(), version.orgUnitNameVi()));
        return names;
    }
}
