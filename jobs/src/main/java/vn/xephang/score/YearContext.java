package vn.xephang.score;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import vn.xephang.model.ShortestDecimal;

/**
 * What a year is scored from besides its values.
 *
 * @param targets org unit -> metric -> target of the year
 * @param entered org unit -> criterion -> points that an assessor entered
 * @param clusters org unit -> group that it is compared with
 * @param previousPlaces org unit -> place of the year before, by that year's own rules
 * @param previousValues org unit -> metric -> value of the year before
 */
public record YearContext(
        Map<String, Map<String, BigDecimal>> targets,
        Map<String, Map<String, BigDecimal>> entered,
        Map<String, String> clusters,
        Map<String, Integer> previousPlaces,
        Map<String, Map<String, Double>> previousValues) {

    /** No targets, no entered points, no clusters, no year before. */
    public static final YearContext NONE = new YearContext(Map.of(), Map.of(), Map.of(), Map.of());

    /** A context without values of the year before. */
    public YearContext(
            Map<String, Map<String, BigDecimal>> targets,
            Map<String, Map<String, BigDecimal>> entered,
            Map<String, String> clusters,
            Map<String, Integer> previousPlaces) {
        this(targets, entered, clusters, previousPlaces, Map.of());
    }

    /** The same with these points entered. */
    public YearContext withEntered(Map<String, Map<String, BigDecimal>> points) {
        return new YearContext(targets, points, clusters, previousPlaces, previousValues);
    }

    /** The same after a year: its values, and its places by its own rules. */
    public YearContext after(Map<String, Integer> places, Map<String, Map<String, Double>> values) {
        return new YearContext(targets, entered, clusters, places, values);
    }

    Optional<BigDecimal> target(String orgUnitId, String metricCode) {
        return Optional.ofNullable(targets.getOrDefault(orgUnitId, Map.of()).get(metricCode));
    }

    Optional<String> cluster(String orgUnitId) {
        return Optional.ofNullable(clusters.get(orgUnitId));
    }

    Optional<Integer> previousPlace(String orgUnitId) {
        return Optional.ofNullable(previousPlaces.get(orgUnitId));
    }

    /** The value of the year before, as the shortest decimal of its double. */
    Optional<BigDecimal> previousValue(String orgUnitId, String metricCode) {
        return Optional.ofNullable(
                        previousValues.getOrDefault(orgUnitId, Map.of()).get(metricCode))
                .filter(value -> Double.isFinite(value))
                .map(ShortestDecimal::of);
    }
}
