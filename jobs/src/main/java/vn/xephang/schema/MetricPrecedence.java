package vn.xephang.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.xephang.model.Target;

/**
 * That a form gives way to others, or goes before them, for a metric: a row of a release.
 *
 * @param metricCode {@link LandingContract#METRIC} where the form says it for whatever metric a row holds
 * @param precedence the lower number counts; 1 wherever no row says otherwise
 */
public record MetricPrecedence(String contractId, String metricCode, int precedence) {

    private static final int PLAIN = 1;

    /** What contracts declare besides the plain precedence. */
    public static List<MetricPrecedence> among(List<LandingContract> contracts) {
        Map<String, MetricPrecedence> found = new TreeMap<>();
        for (LandingContract contract : contracts) {
            contract.tables().stream()
                    .flatMap(table -> table.columns().stream())
                    .filter(column -> column.precedence() != PLAIN)
                    .filter(column -> column.target().startsWith(Target.METRIC))
                    .map(column -> new MetricPrecedence(
                            contract.contractId(),
                            column.target().substring(Target.METRIC.length()),
                            column.precedence()))
                    .forEach(row -> found.merge(
                            row.contractId() + " " + row.metricCode(),
                            row,
                            (a, b) -> a.precedence() < b.precedence() ? a : b));
        }
        return List.copyOf(found.values());
    }
}
