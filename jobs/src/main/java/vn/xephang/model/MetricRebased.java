package vn.xephang.model;

/**
 * A metric of a year on a boundary vintage: metric x org unit of that map x year x period.
 *
 * @param value in the metric's unit of measure; null where it cannot be told
 * @param isEstimated something was apportioned or weighted by what the metric is no mean over
 * @param weightsCode the weights of an estimate; null where it is exact
 * @param reason why there is no value; null where there is one
 */
public record MetricRebased(
        String metricCode,
        String orgUnitId,
        int referenceYear,
        String periodCode,
        String boundaryVintage,
        Double value,
        Boolean isEstimated,
        String weightsCode,
        String reason)
        implements YearRow {}
