package vn.xephang.model;

import java.math.BigDecimal;

/**
 * Total and place of one unit: scorecard x year x period x org unit x stage x boundary vintage x rubric. One row for
 * each unit that the scorecard expects that year; without a rank it says why.
 *
 * @param rubricCode null where the year has no rubric
 * @param totalPoints rounded as the rubric says; null without a total
 * @param rankOf how many units hold a computed rank here, or a rank from published points where there is no rubric
 * @param meanRank mean of the places that tied units take together, where the rubric shares them so; else null
 * @param decidingClause the rule of the rubric that decided the place, then the one that decided the rating
 * @param rankOfPublishedPoints competition rank of the score as the publisher gave it
 */
public record Rank(
        String scorecardCode,
        int referenceYear,
        String periodCode,
        String orgUnitId,
        String orgUnitCode,
        String orgUnitNameVi,
        String stageCode,
        String boundaryVintage,
        String rubricCode,
        Integer rubricYear,
        String rubricHash,
        String participationStatus,
        BigDecimal totalPoints,
        BigDecimal maxPoints,
        Integer computedRank,
        String rankReasonCode,
        Integer rankOf,
        Boolean isTied,
        BigDecimal meanRank,
        String clusterCode,
        Integer rankInCluster,
        String ratingCode,
        String decidingClause,
        Double publishedPoints,
        Integer publishedRank,
        Integer rankOfPublishedPoints,
        String publishedRating,
        Boolean isSynthetic)
        implements YearRow {

    /** The same without a rank, for another reason. */
    public Rank because(String reason, String clause) {
        return new Rank(
                scorecardCode,
                referenceYear,
                periodCode,
                orgUnitId,
                orgUnitCode,
                orgUnitNameVi,
                stageCode,
                boundaryVintage,
                rubricCode,
                rubricYear,
                rubricHash,
                participationStatus,
                totalPoints,
                maxPoints,
                computedRank,
                reason,
                rankOf,
                isTied,
                meanRank,
                clusterCode,
                rankInCluster,
                ratingCode,
                clause,
                publishedPoints,
                publishedRank,
                rankOfPublishedPoints,
                publishedRating,
                isSynthetic);
    }
}
