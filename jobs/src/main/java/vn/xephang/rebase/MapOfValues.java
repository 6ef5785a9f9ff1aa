package vn.xephang.rebase;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Set;

/** Of which day's units a table of values is. */
final class MapOfValues {

    private MapOfValues() {}

    /**
     * The latest day of the period on which all these units live; where there is none (figures of earlier years given
     * for later units), the first later day. A table of 2008 with Hà Tây is of July at the latest, one without of
     * December.
     *
     * @param units those that have a value
     */
    static LocalDate of(UnitFlows flows, Set<String> units, LocalDate from, LocalDate until) {
        if (areAlive(flows, units, until)) {
            return until;
        }
        NavigableSet<LocalDate> days = flows.days();
        for (LocalDate day : days.subSet(from, false, until, true).descendingSet()) {
            if (areAlive(flows, units, day.minusDays(1))) {
                return day.minusDays(1);
            }
        }
        for (LocalDate day : days.tailSet(until, false)) {
            if (areAlive(flows, units, day)) {
                return day;
            }
        }
        return until;
    }

    private static boolean areAlive(UnitFlows flows, Set<String> units, LocalDate day) {
        return units.stream().allMatch(unit -> flows.isAlive(unit, day));
    }
}
