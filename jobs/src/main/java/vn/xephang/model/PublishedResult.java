package vn.xephang.model;

import java.time.Instant;

/**
 * What a publisher gave as the result of a scorecard: score, rank, rating, each with the cell it stands in.
 * Key: scorecard, year, period, unit, stage, source.
 */
public record PublishedResult(
        String scorecardCode,
        int referenceYear,
        String periodCode,
        String orgUnitId,
        String stageCode,
        String sourceCode,
        Double publishedPoints,
        Integer publishedRank,
        String publishedRating,
        String pointsCellRef,
        String rankCellRef,
        String ratingCellRef,
        String dataVintage,
        Instant receivedAt,
        String deliveryId,
        String sha256,
        String landingFile,
        Instant supersededAt)
        implements YearRow {}
