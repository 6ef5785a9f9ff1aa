package vn.xephang.schema;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitLevel;
import vn.xephang.model.OrgUnitRecord;
import vn.xephang.model.OrgUnitVersion;

/**
 * What must hold between the lives of org units and their changes: every birth after the records begin, every end and
 * every new version has a change; a change names units that lived on its day, and does what its type says.
 */
final class OrgUnitEvents {

    private static final Set<String> TYPES =
            Set.of("merge", "split", "transfer", "rename", "recode", "retype", "reparent", "open", "close");
    private static final Set<String> ATTRIBUTES = Set.of("rename", "recode", "retype", "reparent");

    private final Map<String, List<Placed<OrgUnitVersion>>> lives;
    private final List<Placed<OrgUnitChange>> changes;
    /** By level, then holder. */
    private final Map<String, Map<String, LocalDate>> recordedFrom = new HashMap<>();
    /** Units by day. */
    private final Map<LocalDate, Set<String>> gave = new HashMap<>();

    private final Map<LocalDate, Set<String>> received = new HashMap<>();
    private final Problems problems;

    /** @param lives the versions of each unit in time */
    OrgUnitEvents(
            Map<String, List<Placed<OrgUnitVersion>>> lives,
            List<Placed<OrgUnitChange>> changes,
            List<Placed<OrgUnitRecord>> records,
            Problems problems) {
        this.lives = lives;
        this.changes = changes;
        this.problems = problems;
        records.forEach(record -> recordedFrom
                .computeIfAbsent(record.row().orgUnitLevelCode(), level -> new HashMap<>())
                .put(record.row().orgUnitId(), record.row().recordedFromOn()));
        changes.forEach(change -> {
            LocalDate day = change.row().effectiveOn();
            gave.computeIfAbsent(day, none -> new HashSet<>()).add(change.row().fromOrgUnitId());
            received.computeIfAbsent(day, none -> new HashSet<>())
                    .add(change.row().toOrgUnitId());
        });
    }

    void check() {
        Set<String> changeIds = new HashSet<>();
        for (Placed<OrgUnitChange> change : changes) {
            if (!changeIds.add(change.row().changeId())) {
                change.problem(problems, "Change '" + change.row().changeId() + "' stands twice");
            }
            if (checkShape(change)) {
                checkGiver(change);
                checkReceiver(change);
                checkAttribute(change);
            }
        }
        lives.values().forEach(this::checkHasEvents);
    }

    /** Whether its units can be looked at further. */
    private boolean checkShape(Placed<OrgUnitChange> change) {
        OrgUnitChange row = change.row();
        String wrong = "";
        if (!TYPES.contains(row.changeType())) {
            wrong = "is none of " + new TreeSet<>(TYPES);
        } else if ((row.fromOrgUnitId() == null) != row.changeType().equals("open")
                || (row.toOrgUnitId() == null) != row.changeType().equals("close")) {
            wrong = "must name who gives and who receives (only 'open' has no giver, only 'close' no receiver)";
        } else if (ATTRIBUTES.contains(row.changeType())
                && (!row.fromOrgUnitId().equals(row.toOrgUnitId()) || row.territoryChanged())) {
            wrong = "is of one unit and leaves its territory as it was";
        } else if (row.changeType().equals("close") != row.identity().equals("ends")
                || !Set.of("continues", "new", "ends").contains(row.identity())) {
            wrong = "has the identity '" + row.identity() + "'; continues, new, or of a 'close' ends";
        }
        if (!wrong.isEmpty()) {
            change.problem(problems, "Change type '" + row.changeType() + "' of " + row.changeId() + " " + wrong);
        }
        return wrong.isEmpty() & isKnown(change, row.fromOrgUnitId()) & isKnown(change, row.toOrgUnitId());
    }

    private boolean isKnown(Placed<OrgUnitChange> change, String orgUnitId) {
        boolean isKnown = orgUnitId == null || lives.containsKey(orgUnitId);
        if (!isKnown) {
            change.problem(
                    problems,
                    "Unknown org unit '" + orgUnitId + "' in change "
                            + change.row().changeId());
        }
        return isKnown;
    }

    private void checkGiver(Placed<OrgUnitChange> change) {
        OrgUnitChange row = change.row();
        if (row.fromOrgUnitId() == null || isRecordsBegin(row.fromOrgUnitId(), row.effectiveOn())) {
            return;
        }
        if (versionOn(row.fromOrgUnitId(), row.effectiveOn().minusDays(1)).isEmpty()) {
            change.problem(
                    problems,
                    row.fromOrgUnitId() + " gives on " + row.effectiveOn() + " but did not live the day before");
        }
    }

