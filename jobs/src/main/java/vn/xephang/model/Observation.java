package vn.xephang.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One value: metric x org unit x reference year x period x vintage, as one delivery gave it.
 *
 * @param value in the metric's unit of measure; null when the status says there is none
 * @param valueAsDelivered text of the cell
 * @param supersededAt when a newer value of the same key arrived; null while this is the newest
 */
public record Observation(
        String metricCode,
        String orgUnitId,
        int referenceYear,
        String periodCode,
        LocalDate periodStartOn,
        LocalDate periodEndOn,
        String dataVintage,
        String observationStatus,
        Double value,
        String valueAsDelivered,
        String sourceCode,
        Instant receivedAt,
        String deliveryId,
        String sha256,
        String landingFile,
        String cellRef,
        Instant supersededAt)
        implements YearRow {}
