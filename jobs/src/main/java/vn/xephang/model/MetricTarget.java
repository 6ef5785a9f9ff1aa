package vn.xephang.model;

import java.math.BigDecimal;

/**
 * What was promised for a metric: of one org unit, or of each unit of a level.
 *
 * @param planCode the plan that the target belongs to
 * @param orgUnitId null where the target is for each unit of a level
 * @param orgUnitLevelCode null where the target is for one unit
 * @param fromYear first year of the term; equal to {@code toYear} for a yearly target
 * @param toYear the year at whose end the target is due
 * @param targetValue in the metric's unit of measure
 * @param decision the decision that set it; null where none is known
 */
public record MetricTarget(
        String planCode,
        String metricCode,
        String orgUnitId,
        String orgUnitLevelCode,
        int fromYear,
        int toYear,
        BigDecimal targetValue,
        String decision,
        String source,
        Boolean isSynthetic) {

    public boolean isYearly() {
        return fromYear == toYear;
    }
}
