package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.TieBreak;
import vn.xephang.schema.TieRule;

/** What an ordinal tie rule compares for each unit, step by step; smaller is better. */
final class TieBreakers {

    /** Behind every place that there can be. */
    private static final BigDecimal NO_PLACE = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final UnderRubric scored;
    private final List<TieBreak> chain;
    private final Map<String, List<BigDecimal>> byUnit = new TreeMap<>();

    TieBreakers(UnderRubric scored) {
        this.scored = scored;
        this.chain = scored.rubric().tieRule() instanceof TieRule.Ordinal ordinal ? ordinal.chain() : List.of();
        scored.totals()
                .keySet()
                .forEach(unit -> byUnit.put(
                        unit, chain.stream().map(step -> value(step, unit)).toList()));
    }

    /** As many values for each unit as the chain has steps; none without a chain. */
    Map<String, List<BigDecimal>> byUnit() {
        return byUnit;
    }

    /**
     * The last step that was needed to tell a unit from those of the same total; empty where the total alone did, or
     * where the chain ended without telling it from all.
     */
    String decidedBy(String unit) {
        List<String> same = new ArrayList<>(scored.totals().keySet());
        same.removeIf(other -> other.equals(unit)
                || scored.totals().get(other).compareTo(scored.totals().get(unit)) != 0);
        String last = "";
        for (int i = 0; i < chain.size() && !same.isEmpty(); i++) {
            int step = i;
            last = chain.get(i).canonical();
            same.removeIf(other ->
                    byUnit.get(other).get(step).compareTo(byUnit.get(unit).get(step)) != 0);
        }
        return same.isEmpty() ? last : "";
    }

    private BigDecimal value(TieBreak step, String unit) {
        if (step instanceof TieBreak.BySection by) {
            return scored.sectionPoints(unit, by.sectionCode()).negate();
        }
        if (step instanceof TieBreak.ByCriterion by) {
            Criterion criterion = scored.rubric().criterion(by.criterionCode()).orElseThrow();
            return scored.points(unit, criterion).orElse(BigDecimal.ZERO).negate();
        }
        return scored.year()
                .context()
                .previousPlace(unit)
                .map(BigDecimal::valueOf)
                .orElse(NO_PLACE);
    }
}
