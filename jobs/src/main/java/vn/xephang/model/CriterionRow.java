package vn.xephang.model;

import java.math.BigDecimal;

/** A criterion of a year's rubric: scorecard x rubric year x criterion. */
public record CriterionRow(
        String scorecardCode,
        int rubricYear,
        String rubricCode,
        String rubricHash,
        String criterionCode,
        int criterionOrder,
        String criterionNameVi,
        String criterionNameEn,
        String metricCode,
        String scoringRule,
        BigDecimal weight,
        BigDecimal maxPoints,
        String sectionCode,
        String sectionNameVi,
        String sectionNameEn,
        Boolean isCounted,
        Boolean isBonus,
        Integer rubricVersion,
        String decisionNumber,
        String source,
        Boolean isSynthetic) {}
