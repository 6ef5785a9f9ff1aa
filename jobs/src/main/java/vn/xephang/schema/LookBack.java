package vn.xephang.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.Target;

/**
 * What of the year before some rule reads: a metric that grows, or all that a scorecard is ranked by, where its tie rule
 * asks for last year's place.
 *
 * @param metricCodes metrics of the year before
 * @param scorecardCodes scorecards whose entered points and published results of the year before are read
 */
public record LookBack(Set<String> metricCodes, Set<String> scorecardCodes) {

    public LookBack {
        metricCodes = Set.copyOf(metricCodes);
        scorecardCodes = Set.copyOf(scorecardCodes);
    }

    static LookBack of(Rubrics rubrics, List<DerivedMetric> derived) {
        Set<String> metrics = new HashSet<>();
        Set<String> scorecards = new HashSet<>();
        derived.stream()
                .filter(metric -> metric.kind() == DerivedMetric.Kind.GROWTH)
                .forEach(metric -> metrics.addAll(metric.parts()));
        rubrics.all().stream()
                .filter(rubric -> asksForThePlace(rubric.tieRule()))
                .forEach(rubric -> scorecards.add(rubric.scorecardCode()));
        rubrics.all().stream()
                .filter(rubric -> scorecards.contains(rubric.scorecardCode()))
                .forEach(rubric -> metrics.addAll(rubric.metricCodes()));
        return new LookBack(metrics, scorecards);
    }

    /** Whether a value of that target is read beside the year after its own. */
    public boolean reads(String target) {
        Target of = Target.of(target);
        if (of instanceof Target.OfMetric metric) {
            return metricCodes.contains(metric.metricCode());
        }
        return scorecardCodes.contains(
                of instanceof Target.Entered entered
                        ? entered.scorecardCode()
                        : ((Target.Published) of).scorecardCode());
    }

    /** Whether files of a form may hold such a value. */
    public boolean reads(LandingContract contract) {
        return contract.tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(LandingContract.Column::target)
                .anyMatch(target -> target.contains(LandingContract.METRIC)
                        ? !(metricCodes.isEmpty() && scorecardCodes.isEmpty())
                        : reads(target));
    }

    private static boolean asksForThePlace(TieRule rule) {
        return rule instanceof TieRule.Ordinal ordinal
                && ordinal.chain().stream().anyMatch(TieBreak.ByPreviousRank.class::isInstance);
    }
}
