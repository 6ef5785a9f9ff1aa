package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Ranks in worlds between two years: a unit's own values of one year among the others' values of the other, under
 * rules along a way from the first year's to the second's. In a mixed world equal totals share the better place; in
 * a world that is one of the two years itself the unit has the place that the year gave it, whatever its tie rule.
 */
final class MixedWorlds {

    /** Which units, by the years in which they are ranked and why they are not in the other. */
    private enum Group {
        IN_BOTH,
        LEFT_THE_MAP,
        NEW_ON_THE_MAP,
        STAYED_AWAY,
        JOINED
    }

    private final List<RankedYear> years;
    private final List<String> way;
    private final Map<Group, Set<String>> groups = new HashMap<>();
    private final Map<String, Totals> known = new HashMap<>();
    private final Map<String, Set<String>> changedUnder = new HashMap<>();

    /** @param way the rules passed through, from the first year's to the second's */
    MixedWorlds(RankedYear from, RankedYear to, List<String> way, Predicate<String> isOnBothMaps) {
        this.years = List.of(from, to);
        this.way = List.copyOf(way);
        for (Group group : Group.values()) {
            groups.put(group, new TreeSet<>());
        }
        Set<String> all = new TreeSet<>(from.totals(from.ownRules()).keySet());
        all.addAll(to.totals(to.ownRules()).keySet());
        all.forEach(unit -> groups.get(groupOf(unit, isOnBothMaps)).add(unit));
    }

    List<String> way() {
        return way;
    }

    /** Empty where some total is unknown. */
    OptionalInt rank(String unit, Map<Factor, Integer> state) {
        for (int year = 0; year < years.size(); year++) {
            if (isYearItself(year, unit, state)) {
                return OptionalInt.of(years.get(year).place(unit).orElseThrow());
            }
        }
        String rules = way.get(state.get(Factor.RUBRIC));
        BigDecimal mine = years.get(state.get(Factor.OWN)).totals(rules).get(unit);
        if (mine == null) {
            return OptionalInt.empty();
        }
        int above = 0;
        int unknown = 0;
        for (Group group : present(state)) {
            Totals totals = totals(group, yearOf(group, state), rules);
            above += totals.above(mine);
            unknown += totals.unknown();
        }
        BigDecimal mineAmongOthers =
                years.get(state.get(Factor.OTHERS)).totals(rules).get(unit);
        boolean isCountedAbove = mineAmongOthers != null && mineAmongOthers.compareTo(mine) > 0;
        unknown -= mineAmongOthers == null ? 1 : 0;
        return unknown > 0 ? OptionalInt.empty() : OptionalInt.of(1 + above - (isCountedAbove ? 1 : 0));
    }

    /** Nothing that differs in the other year is in it: what did not change makes no difference. */
    private boolean isYearItself(int year, String unit, Map<Factor, Integer> state) {
        String rules = way.get(state.get(Factor.RUBRIC));
        if (!rules.equals(years.get(year).ownRules())) {
            return false;
        }
        Set<String> changed = changedUnder.computeIfAbsent(rules, this::changed);
        boolean isOwnChanged = changed.contains(unit);
        boolean isAnyOtherChanged = changed.size() > (isOwnChanged ? 1 : 0);
        return (state.get(Factor.OWN) == year || !isOwnChanged)
                && (state.get(Factor.OTHERS) == year || !isAnyOtherChanged)
                && (state.get(Factor.MAP) == year || isEmpty(Group.LEFT_THE_MAP, Group.NEW_ON_THE_MAP))
                && (state.get(Factor.PARTICIPATION) == year || isEmpty(Group.STAYED_AWAY, Group.JOINED));
    }

    /** Units ranked in both years whose totals under the same rules differ. */
    private Set<String> changed(String rules) {
        return groups.get(Group.IN_BOTH).stream()
                .filter(unit -> {
                    BigDecimal before = years.get(0).totals(rules).get(unit);
                    BigDecimal after = years.get(1).totals(rules).get(unit);
                    return before == null || after == null || before.compareTo(after) != 0;
                })
                .collect(Collectors.toSet());
    }

    private boolean isEmpty(Group one, Group other) {
        return groups.get(one).isEmpty() && groups.get(other).isEmpty();
    }

    private Group groupOf(String unit, Predicate<String> isOnBothMaps) {
        boolean isBefore = years.get(0).place(unit).isPresent();
        boolean isAfter = years.get(1).place(unit).isPresent();
        if (isBefore && isAfter) {
            return Group.IN_BOTH;
        }
        if (isOnBothMaps.test(unit)) {
            return isBefore ? Group.STAYED_AWAY : Group.JOINED;
        }
        return isBefore ? Group.LEFT_THE_MAP : Group.NEW_ON_THE_MAP;
    }

    private static List<Group> present(Map<Factor, Integer> state) {
        List<Group> present = new ArrayList<>();
        present.add(Group.IN_BOTH);
        present.add(state.get(Factor.MAP) == 0 ? Group.LEFT_THE_MAP : Group.NEW_ON_THE_MAP);
        present.add(state.get(Factor.PARTICIPATION) == 0 ? Group.STAYED_AWAY : Group.JOINED);
        return present;
    }

    /** Units that are ranked in one year only have values of that year. */
    private static int yearOf(Group group, Map<Factor, Integer> state) {
        return switch (group) {
            case IN_BOTH -> state.get(Factor.OTHERS);
            case LEFT_THE_MAP, STAYED_AWAY -> 0;
            case NEW_ON_THE_MAP, JOINED -> 1;
        };
    }

    private Totals totals(Group group, int year, String rules) {
        return known.computeIfAbsent(group + " " + year + " " + rules, none -> {
            Map<String, BigDecimal> all = years.get(year).totals(rules);
            Set<String> units = groups.get(group);
            BigDecimal[] sorted = units.stream()
                    .filter(all::containsKey)
                    .map(all::get)
                    .sorted()
                    .toArray(BigDecimal[]::new);
            return new Totals(sorted, units.size() - sorted.length);
        });
    }

    /** The totals of a group, least first, and how many of its units have none. */
    private record Totals(BigDecimal[] sorted, int unknown) {

        int above(BigDecimal mine) {
            int found = Arrays.binarySearch(sorted, mine);
            int next = found < 0 ? -found - 1 : found;
            while (next < sorted.length && sorted[next].compareTo(mine) == 0) {
                next++;
            }
            return sorted.length - next;
        }
    }
}
