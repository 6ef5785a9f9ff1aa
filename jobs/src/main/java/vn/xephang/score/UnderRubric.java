package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.xephang.model.Participant;
import vn.xephang.model.Score;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Rubric;
import vn.xephang.score.RankWithTies.Place;

/** A year's data under one set of rules: points, totals, places, ratings. */
final class UnderRubric {

    private final YearData year;
    private final Rubric rubric;
    private final CriterionPoints points;
    private final Map<String, BigDecimal> totals = new LinkedHashMap<>();
    private final Map<String, List<String>> missing = new LinkedHashMap<>();
    private final TieBreakers tieBreakers;
    private final Map<String, Place> places;
    private final Map<String, Place> clusterPlaces;
    private final Map<String, Ratings.Rated> ratings;

    UnderRubric(YearData year, Rubric rubric) {
        this.year = year;
        this.rubric = rubric;
        this.points = new CriterionPoints(year, rubric);
        year.participants().forEach(unit -> total(unit.orgUnitId()));
        this.tieBreakers = new TieBreakers(this);
        this.places = RankWithTies.places(totals, tieBreakers.byUnit(), rubric.tieRule());
        this.clusterPlaces = clusterPlaces();
        this.ratings = new Ratings(this).byUnit();
    }

    YearData year() {
        return year;
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

    /** The place among the units of the same cluster. */
    Optional<Place> placeInCluster(String orgUnitId) {
        return Optional.ofNullable(clusterPlaces.get(orgUnitId));
    }

    Optional<Ratings.Rated> rating(String orgUnitId) {
        return Optional.ofNullable(ratings.get(orgUnitId));
    }

    /** The step of the tie rule that told a unit from those of the same total; empty where none was needed or did. */
    String tieDecidedBy(String orgUnitId) {
        return tieBreakers.decidedBy(orgUnitId);
    }

    /** Criteria without a value of the unit. */
    List<String> missing(String orgUnitId) {
        return missing.get(orgUnitId);
    }

    /** Points of one criterion as they count; empty when a value is missing. */
    Optional<BigDecimal> points(String orgUnitId, Criterion criterion) {
        return points.of(orgUnitId, criterion);
    }

    /** Points of what counts in a section. */
    BigDecimal sectionPoints(String orgUnitId, String sectionCode) {
        return rubric.countedIn(sectionCode).stream()
                .flatMap(criterion -> points(orgUnitId, criterion).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How far a total may be off because the delivered values are rounded. */
    BigDecimal roundingOfValues() {
        BigDecimal most = BigDecimal.ZERO;
        for (Criterion criterion : rubric.criteria()) {
            Collection<BigDecimal> delivered = year.participants().stream()
                    .flatMap(unit -> points.value(unit.orgUnitId(), criterion).stream())
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
                        year.stageCode(),
                        year.boundaryVintage(),
                        rubric.rubricCode(),
                        rubric.rubricYear(),
                        hash,
                        criterion.criterionCode(),
                        criterion.metricCode().orElse(null),
                        points.value(unit.orgUnitId(), criterion)
                                .map(BigDecimal::doubleValue)
                                .orElse(null),
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
            if (criterion.isCounted()) {
                Optional<BigDecimal> earned = points(orgUnitId, criterion);
                earned.ifPresentOrElse(any -> {}, () -> without.add(criterion.criterionCode()));
                sum = sum.add(earned.orElse(BigDecimal.ZERO));
            }
        }
        if (!points.hasAny(orgUnitId)) {
            rubric.criteria().stream()
                    .filter(Criterion::isCounted)
                    .map(Criterion::criterionCode)
                    .filter(code -> !without.contains(code))
                    .forEach(without::add);
        }
        missing.put(orgUnitId, without);
        if (without.isEmpty() && !year.isNotParticipating(orgUnitId)) {
            totals.put(orgUnitId, rubric.total(sum));
        }
    }

    private Map<String, Place> clusterPlaces() {
        Map<String, Map<String, BigDecimal>> byCluster = new LinkedHashMap<>();
        totals.forEach((unit, total) -> year.context().cluster(unit).ifPresent(cluster -> byCluster
                .computeIfAbsent(cluster, none -> new LinkedHashMap<>())
                .put(unit, total)));
        Map<String, Place> all = new HashMap<>();
        byCluster
                .values()
                .forEach(units -> all.putAll(RankWithTies.places(units, tieBreakers.byUnit(), rubric.tieRule())));
        return all;
    }
}
