package vn.xephang.schema;

import java.io.Serializable;

/**
 * How figures of a metric are held against what their unit usually gives, and against the other units of their table.
 * From {@code values} of {@code schemas/checks/<check_id>.yaml}. What is found is a warning and never blocks.
 *
 * @param method how far apart two figures are
 * @param years how many years before and after count as usual
 * @param leastYears fewer other years are no history
 * @param leastUnits so many units must have a history before what a year brings to all of them is taken off
 * @param floor least scale, where a history hardly moves: in natural logarithms, or in the unit of measure
 * @param threshold from so many scales on a figure is an outlier
 * @param shiftThreshold from so many scales on a figure that a power of ten would mend is told
 * @param leastChange a lesser change is never an outlier: a ratio such as 3, or an amount in the unit of measure
 * @param least figures are not judged while they and what is usual are below
 * @param leastPeers so many other units a table must have to be held against each other; 0: they are not
 */
public record ValueRule(
        Method method,
        int years,
        int leastYears,
        int leastUnits,
        double floor,
        double threshold,
        double shiftThreshold,
        double leastChange,
        double least,
        int leastPeers)
        implements Serializable {

    /** Distance of two figures. */
    public enum Method {
        /** Difference of natural logarithms: counts and amounts, which are above zero and differ by factors. */
        LOG_RATIO,
        /** Plain difference: points and percentages. */
        DIFFERENCE
    }

    /** Whether a number can be judged: a logarithm needs one above zero. */
    public boolean takes(double value) {
        return method == Method.DIFFERENCE || value > 0;
    }

    /** The number on the scale that distances are taken on. */
    public double onScale(double value) {
        return method == Method.DIFFERENCE ? value : StrictMath.log(value);
    }

    /** The least change on that scale. */
    public double leastDistance() {
        return method == Method.DIFFERENCE ? leastChange : StrictMath.log(leastChange);
    }
}
