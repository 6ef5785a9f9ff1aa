package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.xephang.model.Participant;
import vn.xephang.model.Score;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Rubric;
import vn.xephang.score.RankWithTies.Place;

/** A year's data under one set of rules: points, totals, places. */
final class UnderRubric {

    private final YearData year;
    private final Rubric rubric;
    private final Map<String, BigDecimal> totals = new LinkedHashMap<>();
    private final Map<String, List<String>> missing = new LinkedHashMap<>();
    private final Map<String, Place> places;

    UnderRubric(YearData year, Rubric rubric) {
        this.year = year;
        this.rubric = rubric;
        year.participants().forEach(unit -> total(unit.orgUnitId()));
        this.places = RankWithTies.competition(totals);
    }

    Rubric rubric() {
        return rubric;
    }

    /** Totals of the units that have one, rounded as the rubric says. */
    Map<String, BigDecimal> totals() {
        return totals;
    }

    /** Units that hold a place. */
    Map<String, Place> places() {
        return places;
    }

    Optional<Place> place(String orgUnitId) {
        return Optional.ofNullable(places.get(orgUnitId));
    }

    /** Criteria without a value of the unit. */
    List<String> missing(String orgUnitId) {
        return missing.get(orgUnitId);
    }

    /** How far a total may be off because the delivered values are rounded. */
    BigDecimal roundingOfValues() {
        BigDecimal most = BigDecimal.ZERO;
        for (Criterion criterion : rubric.criteria()) {
            Collection<BigDecimal> delivered = year.participants().stream()
                    .flatMap(unit -> year.value(unit.orgUnitId(), criterion.metricCode()).stream())
                    .toList();
            BigDecimal weight = criterion.scoringRule().weight().orElse(BigDecimal.ZERO);
            most = most.add(weight.multiply(Decimals.halfUnit(Decimals.most(delivered))));
        }
        return most;
    }

    /** One row per expected unit and criterion. */
    List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        String hash = rubric.hash();
        for (Participant unit : year.participants()) {
            for (Criterion criterion : rubric.criteria()) {
                scores.add(new Score(
                        rubric.scorecardCode(),
                        year.referenceYear(),
                        year.scorecard().periodCode(),
                        unit.orgUnitId(),
                        year.scorecard().stageCode(),
                        year.boundaryVintage(),
                        rubric.rubricCode(),
                        rubric.rubricYear(),
                        hash,
                        criterion.criterionCode(),
                        criterion.metricCode(),
                        year.delivered(unit.orgUnitId(), criterion.metricCode()).orElse(null),
                        points(unit.orgUnitId(), criterion).orElse(null),
                        criterion.maxPoints(),
                        year.scorecard().isSynthetic() || rubric.isSynthetic()));
            }
        }
        return scores;
    }

    private void total(String orgUnitId) {
        BigDecimal sum = BigDecimal.ZERO;
        List<String> without = new ArrayList<>();
        for (Criterion criterion : rubric.criteria()) {
            Optional<BigDecimal> points = points(orgUnitId, criterion);
            if (points.isPresent()) {
                sum = sum.add(points.get());
            } else {
                without.add(criterion.criterionCode());
            }
        }
        missing.put(orgUnitId, without);
        if (without.isEmpty() && !year.isNotParticipating(orgUnitId)) {
            totals.put(orgUnitId, rubric.total(sum));
        }
    }

    private Optional<BigDecimal> points(String orgUnitId, Criterion criterion) {
        return year.value(orgUnitId, criterion.metricCode()).map(criterion.scoringRule()::points);
    }
}
