package vn.xephang.model;

/**
 * A score (beyond 1e-5) or rank where the publisher and we differ, by the year's own rubric.
 *
 * @param measureCode score or rank
 * @param reasonCode given by a rule, a code of the list difference_reasons
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
