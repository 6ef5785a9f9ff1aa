package vn.xephang.model;

import java.math.BigDecimal;

/**
 * What one factor did to the rank of a unit since the year before.
 *
 * @param rankEffect in places, positive: the unit climbed; the effects of a unit and year add up to its rank change
 * @param rankEffectFraction the same, exact, such as {@code -31/2}
 * @param orderCount over how many orders of the factors the effect is the average
 * @param orderOf how many orders there are, those among them that pass through what cannot be computed
 * @param orderRule why the others are left out, such as {@code rubric 2013 not on 2012}; null when none is
 */
public record RankEffectRow(
        String scorecardCode,
        int referenceYear,
        int fromYear,
        String periodCode,
        String orgUnitId,
        String factorCode,
        int factorOrder,
        BigDecimal rankEffect,
        String rankEffectFraction,
        long orderCount,
        long orderOf,
        String orderRule,
        Boolean isSynthetic) {}
