package vn.xephang.model;

/**
 * Whether a unit may be put forward for a commendation: scorecard x year x period x org unit x commendation.
 *
 * @param clauseCode the clause that decided: not_ranked, rating, rank, rank_in_cluster, knock_out, years_before, quota,
 *     or all where every clause holds
 * @param decidingClauseVi the clause in words, with the value of the unit
 * @param quotaCount how many may be put forward at most; null without a quota
 * @param decisionNumber null where no decision is known
 * @param isSynthetic the rule or the ranking is made up
 */
public record CommendationRow(
        String scorecardCode,
        int referenceYear,
        String periodCode,
        String orgUnitId,
        String commendationCode,
        String commendationNameVi,
        String commendationNameEn,
        Boolean isEligible,
        String clauseCode,
        String decidingClauseVi,
        String decidingClauseEn,
        Integer quotaCount,
        String decisionNumber,
        String source,
        Boolean isSynthetic) {}
