package vn.xephang.model;

import java.math.BigDecimal;

/**
 * One criterion as a way to the next better place: what it would take there alone, all else as it is.
 *
 * @param nextRank the place that the unit would share by earning the points
 * @param pointsNeeded from its total to the lowest total above it
 * @param headroomPoints from its points in the criterion to the most it can give; null where that has no bound
 * @param metricValue of the unit; null where the criterion reads no single metric
 * @param metricValueNeeded the nearest value, at the decimals of the year's values, that gives the points; null where
 *     none can, or the rule does not follow one metric
 * @param unitsAlreadyThere how many ranked units have such a value
 * @param headroomShare points needed as a share of the headroom; above 1 the criterion alone cannot give them
 * @param costOrder 1 where the smallest share of the headroom is needed
 */
public record NextRankRow(
        String scorecardCode,
        int referenceYear,
        String periodCode,
        String orgUnitId,
        int nextRank,
        BigDecimal pointsNeeded,
        String criterionCode,
        BigDecimal points,
        BigDecimal headroomPoints,
        String metricCode,
        Double metricValue,
        Double metricValueNeeded,
        Integer unitsAlreadyThere,
        Double headroomShare,
        int costOrder,
        Boolean isSynthetic) {}
