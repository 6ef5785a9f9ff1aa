package vn.xephang.model;

/**
 * What became of a criterion from one set of rules to another.
 *
 * @param fromCriterionCode null where the later rules brought it
 * @param toCriterionCode null where the later rules dropped it
 * @param relation same, renamed, changed (it measures another thing, or in another way) or broken (no counterpart)
 * @param certainty verified, memory or judgement
 */
public record CrosswalkRow(
        String scorecardCode,
        String fromRubricCode,
        String fromCriterionCode,
        String toRubricCode,
        String toCriterionCode,
        String relation,
        String certainty,
        String source,
        String note) {}
