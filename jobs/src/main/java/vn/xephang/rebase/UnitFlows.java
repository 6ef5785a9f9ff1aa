package vn.xephang.rebase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitVersion;

/** The changes of org units, found by day and by the unit that gave or received. */
public final class UnitFlows {

    /** Family of a flow that takes the whole unit. */
    static final String ALL = "all";

    /** Family of flows whose size nobody states. */
    static final String UNKNOWN = "unknown";

    private final Map<String, NavigableMap<LocalDate, List<OrgUnitChange>>> given = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, List<OrgUnitChange>>> received = new HashMap<>();
    private final Map<String, List<OrgUnitVersion>> lives = new HashMap<>();
    private final NavigableSet<LocalDate> days = new TreeSet<>();

    public UnitFlows(List<OrgUnitChange> changes, List<OrgUnitVersion> versions) {
        for (OrgUnitChange change : changes) {
            days.add(change.effectiveOn());
            if (change.fromOrgUnitId() != null) {
                note(given, change.fromOrgUnitId(), change);
            }
            if (change.toOrgUnitId() != null) {
                note(received, change.toOrgUnitId(), change);
            }
        }
        versions.forEach(version -> lives.computeIfAbsent(version.orgUnitId(), id -> new ArrayList<>())
                .add(version));
    }

    /** Days on which something changed. */
    NavigableSet<LocalDate> days() {
        return days;
    }

    private static void note(
            Map<String, NavigableMap<LocalDate, List<OrgUnitChange>>> index, String unit, OrgUnitChange change) {
        index.computeIfAbsent(unit, none -> new TreeMap<>())
                .computeIfAbsent(change.effectiveOn(), none -> new ArrayList<>())
                .add(change);
    }

    /** Days in (after, until] on which the unit gave something, with what it gave. */
    NavigableMap<LocalDate, List<OrgUnitChange>> givenBy(String unit, LocalDate after, LocalDate until) {
        return within(given, unit, after, until);
    }

    /** Days in (after, until] on which the unit received something, with what it received. */
    NavigableMap<LocalDate, List<OrgUnitChange>> receivedBy(String unit, LocalDate after, LocalDate until) {
        return within(received, unit, after, until);
    }

    private static NavigableMap<LocalDate, List<OrgUnitChange>> within(
            Map<String, NavigableMap<LocalDate, List<OrgUnitChange>>> index,
            String unit,
            LocalDate after,
            LocalDate until) {
        return index.getOrDefault(unit, new TreeMap<>()).subMap(after, false, until, true);
    }

    /** Units of a level that live on a day, by id. */
    SortedSet<String> alive(String level, LocalDate day) {
        return lives.entrySet().stream()
                .filter(life -> life.getValue().stream()
                        .anyMatch(version -> version.orgUnitLevelCode().equals(level) && version.aliveOn(day)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isAlive(String unit, LocalDate day) {
        return lives.getOrDefault(unit, List.of()).stream().anyMatch(version -> version.aliveOn(day));
    }

    /** First and last day of a life, for messages. */
    String life(String unit) {
        List<OrgUnitVersion> versions = lives.getOrDefault(unit, List.of());
        if (versions.isEmpty()) {
            return "unknown to the registry";
        }
        LocalDate from = versions.stream()
                .map(OrgUnitVersion::validFromOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        boolean isAlive = versions.stream().anyMatch(version -> version.validToOn() == null);
        return "lives from " + from
                + (isAlive
                        ? ""
                        : " to "
                                + versions.stream()
                                        .map(OrgUnitVersion::validToOn)
                                        .max(LocalDate::compareTo)
                                        .orElseThrow());
    }

    /**
     * What a unit gave on one day, by family: family -> receiving unit -> weight. A flow without a weight is of family
     * {@code unknown}.
     */
    static Map<String, Map<String, BigDecimal>> byFamily(List<OrgUnitChange> gifts) {
        Map<String, Map<String, BigDecimal>> families = new LinkedHashMap<>();
        for (OrgUnitChange gift : gifts) {
            if (gift.toOrgUnitId() != null) {
                boolean isKnown = gift.weight() != null && !UNKNOWN.equals(gift.weightFamily());
                families.computeIfAbsent(isKnown ? gift.weightFamily() : UNKNOWN, none -> new TreeMap<>())
                        .put(gift.toOrgUnitId(), isKnown ? gift.weight() : BigDecimal.ZERO);
            }
        }
        return families;
    }
}
