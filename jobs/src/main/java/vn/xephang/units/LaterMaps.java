package vn.xephang.units;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.OrgUnitLevel;
import vn.xephang.model.OrgUnitVersion;

/**
 * Notices figures of a year that are given by the units of a later map: names and codes pass from old units to new
 * ones, so each row may resolve and still mean another territory. The sign is that the names are all units of a later
 * map and no others, while units of the year's own map are missing.
 */
public final class LaterMaps {

    private final OrgUnitMatchers matchers;

    public LaterMaps(OrgUnitMatchers matchers) {
        this.matchers = matchers;
    }

    /**
     * The first day of the later map that the names stand for; empty where they fit the scope, or no later map.
     *
     * @param written every name or code that was given for one year
     * @param until the day on which they were written, at the latest
     */
    public Optional<LocalDate> suspected(OrgUnitScope scope, Collection<String> written, LocalDate until) {
        String level = lowest(scope);
        OrgUnitScope own = at(level, scope.from(), scope.to(), scope.parentOrgUnitId());
        Set<String> names = new TreeSet<>(written);
        names.removeIf(name -> isOfLevelAbove(scope, level, name));
        if (names.isEmpty() || resolved(own, names).equals(Optional.of(alive(own)))) {
            return Optional.empty();
        }
        for (LocalDate day : laterDays(level, scope.to(), until)) {
            OrgUnitScope later = at(level, day, day, parentOn(scope, day));
            if (!alive(later).equals(alive(own))
                    && alive(later).size() > 1
                    && resolved(later, names).equals(Optional.of(alive(later)))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** The units that the names mean; empty where one of them means none or several. */
    private Optional<Set<String>> resolved(OrgUnitScope scope, Set<String> names) {
        Set<String> ids = new HashSet<>();
        for (String name : names) {
            if (!(matchers.matcher(scope).match(name) instanceof OrgUnitMatch.Found found)) {
                return Optional.empty();
            }
            ids.add(found.orgUnitId());
        }
        return Optional.of(ids);
    }

    private Set<String> alive(OrgUnitScope scope) {
        return matchers.matcher(scope).orgUnitIds();
    }

    private boolean isOfLevelAbove(OrgUnitScope scope, String level, String name) {
        Set<String> above = new TreeSet<>(scope.levelCodes());
        above.remove(level);
        return !above.isEmpty()
                && matchers.matcher(new OrgUnitScope(above, scope.from(), scope.to(), scope.parentOrgUnitId()))
                                .match(name)
                        instanceof OrgUnitMatch.Found;
    }

    private Set<LocalDate> laterDays(String level, LocalDate after, LocalDate until) {
        Set<LocalDate> days = new TreeSet<>();
        for (OrgUnitVersion version : matchers.registry().versions()) {
            if (version.orgUnitLevelCode().equals(level)
                    && version.validFromOn().isAfter(after)
                    && !version.validFromOn().isAfter(until)) {
                days.add(version.validFromOn());
            }
        }
        return days;
    }

    /** The holder where it still lives; units of one that ended are looked for everywhere. */
    private Optional<String> parentOn(OrgUnitScope scope, LocalDate day) {
        return scope.parentOrgUnitId().filter(parent -> matchers.registry().versionsOf(parent).stream()
                .anyMatch(version -> version.aliveOn(day)));
    }

    private static OrgUnitScope at(String level, LocalDate from, LocalDate to, Optional<String> parent) {
        return new OrgUnitScope(Set.of(level), from, to, parent);
    }

    private static String lowest(OrgUnitScope scope) {
        return OrgUnitLevel.codes().stream()
                .filter(scope.levelCodes()::contains)
                .reduce((higher, lower) -> lower)
                .orElseThrow();
    }
}
