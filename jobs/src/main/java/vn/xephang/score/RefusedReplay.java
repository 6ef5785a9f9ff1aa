package vn.xephang.score;

import java.util.List;

/**
 * Rules that cannot be applied to a year, because no unit has a value of some criteria.
 *
 * @param rubricCode the rules
 * @param missingCriterionCodes the criteria without any value that year
 */
public record RefusedReplay(
        String scorecardCode, int referenceYear, String rubricCode, List<String> missingCriterionCodes) {

    public RefusedReplay {
        missingCriterionCodes = List.copyOf(missingCriterionCodes);
    }
}
