package vn.xephang.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.score.Explanation.NotApplied;

/**
 * Why ranks changed between two years. Each {@link Factor} is moved from the first year to the second; between, a unit
 * is ranked in mixed worlds (its own values of one year, the others' of the other, under the rules of either). The
 * effects are averaged over the orders of moving, see {@link OrderFree}.
 *
 * <p>A world in which some unit has no total under the rules (PCI 2013's rules need a criterion that 2012 lacks) is
 * not passed through: then the rules move before the values, or after them. The rules of a year without a rubric are
 * known by the publisher's points alone, so they apply to that year only. Where neither year's rules apply to the
 * other's data, the way leads over a third set of rules that applies to both; where there is none, the question is
 * refused. A change of a unit's own territory cannot be told from a change of its values, and counts as such; rules
 * that compare the units of a year (min-max, z-score) give a unit the points of its own year in every world.
 */
public final class Explain {

    private final RankedYear from;
    private final RankedYear to;
    private final Predicate<String> isOnBothMaps;
    private final Map<List<String>, MixedWorlds> known = new HashMap<>();

    /** @param isOnBothMaps tells who left the map from who did not take part */
    public Explain(RankedYear from, RankedYear to, Predicate<String> isOnBothMaps) {
        this.from = from;
        this.to = to;
        this.isOnBothMaps = isOnBothMaps;
    }

    /** @param versions every org unit in time */
    public static Explain between(RankedYear from, RankedYear to, List<OrgUnitVersion> versions) {
        return new Explain(
                from,
                to,
                id -> from.scorecard().isOnMap(from.referenceYear(), id, versions)
                        && to.scorecard().isOnMap(to.referenceYear(), id, versions));
    }

    /** The change of one unit's rank, as in {@code rpt_ranking}. */
    public Explanation rankChange(String unit) {
        for (RankedYear year : List.of(from, to)) {
            if (year.place(unit).isEmpty()) {
                return new Explanation.NoRank(year.referenceYear());
            }
        }
        List<String> direct = from.ownRules().equals(to.ownRules())
                ? List.of(from.ownRules())
                : List.of(from.ownRules(), to.ownRules());
        OrderFree orders = orders(unit, direct);
        OrderFree.Sums sums = orders.sums();
        if (sums.orders() > 0) {
            return explained(unit, sums, orders.ordersInAll(), direct, List.of());
        }
        return overThirdRules(unit);
    }

    private Explanation overThirdRules(String unit) {
        List<String> between = new ArrayList<>(from.totals().keySet());
        between.retainAll(to.totals().keySet());
        OrderFree.Sums sums = OrderFree.Sums.of(0);
        long inAll = 0;
        List<String> used = new ArrayList<>();
        for (String rules : between) {
            OrderFree orders = orders(unit, List.of(from.ownRules(), rules, to.ownRules()));
            OrderFree.Sums found = orders.sums();
            if (found.orders() > 0) {
                used.add(rules);
                inAll += orders.ordersInAll();
                sums = sums.plus(found);
            }
        }
        return sums.orders() == 0
                ? new Explanation.CannotTellApart(
                        List.copyOf(from.totals().keySet()),
                        List.copyOf(to.totals().keySet()))
                : explained(unit, sums, inAll, List.of(from.ownRules(), to.ownRules()), used);
    }

    private Explanation explained(
            String unit, OrderFree.Sums sums, long ordersInAll, List<String> rules, List<String> over) {
        return new Explanation.Explained(
                from.scorecard().scorecardCode(),
                unit,
                from.referenceYear(),
                to.referenceYear(),
                from.place(unit).orElseThrow(),
                from.placed(),
                to.place(unit).orElseThrow(),
                to.placed(),
                Effects.of(sums),
                new Explanation.Orders(sums.orders(), ordersInAll, notApplied(rules), over));
    }

    /** Which of the two years' rules do not give every unit of the other year a total. */
    private List<NotApplied> notApplied(List<String> rules) {
        List<NotApplied> not = new ArrayList<>();
        for (RankedYear year : List.of(from, to)) {
            for (String code : rules) {
                if (!year.totals(code)
                        .keySet()
                        .containsAll(year.totals(year.ownRules()).keySet())) {
                    not.add(new NotApplied(code, year.referenceYear()));
                }
            }
        }
        return not;
    }

    private OrderFree orders(String unit, List<String> way) {
        MixedWorlds worlds = known.computeIfAbsent(way, none -> new MixedWorlds(from, to, way, isOnBothMaps));
        Map<Factor, Integer> steps = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            steps.put(factor, factor == Factor.RUBRIC ? way.size() - 1 : 1);
        }
        return new OrderFree(steps, state -> climbed(worlds.rank(unit, state)));
    }

    private static OptionalInt climbed(OptionalInt rank) {
        return rank.isPresent() ? OptionalInt.of(-rank.getAsInt()) : rank;
    }
}
