package vn.xephang.model;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One value in shared codes, narrow on purpose: millions of these are sorted. The delivery is its place in the order
 * of deliveries, so that "newest" is an integer comparison.
 *
 * @param target {@code metric:<code>} or another {@link Target}
 * @param periodEndOn last day of the period where the form ends it early; null: the last day of the code
 * @param value null where the status says there is none, or where the target is a rating
 * @param precedence declared for the metric in the form that gave it: the lower number counts, whatever arrived later
 * @param deliveryOrder place of its delivery in the log's order (received at, then sha-256), from 0
 */
public record ConformedValue(
        String target,
        String orgUnitId,
        int referenceYear,
        String periodCode,
        LocalDate periodEndOn,
        String dataVintage,
        String observationStatus,
        Double value,
        String valueAsDelivered,
        int precedence,
        int deliveryOrder,
        String cellRef)
        implements Serializable {

    /** Stands before the target of a value that is passed along to the year after its own. */
    private static final String YEAR_BEFORE = "year-before:";

    /** The same beside the values of the year after, whose rules look back. */
    public ConformedValue forYearAfter() {
        return of(YEAR_BEFORE + target, referenceYear + 1);
    }

    /** Whether it was passed along from the year before. */
    public boolean isOfYearBefore() {
        return target.startsWith(YEAR_BEFORE);
    }

    /** What was passed along, as it was in its own year. */
    public ConformedValue inItsYear() {
        return isOfYearBefore() ? of(target.substring(YEAR_BEFORE.length()), referenceYear - 1) : this;
    }

    private ConformedValue of(String newTarget, int newYear) {
        return new ConformedValue(
                newTarget,
                orgUnitId,
                newYear,
                periodCode,
                periodEndOn,
                dataVintage,
                observationStatus,
                value,
                valueAsDelivered,
                precedence,
                deliveryOrder,
                cellRef);
    }
}
