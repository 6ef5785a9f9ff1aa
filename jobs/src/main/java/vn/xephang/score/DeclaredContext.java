package vn.xephang.score;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.xephang.model.Participant;
import vn.xephang.schema.Declarations;

/** What is declared for a year beside its values: the targets of its units, and who is compared with whom. */
public final class DeclaredContext {

    private DeclaredContext() {}

    /** The year with its targets and clusters. */
    public static YearData add(YearData year, Declarations declarations) {
        YearContext context = year.context();
        return year.with(new YearContext(
                targets(year, declarations),
                context.entered(),
                declarations.clusters().of(year.scorecard().scorecardCode(), year.referenceYear()),
                context.previousPlaces(),
                context.previousValues()));
    }

    private static Map<String, Map<String, BigDecimal>> targets(YearData year, Declarations declarations) {
        String scorecard = year.scorecard().scorecardCode();
        Set<String> metrics = new TreeSet<>();
        declarations.rubrics().distinct(scorecard).forEach(rubric -> metrics.addAll(rubric.metricCodes()));
        Map<String, Map<String, BigDecimal>> targets = new TreeMap<>();
        for (Participant unit : year.participants()) {
            for (String metric : metrics) {
                declarations
                        .targets()
                        .due(metric, unit.orgUnitId(), year.scorecard().orgUnitLevelCode(), year.referenceYear())
                        .ifPresent(target -> targets.computeIfAbsent(unit.orgUnitId(), none -> new TreeMap<>())
                                .put(metric, target));
            }
        }
        return targets;
    }
}
