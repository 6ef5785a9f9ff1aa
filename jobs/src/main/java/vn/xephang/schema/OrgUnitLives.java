package vn.xephang.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.xephang.model.OrgUnitLevel;
import vn.xephang.model.OrgUnitVersion;

/**
 * What must hold of the lives of org units: no gap and no overlap, one level for life, a parent of a higher level that
 * lives as long, one bearer of a code on any day, no cycle.
 */
final class OrgUnitLives {

    private static final Set<String> CERTAINTIES = Set.of("verified", "memory", "judgement");

    private final Map<String, List<Placed<OrgUnitVersion>>> lives = new TreeMap<>();
    private final List<Placed<OrgUnitVersion>> versions;
    private final Problems problems;
    /** A circle of parents needs one that is of no higher level. */
    private boolean mayCircle;

    OrgUnitLives(List<Placed<OrgUnitVersion>> versions, Problems problems) {
        this.versions = versions;
        this.problems = problems;
        versions.stream()
                .sorted(Comparator.comparing(version -> version.row().validFromOn()))
                .forEach(version -> lives.computeIfAbsent(version.row().orgUnitId(), id -> new ArrayList<>())
                        .add(version));
    }

    /** The versions of each unit in time. */
    Map<String, List<Placed<OrgUnitVersion>>> byId() {
        return lives;
    }

    void check() {
        versions.forEach(this::checkRow);
        lives.values().forEach(this::checkLife);
        versions.forEach(this::checkParent);
        if (mayCircle) {
            versions.forEach(this::checkCycle);
        }
        checkCodes();
    }

    private void checkRow(Placed<OrgUnitVersion> version) {
        OrgUnitVersion row = version.row();
        if (OrgUnitLevel.of(row.orgUnitLevelCode()).isEmpty()) {
            mayCircle = true;
            version.problem(
                    problems,
                    "Level '" + row.orgUnitLevelCode() + "' of " + row.orgUnitId() + " is none of "
                            + OrgUnitLevel.codes());
        }
        if (row.validToOn() != null && row.validToOn().isBefore(row.validFromOn())) {
            version.problem(problems, row.orgUnitId() + " ends on " + row.validToOn() + ", before it begins");
        }
        if (!CERTAINTIES.contains(row.certainty()) || row.source().isBlank()) {
            version.problem(
                    problems, row.orgUnitId() + " needs a source, and a certainty: verified, memory or judgement");
        }
    }

    private void checkLife(List<Placed<OrgUnitVersion>> life) {
        for (int i = 1; i < life.size(); i++) {
            OrgUnitVersion before = life.get(i - 1).row();
            OrgUnitVersion row = life.get(i).row();
            if (before.validToOn() == null || !before.validToOn().plusDays(1).equals(row.validFromOn())) {
                life.get(i)
                        .problem(
                                problems,
                                "Versions of " + row.orgUnitId() + " leave a gap or overlap at " + row.validFromOn());
            }
            if (!before.orgUnitLevelCode().equals(row.orgUnitLevelCode())) {
                life.get(i)
                        .problem(
                                problems,
                                row.orgUnitId() + " changes its level from " + before.orgUnitLevelCode() + " to "
                                        + row.orgUnitLevelCode() + "; give it a new id");
            }
        }
    }

