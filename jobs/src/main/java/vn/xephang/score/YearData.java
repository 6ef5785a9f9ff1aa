package vn.xephang.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.xephang.model.Participant;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.schema.Scorecard;

/**
 * What one year of a scorecard is scored from.
 *
 * @param boundaryVintage the map that the values are on: as-was or a date
 * @param participants the units expected; others are not scored
 * @param values org unit -> metric -> value
 * @param published org unit -> what the publisher gave
 */
public record YearData(
        Scorecard scorecard,
        int referenceYear,
        String boundaryVintage,
        List<Participant> participants,
        Map<String, Map<String, Double>> values,
        Map<String, PublishedResult> published) {

    /** The units of the year itself, not of another map. */
    public static final String AS_WAS = "as-was";

    public YearData {
        participants = participants.stream()
                .sorted(Comparator.comparing(Participant::orgUnitId))
                .toList();
    }

    /** The value of a unit, as the shortest decimal of its double. */
    Optional<BigDecimal> value(String orgUnitId, String metricCode) {
        return delivered(orgUnitId, metricCode).map(ShortestDecimal::of);
    }

    /** The value of a unit as it stands in observations. */
    Optional<Double> delivered(String orgUnitId, String metricCode) {
        return Optional.ofNullable(values.getOrDefault(orgUnitId, Map.of()).get(metricCode))
                .filter(value -> Double.isFinite(value));
    }

    /** Some expected unit has a value of the metric. */
    boolean has(String metricCode) {
        return participants.stream()
                .anyMatch(unit -> delivered(unit.orgUnitId(), metricCode).isPresent());
    }

    /** Neither a value of these metrics nor a published result. */
    boolean isEmpty(Set<String> metricCodes) {
        return participants.stream().noneMatch(unit -> published.containsKey(unit.orgUnitId()))
                && metricCodes.stream().noneMatch(this::has);
    }

    Optional<PublishedResult> published(String orgUnitId) {
        return Optional.ofNullable(published.get(orgUnitId));
    }

    boolean isNotParticipating(String orgUnitId) {
        return scorecard.isNotParticipating(referenceYear, orgUnitId);
    }
}
