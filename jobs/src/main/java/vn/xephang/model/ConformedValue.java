package vn.xephang.model;

import java.io.Serializable;

/**
 * One value in shared codes, narrow on purpose: millions of these are sorted. The delivery is its place in the order
 * of deliveries, so that "newest" is an integer comparison.
 *
 * @param target {@code metric:<code>} or {@code published:<scorecard>/points|rank|rating}
 * @param value null where the status says there is none, or where the target is a rating
 * @param deliveryOrder place of its delivery in the log's order (received at, then sha-256), from 0
 */
public record ConformedValue(
        String target,
        String orgUnitId,
        int referenceYear,
        String periodCode,
        String dataVintage,
        String observationStatus,
        Double value,
        String valueAsDelivered,
        int deliveryOrder,
        String cellRef)
        implements Serializable {}
