package vn.xephang.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Figures of one year and period, by metric and unit. A unit twice under one metric has no figure. */
final class Figures {

    private final Map<String, Map<String, Figure>> byMetric = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    void add(Figure figure) {
        String key = figure.metricCode() + '|' + figure.orgUnitId();
        Map<String, Figure> units = byMetric.computeIfAbsent(figure.metricCode(), none -> new HashMap<>());
        if (units.put(figure.orgUnitId(), figure) != null || twice.contains(key)) {
            units.remove(figure.orgUnitId());
            twice.add(key);
        }
    }

    Optional<Figure> find(String metricCode, String orgUnitId) {
        return Optional.ofNullable(of(metricCode).get(orgUnitId));
    }

    Stream<Figure> all() {
        return byMetric.values().stream().flatMap(units -> units.values().stream());
    }

    /** Figures of a metric by unit. */
    Map<String, Figure> of(String metricCode) {
        return byMetric.getOrDefault(metricCode, Map.of());
    }

    /** The figures of these metrics for a unit; empty unless all are there. */
    Optional<List<Figure>> all(List<String> metricCodes, String orgUnitId) {
        List<Figure> found = metricCodes.stream()
                .map(metric -> find(metric, orgUnitId))
                .flatMap(Optional::stream)
                .toList();
        return found.size() == metricCodes.size() ? Optional.of(found) : Optional.empty();
    }
}