    private void checkParent(Placed<OrgUnitVersion> version) {
        OrgUnitVersion row = version.row();
        if (row.parentOrgUnitId() == null) {
            if (!row.orgUnitLevelCode().equals(OrgUnitLevel.COUNTRY.code())) {
                version.problem(problems, row.orgUnitId() + " belongs to no unit; only a country may");
            }
            return;
        }
        List<Placed<OrgUnitVersion>> parent = lives.get(row.parentOrgUnitId());
        if (parent == null) {
            version.problem(problems, "Parent '" + row.parentOrgUnitId() + "' of " + row.orgUnitId() + " is unknown");
            return;
        }
        if (!isAbove(parent.get(0).row(), row)) {
            mayCircle = true;
            version.problem(
                    problems,
                    "Parent '" + row.parentOrgUnitId() + "' of " + row.orgUnitId() + " is of the level "
                            + parent.get(0).row().orgUnitLevelCode() + ", not of a higher one than "
                            + row.orgUnitLevelCode());
        }
        LocalDate born = parent.get(0).row().validFromOn();
        LocalDate ended = parent.get(parent.size() - 1).row().validToOn();
        if (row.validFromOn().isBefore(born)
                || ended != null && (row.validToOn() == null || row.validToOn().isAfter(ended))) {
            version.problem(
                    problems,
                    "Parent '" + row.parentOrgUnitId() + "' lives from " + born + " to "
                            + Optional.ofNullable(ended)
                                    .map(LocalDate::toString)
                                    .orElse("now") + ", not as long as "
                            + row.orgUnitId() + " belongs to it");
        }
    }

    private static boolean isAbove(OrgUnitVersion parent, OrgUnitVersion child) {
        Optional<OrgUnitLevel> above = OrgUnitLevel.of(parent.orgUnitLevelCode());
        Optional<OrgUnitLevel> below = OrgUnitLevel.of(child.orgUnitLevelCode());
        return above.isEmpty() || below.isEmpty() || above.get().isAbove(below.get());
    }

    /** Told once, at the member that comes first in the alphabet. */
    private void checkCycle(Placed<OrgUnitVersion> version) {
        Set<String> seen = new LinkedHashSet<>();
        LocalDate day = version.row().validFromOn();
        String id = version.row().orgUnitId();
        while (id != null && seen.add(id)) {
            id = parentOn(id, day);
        }
        boolean isFirst =
                seen.stream().allMatch(other -> version.row().orgUnitId().compareTo(other) <= 0);
        if (version.row().orgUnitId().equals(id) && isFirst) {
            version.problem(problems, "Parents run in a circle: " + String.join(" -> ", seen) + " -> " + id);
        }
    }

    private String parentOn(String id, LocalDate day) {
        return lives.getOrDefault(id, List.of()).stream()
                .filter(version -> version.row().aliveOn(day))
                .findFirst()
                .map(version -> version.row().parentOrgUnitId())
                .orElse(null);
    }

    /** Of one level in one country, a code has one bearer on any day. */
    private void checkCodes() {
        Map<String, List<Placed<OrgUnitVersion>>> bearers = new LinkedHashMap<>();
        lives.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.row().orgUnitCode() != null)
                .forEach(version -> bearers.computeIfAbsent(bearing(version.row()), code -> new ArrayList<>())
                        .add(version));
        for (List<Placed<OrgUnitVersion>> same : bearers.values()) {
            same.sort(Comparator.comparing(version -> version.row().validFromOn()));
            for (int i = 1; i < same.size(); i++) {
                OrgUnitVersion before = same.get(i - 1).row();
                OrgUnitVersion row = same.get(i).row();
                if (!before.orgUnitId().equals(row.orgUnitId())
                        && before.aliveWithin(
                                row.validFromOn(), row.validToOn() == null ? LocalDate.MAX : row.validToOn())) {
                    same.get(i)
                            .problem(
                                    problems,
                                    "Code '" + row.orgUnitCode() + "' of " + row.orgUnitId() + " is borne by "
                                            + before.orgUnitId() + " too on " + row.validFromOn());
                }
            }
        }
    }

    private static String bearing(OrgUnitVersion row) {
        String country = row.orgUnitLevelCode().equals(OrgUnitLevel.COUNTRY.code())
                ? ""
                : row.orgUnitId().substring(0, (row.orgUnitId() + '.').indexOf('.'));
        return row.orgUnitLevelCode() + '|' + country + '|' + row.orgUnitCode();
    }
}
