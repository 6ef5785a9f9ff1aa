package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;

/**
 * Why a rank changed between two years. Each {@link Factor} is moved from the first year to the second; between, the
 * unit is ranked in mixed worlds (its own values of one year, the others' of the other, under the rules of either). The
 * effects are averaged over the orders of moving, see {@link OrderFree}.
 *
 * <p>A world in which some unit has no total under the rules (PCI 2013's rules need a criterion that 2012 lacks) is
 * not passed through: then the rules move before the values, or after them. The rules of a year without a rubric are
 * known by the publisher's points alone, so they apply to that year only. Where neither year's rules apply to the
 * other's data, the way leads over a third set of rules that applies to both; where there is none, the question is
 * refused. A change of a unit's own territory cannot be told from a change of its values, and counts as such.
 */
public final class Explain {

    private final YearData from;
    private final YearData to;
    private final String unit;
    private final Rubrics rubrics;
    private final Predicate<String> isOnBothMaps;
    private final Map<String, Map<String, BigDecimal>> known = new HashMap<>();

    private Explain(YearData from, YearData to, String unit, Rubrics rubrics, Predicate<String> isOnBothMaps) {
        this.from = from;
        this.to = to;
        this.unit = unit;
        this.rubrics = rubrics;
        this.isOnBothMaps = isOnBothMaps;
    }

    /**
     * The change of one unit's rank, as in {@code rpt_ranking}: computed, or in a year without a rubric by published
     * points.
     *
     * @param versions every org unit in time, to tell who left the map from who did not take part
     */
    public static Explanation rankChange(
            YearData from, YearData to, String orgUnitId, Rubrics rubrics, List<OrgUnitVersion> versions) {
        Predicate<String> isOnBothMaps = id -> from.scorecard().isOnMap(from.referenceYear(), id, versions)
                && to.scorecard().isOnMap(to.referenceYear(), id, versions);
        return new Explain(from, to, orgUnitId, rubrics, isOnBothMaps).explanation();
    }

    private Explanation explanation() {
        Rules before = ownRules(from);
        Rules after = ownRules(to);
        for (YearData year : List.of(from, to)) {
            if (!totals(ownRules(year), year).containsKey(unit)) {
                return new Explanation.NoRank(year.referenceYear());
            }
        }
        OrderFree.Sums sums =
                before.identity().equals(after.identity()) ? sums(List.of(before)) : sums(List.of(before, after));
        if (sums.orders() == 0) {
            for (Rubric between : rubrics.distinct(from.scorecard().scorecardCode())) {
                sums = sums.plus(sums(List.of(before, Rules.of(between), after)));
            }
        }
        return sums.orders() == 0
                ? new Explanation.CannotTellApart(refused())
                : explained(totals(before, from), totals(after, to), sums);
    }

    private Explanation explained(Map<String, BigDecimal> before, Map<String, BigDecimal> after, OrderFree.Sums sums) {
        return new Explanation.Explained(
                from.scorecard().scorecardCode(),
                unit,
                from.referenceYear(),
                to.referenceYear(),
                RankWithTies.competition(before).get(unit).rank(),
                before.size(),
                RankWithTies.competition(after).get(unit).rank(),
                after.size(),
                Effects.of(sums));
    }

    private OrderFree.Sums sums(List<Rules> way) {
        Map<Factor, Integer> steps = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            steps.put(factor, factor == Factor.RUBRIC ? way.size() - 1 : 1);
        }
        return new OrderFree(steps, new Worlds(way)::climbed).sums();
    }

    private Rules ownRules(YearData year) {
        return rubrics.own(year.scorecard().scorecardCode(), year.referenceYear())
                .map(Rules::of)
                .orElseGet(() -> new Rules(Optional.empty(), Integer.toString(year.referenceYear())));
    }

    private Map<String, BigDecimal> totals(Rules rules, YearData year) {
        return known.computeIfAbsent(rules.identity() + " on " + year.referenceYear(), key -> rules.totals(year));
    }

    private List<RefusedReplay> refused() {
        List<RefusedReplay> refused = new ArrayList<>();
        for (YearData year : List.of(from, to)) {
            rubrics.distinct(from.scorecard().scorecardCode())
                    .forEach(rubric -> ScoreYear.refusal(year, rubric).ifPresent(refused::add));
        }
        return refused;
    }

    /** Rules by hash; without a rubric, the publisher's of that year. */
    private record Rules(Optional<Rubric> rubric, String identity) {

        static Rules of(Rubric rubric) {
            return new Rules(Optional.of(rubric), rubric.hash());
        }

        Map<String, BigDecimal> totals(YearData year) {
            if (rubric.isPresent()) {
                return new UnderRubric(year, rubric.get()).totals();
            }
            return identity.equals(Integer.toString(year.referenceYear()))
                    ? new PublishedOrder(year).points()
                    : Map.of();
        }
    }

    /** The mixed worlds along a way from the first year's rules to the second's. */
    private final class Worlds {

        private final List<Map<String, BigDecimal>> before;
        private final List<Map<String, BigDecimal>> after;
        private final Set<String> others = new HashSet<>();

        Worlds(List<Rules> way) {
            this.before = way.stream().map(rules -> totals(rules, from)).toList();
            this.after = way.stream().map(rules -> totals(rules, to)).toList();
            others.addAll(before.get(0).keySet());
            others.addAll(after.get(after.size() - 1).keySet());
            others.remove(unit);
        }

        /** Minus the unit's rank in a world; empty where some total is unknown. */
        OptionalInt climbed(Map<Factor, Integer> state) {
            int rules = state.get(Factor.RUBRIC);
            BigDecimal mine = total(unit, state.get(Factor.OWN), rules);
            if (mine == null) {
                return OptionalInt.empty();
            }
            int rank = 1;
            for (String other : others) {
                Optional<Integer> year = yearOf(other, state);
                if (year.isPresent()) {
                    BigDecimal theirs = total(other, year.get(), rules);
                    if (theirs == null) {
                        return OptionalInt.empty();
                    }
                    rank += theirs.compareTo(mine) > 0 ? 1 : 0;
                }
            }
            return OptionalInt.of(-rank);
        }

        /** Which year's values another unit has in a world: 0 or 1; empty where it is not there. */
        private Optional<Integer> yearOf(String other, Map<Factor, Integer> state) {
            boolean isBefore = before.get(0).containsKey(other);
            boolean isAfter = after.get(after.size() - 1).containsKey(other);
            if (isBefore && isAfter) {
                return Optional.of(state.get(Factor.OTHERS));
            }
            Factor factor = isOnBothMaps.test(other) ? Factor.PARTICIPATION : Factor.MAP;
            int present = isBefore ? 0 : 1;
            return state.get(factor) == present ? Optional.of(present) : Optional.empty();
        }

        private BigDecimal total(String id, int year, int rules) {
            return (year == 0 ? before : after).get(rules).get(id);
        }
    }
}
