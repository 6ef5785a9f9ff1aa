package vn.xephang.score;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a year is scored from besides its values.
 *
 * @param targets org unit -> metric -> target of the year
 * @param entered org unit -> criterion -> points that an assessor entered
 * @param clusters org unit -> group that it is compared with
 * @param previousPlaces org unit -> place of the year before, by that year's own rules
 */
public record YearContext(
        Map<String, Map<String, BigDecimal>> targets,
        Map<String, Map<String, BigDecimal>> entered,
        Map<String, String> clusters,
        Map<String, Integer> previousPlaces) {

    /** No targets, no entered points, no clusters, no year before. */
    public static final YearContext NONE = new YearContext(Map.of(), Map.of(), Map.of(), Map.of());

    Optional<BigDecimal> target(String orgUnitId, String metricCode) {
        return Optional.ofNullable(targets.getOrDefault(orgUnitId, Map.of()).get(metricCode));
    }

    Optional<String> cluster(String orgUnitId) {
        return Optional.ofNullable(clusters.get(orgUnitId));
    }

    Optional<Integer> previousPlace(String orgUnitId) {
        return Optional.ofNullable(previousPlaces.get(orgUnitId));
    }
}