    private void checkReceiver(Placed<OrgUnitChange> change) {
        OrgUnitChange row = change.row();
        if (row.toOrgUnitId() == null) {
            return;
        }
        if (versionOn(row.toOrgUnitId(), row.effectiveOn()).isEmpty()) {
            change.problem(problems, row.toOrgUnitId() + " receives on " + row.effectiveOn() + " but does not live");
            return;
        }
        boolean isBorn = born(row.toOrgUnitId()).equals(row.effectiveOn());
        boolean isNew = row.identity().equals("new");
        if (isNew && !isBorn) {
            change.problem(
                    problems,
                    row.toOrgUnitId() + " is called new on " + row.effectiveOn() + " but lives since "
                            + born(row.toOrgUnitId()));
        }
        if (!isNew && isBorn && !isRecordsBegin(row.toOrgUnitId(), row.effectiveOn())) {
            change.problem(problems, row.toOrgUnitId() + " is born on " + row.effectiveOn() + " and cannot continue");
        }
    }

    private void checkAttribute(Placed<OrgUnitChange> change) {
        OrgUnitChange row = change.row();
        if (!ATTRIBUTES.contains(row.changeType())) {
            return;
        }
        Optional<OrgUnitVersion> before =
                versionOn(row.toOrgUnitId(), row.effectiveOn().minusDays(1));
        Optional<OrgUnitVersion> after = versionOn(row.toOrgUnitId(), row.effectiveOn());
        if (before.isPresent()
                && after.isPresent()
                && Objects.equals(attribute(row, before.get()), attribute(row, after.get()))) {
            change.problem(
                    problems,
                    row.toOrgUnitId() + " has the change '" + row.changeType() + "' on " + row.effectiveOn()
                            + " but stays '" + attribute(row, after.get()) + "'");
        }
    }

    private static String attribute(OrgUnitChange change, OrgUnitVersion version) {
        return switch (change.changeType()) {
            case "rename" -> version.orgUnitNameVi();
            case "recode" -> version.orgUnitCode();
            case "retype" -> version.orgUnitType();
            default -> version.parentOrgUnitId();
        };
    }

    private void checkHasEvents(List<Placed<OrgUnitVersion>> life) {
        OrgUnitVersion first = life.get(0).row();
        if (first.orgUnitLevelCode().equals(OrgUnitLevel.COUNTRY.code())) {
            return;
        }
        for (Placed<OrgUnitVersion> version : life) {
            LocalDate day = version.row().validFromOn();
            boolean isSilent = version.row() == first && isRecordsBegin(first.orgUnitId(), day);
            if (!isSilent && !received.getOrDefault(day, Set.of()).contains(first.orgUnitId())) {
                version.problem(
                        problems,
                        "Nothing says how " + first.orgUnitId() + " became what it is on " + day
                                + "; add a row to org_unit_changes.csv");
            }
        }
        Placed<OrgUnitVersion> last = life.get(life.size() - 1);
        LocalDate end = last.row().validToOn();
        if (end != null && !gave.getOrDefault(end.plusDays(1), Set.of()).contains(first.orgUnitId())) {
            last.problem(
                    problems,
                    "Nothing says why " + first.orgUnitId() + " ended on " + end
                            + "; add a row to org_unit_changes.csv");
        }
    }

    private LocalDate born(String orgUnitId) {
        return lives.get(orgUnitId).get(0).row().validFromOn();
    }

    private Optional<OrgUnitVersion> versionOn(String orgUnitId, LocalDate day) {
        for (Placed<OrgUnitVersion> version : lives.get(orgUnitId)) {
            if (version.row().aliveOn(day)) {
                return Optional.of(version.row());
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it is the first day on which the registry knows units of this level inside their holder. A unit whose
     * parents lead to no country has a problem of its own and is let pass here.
     */
    private boolean isRecordsBegin(String orgUnitId, LocalDate day) {
        OrgUnitVersion first = lives.get(orgUnitId).get(0).row();
        if (!first.validFromOn().equals(day)) {
            return false;
        }
        Map<String, LocalDate> recorded = recordedFrom.getOrDefault(first.orgUnitLevelCode(), new HashMap<>());
        Set<String> seen = new HashSet<>();
        Optional<OrgUnitVersion> at = Optional.of(first);
        while (at.isPresent() && seen.add(at.get().orgUnitId())) {
            LocalDate from = recorded.get(at.get().parentOrgUnitId());
            if (from != null) {
                return from.equals(day);
            }
            if (at.get().orgUnitLevelCode().equals(OrgUnitLevel.COUNTRY.code())) {
                return OrgUnitLevel.of(first.orgUnitLevelCode()).isEmpty();
            }
            at = Optional.ofNullable(at.get().parentOrgUnitId())
                    .filter(lives::containsKey)
                    .flatMap(parent -> versionOn(parent, day));
        }
        return true;
    }
}
