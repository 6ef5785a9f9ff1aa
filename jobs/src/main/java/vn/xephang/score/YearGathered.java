package vn.xephang.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.xephang.model.EnteredPoints;
import vn.xephang.model.Observation;
import vn.xephang.model.Participant;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.model.YearRow;
import vn.xephang.schema.Scorecard;

/** The newest rows of one year that a scorecard reads, gathered in any order. */
final class YearGathered {

    private final Scorecard scorecard;
    private final Set<String> metricCodes;
    private final Map<String, Map<String, Double>> values = new TreeMap<>();
    private final Map<String, Map<String, Map<String, BigDecimal>>> entered = new TreeMap<>();
    private final Map<String, Map<String, PublishedResult>> published = new TreeMap<>();

    /** @param metricCodes every metric that some rubric of the scorecard reads */
    YearGathered(Scorecard scorecard, Set<String> metricCodes) {
        this.scorecard = scorecard;
        this.metricCodes = metricCodes;
    }

    /** Notes what the scorecard reads of a row; superseded rows and other periods are not read. */
    void note(YearRow row) {
        if (row instanceof Observation observation) {
            note(observation);
        } else if (row instanceof EnteredPoints points) {
            note(points);
        } else if (row instanceof PublishedResult result && result.supersededAt() == null && isOurs(result)) {
            published
                    .computeIfAbsent(result.stageCode(), none -> new TreeMap<>())
                    .put(result.orgUnitId(), result);
        }
    }

    /** The stages that have rows of their own, and the one of the scorecard's published tables; by letter. */
    Set<String> stages() {
        Set<String> stages = new TreeSet<>(entered.keySet());
        stages.addAll(published.keySet());
        stages.add(scorecard.stageCode());
        return stages;
    }

    /** The year at a stage, on its own map. */
    YearData at(String stage, int year, List<Participant> participants) {
        return new YearData(scorecard, year, YearData.AS_WAS, participants, values, Map.of())
                .atStage(stage, published.getOrDefault(stage, Map.of()))
                .with(YearContext.NONE.withEntered(entered.getOrDefault(stage, Map.of())));
    }

    private void note(Observation observation) {
        if (observation.supersededAt() == null
                && observation.value() != null
                && observation.periodCode().equals(scorecard.periodCode())
                && metricCodes.contains(observation.metricCode())) {
            values.computeIfAbsent(observation.orgUnitId(), none -> new TreeMap<>())
                    .put(observation.metricCode(), observation.value());
        }
    }

    private void note(EnteredPoints points) {
        if (points.supersededAt() == null
                && points.enteredPoints() != null
                && Double.isFinite(points.enteredPoints())
                && points.scorecardCode().equals(scorecard.scorecardCode())
                && points.periodCode().equals(scorecard.periodCode())) {
            entered.computeIfAbsent(points.stageCode(), none -> new TreeMap<>())
                    .computeIfAbsent(points.orgUnitId(), none -> new TreeMap<>())
                    .put(points.criterionCode(), ShortestDecimal.of(points.enteredPoints()));
        }
    }

    private boolean isOurs(PublishedResult result) {
        return result.scorecardCode().equals(scorecard.scorecardCode())
                && result.periodCode().equals(scorecard.periodCode());
    }
}
