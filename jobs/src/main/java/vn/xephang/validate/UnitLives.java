package vn.xephang.validate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Period;

/** At which level units stand, and on which days their territory changed. */
public final class UnitLives {

    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, List<LocalDate>> breaks = new HashMap<>();

    public UnitLives(List<OrgUnitVersion> versions, List<OrgUnitChange> changes) {
        versions.forEach(version -> levels.put(version.orgUnitId(), version.orgUnitLevelCode()));
        changes.stream()
                .filter(change -> Boolean.TRUE.equals(change.territoryChanged()))
                .forEach(change -> {
                    note(change.fromOrgUnitId(), change.effectiveOn());
                    note(change.toOrgUnitId(), change.effectiveOn());
                });
    }

    String level(String orgUnitId) {
        return levels.getOrDefault(orgUnitId, "");
    }

    /** Whether a unit kept its territory from the end of the one period to the end of the other. */
    boolean isSameTerritory(Figure a, Figure b) {
        LocalDate endOfA = Period.of(a.periodCode(), a.referenceYear()).endOn();
        LocalDate endOfB = Period.of(b.periodCode(), b.referenceYear()).endOn();
        LocalDate first = endOfA.isBefore(endOfB) ? endOfA : endOfB;
        LocalDate last = endOfA.isBefore(endOfB) ? endOfB : endOfA;
        return breaks.getOrDefault(a.orgUnitId(), List.of()).stream()
                .noneMatch(day -> day.isAfter(first) && !day.isAfter(last));
    }

    private void note(String orgUnitId, LocalDate day) {
        if (orgUnitId != null && !orgUnitId.isEmpty()) {
            breaks.computeIfAbsent(orgUnitId, none -> new ArrayList<>()).add(day);
        }
    }
}
