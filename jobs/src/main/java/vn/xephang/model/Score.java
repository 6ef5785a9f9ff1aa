package vn.xephang.model;

import java.math.BigDecimal;

/**
 * Points of one criterion: scorecard x year x period x org unit x stage x boundary vintage x rubric x criterion.
 *
 * @param points exact, in points of the rubric; null when a value is missing
 */
public record Score(
        String scorecardCode,
        int referenceYear,
        String periodCode,
        String orgUnitId,
        String stageCode,
        String boundaryVintage,
        String rubricCode,
        Integer rubricYear,
        String rubricHash,
        String criterionCode,
        String metricCode,
        Double metricValue,
        BigDecimal points,
        BigDecimal maxPoints,
        Boolean isSynthetic)
        implements YearRow {}
