package vn.xephang.model;

/**
 * A score (beyond 1e-5) or rank where the publisher and we differ, by the year's own rubric.
 *
 * @param measureCode score or rank
 * @param reasonCode PUBLISHER_BROKE_TIE, PUBLISHER_MISORDERED or ROUNDED_IN_SOURCE
 */
public record Difference(
        String scorecardCode,
        int referenceYear,
        String periodCode,
        String orgUnitId,
        String stageCode,
        String measureCode,
        Double publishedValue,
        Double computedValue,
        Double difference,
        String reasonCode)
        implements YearRow {}
