package vn.xephang.model;

/**
 * A defined quantity.
 *
 * @param direction higher_is_better, lower_is_better or neutral
 * @param aggregation sum, ratio_of_sums, weighted_mean or none
 * @param minValue least value that can be right; null without a bound
 * @param maxValue greatest value that can be right; null without a bound
 */
public record Metric(
        String metricCode,
        String metricNameVi,
        String metricNameEn,
        String unitOfMeasure,
        String direction,
        String aggregation,
        String parentMetricCode,
        String breakdownCode,
        Double minValue,
        Double maxValue,
        String source) {}
