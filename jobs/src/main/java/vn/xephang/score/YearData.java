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
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Entered;
import vn.xephang.schema.Scorecard;

/**
 * What one year of a scorecard is scored from, at one stage.
 *
 * @param boundaryVintage the map that the values are on: as-was or a date
 * @param stageCode self, confirmed or final
 * @param participants the units expected; others are not scored
 * @param values org unit -> metric -> value, equal at all stages
 * @param published org unit -> what the publisher gave at this stage
 * @param context points entered at this stage, targets, clusters and the year before
 */
public record YearData(
        Scorecard scorecard,
        int referenceYear,
        String boundaryVintage,
        String stageCode,
        List<Participant> participants,
        Map<String, Map<String, Double>> values,
        Map<String, PublishedResult> published,
        YearContext context) {

    /** The units of the year itself, not of another map. */
    public static final String AS_WAS = "as-was";

    public YearData {
        participants = participants.stream()
                .sorted(Comparator.comparing(Participant::orgUnitId))
                .toList();
    }

    /** A year at the stage of the scorecard's published tables, without targets, clusters and a year before. */
    public YearData(
            Scorecard scorecard,
            int referenceYear,
            String boundaryVintage,
            List<Participant> participants,
            Map<String, Map<String, Double>> values,
            Map<String, PublishedResult> published) {
        this(
                scorecard,
                referenceYear,
                boundaryVintage,
                scorecard.stageCode(),
                participants,
                values,
                published,
                YearContext.NONE);
    }

    /** The same year with targets, clusters and a year before. */
    public YearData with(YearContext other) {
        return new YearData(
                scorecard, referenceYear, boundaryVintage, stageCode, participants, values, published, other);
    }

    /** The same metrics at a stage. @param publishedThere what the publisher gave at that stage */
    public YearData atStage(String stage, Map<String, PublishedResult> publishedThere) {
        return new YearData(
                scorecard, referenceYear, boundaryVintage, stage, participants, values, publishedThere, context);
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

    /** Some expected unit has a value of each metric that the criterion reads, or points entered for it. */
    boolean hasAll(Criterion criterion) {
        boolean isEntered = participants.stream().anyMatch(unit -> entered(unit.orgUnitId(), criterion.criterionCode())
                .isPresent());
        return isEntered
                || !(criterion.scoringRule() instanceof Entered)
                        && criterion.metricCodes().stream().allMatch(this::has);
    }

    /** Points that an assessor entered. */
    Optional<BigDecimal> entered(String orgUnitId, String criterionCode) {
        return Optional.ofNullable(
                context.entered().getOrDefault(orgUnitId, Map.of()).get(criterionCode));
    }

    /**
     * Nothing to say of this year at this stage: no points entered and no published result, and at the stage of the
     * published tables no value of these metrics either.
     */
    public boolean isEmpty(Set<String> metricCodes) {
        return participants.stream().noneMatch(unit -> hasRows(unit.orgUnitId()))
                && !(isResult() && metricCodes.stream().anyMatch(this::has));
    }

    /** At the stage of the published tables. */
    boolean isResult() {
        return stageCode.equals(scorecard.stageCode());
    }

    private boolean hasRows(String orgUnitId) {
        return published.containsKey(orgUnitId)
                || !context.entered().getOrDefault(orgUnitId, Map.of()).isEmpty();
    }

    Optional<PublishedResult> published(String orgUnitId) {
        return Optional.ofNullable(published.get(orgUnitId));
    }

    boolean isNotParticipating(String orgUnitId) {
        return scorecard.isNotParticipating(referenceYear, orgUnitId);
    }
}
