package vn.xephang.model;

import java.time.Instant;

/**
 * Points that an assessor entered: scorecard x reference year x period x org unit x stage x criterion, as one delivery
 * gave them.
 *
 * @param enteredPoints in points of the rubric
 * @param valueAsDelivered text of the cell
 * @param supersededAt when newer points of the same key arrived; null while these are the newest
 */
public record EnteredPoints(
        String scorecardCode,
        int referenceYear,
        String periodCode,
        String orgUnitId,
        String stageCode,
        String criterionCode,
        Double enteredPoints,
        String valueAsDelivered,
        String dataVintage,
        String sourceCode,
        Instant receivedAt,
        String deliveryId,
        String sha256,
        String landingFile,
        String cellRef,
        Instant supersededAt)
        implements YearRow {}
