package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.List;

/**
 * A roll-up that must hold, as a row of a release.
 *
 * @param fromLevelCode level of the units that are added up
 * @param toLevelCode level of the unit above
 * @param isMissingZero a figure that was delivered as missing counts as 0
 */
public record RollUpRule(
        String checkId,
        String metricCode,
        String fromLevelCode,
        String toLevelCode,
        BigDecimal tolerance,
        Boolean isMissingZero) {

    /** The roll-ups among control rules. */
    public static List<RollUpRule> among(List<ControlRule> rules) {
        return rules.stream()
                .filter(ControlRule.RollUp.class::isInstance)
                .map(ControlRule.RollUp.class::cast)
                .map(rule -> new RollUpRule(
                        rule.scope().checkId(),
                        rule.metricCode(),
                        rule.fromLevel(),
                        rule.toLevel(),
                        rule.tolerance(),
                        rule.scope().isMissingZero()))
                .toList();
    }
}
