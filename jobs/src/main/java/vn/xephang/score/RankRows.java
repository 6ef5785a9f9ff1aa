package vn.xephang.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.xephang.model.Participant;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.Rank;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.TieRule;
import vn.xephang.score.RankWithTies.Place;

/** The rank table of a year: one row per expected unit, under a rubric or without one. */
final class RankRows {

    private static final String RANKED = "ranked";
    private static final String NOT_DELIVERED = "not_delivered";
    private static final String NOT_PARTICIPATING = "not_participating";

    private final YearData year;
    private final PublishedOrder order;

    RankRows(YearData year, PublishedOrder order) {
        this.year = year;
        this.order = order;
    }

    /** Places by the totals of a rubric. */
    List<Rank> of(UnderRubric scored) {
        String hash = scored.rubric().hash();
        return year.participants().stream()
                .map(unit -> row(unit, Optional.of(scored.rubric()), hash, outcome(scored, unit.orgUnitId())))
                .toList();
    }

    /** No rules are known: no computed rank, the publisher's order only. */
    List<Rank> withoutRubric() {
        return year.participants().stream()
                .map(unit -> row(unit, Optional.empty(), null, outcomeWithoutRubric(unit.orgUnitId())))
                .toList();
    }

    /** What the rules come to for one unit; null where there is nothing. */
    private record Outcome(
            String participation,
            BigDecimal total,
            Integer rank,
            String reason,
            Integer rankOf,
            Boolean isTied,
            BigDecimal meanRank,
            Integer rankInCluster,
            String rating,
            String clause) {

        /** No place by rules. */
        static Outcome without(String participation, String reason, Integer rankOf, Boolean isTied, String clause) {
            return new Outcome(participation, null, null, reason, rankOf, isTied, null, null, null, clause);
        }
    }

    private Outcome outcome(UnderRubric scored, String unit) {
        int rankOf = scored.places().size();
        Rubric rubric = scored.rubric();
        if (year.isNotParticipating(unit)) {
            return Outcome.without(NOT_PARTICIPATING, "NOT_PARTICIPATING", rankOf, null, null);
        }
        Optional<Place> place = scored.place(unit);
        if (place.isEmpty()) {
            String clause = "missing_rule=" + rubric.missingRule().code() + "; missing="
                    + String.join(",", scored.missing(unit));
            return Outcome.without(NOT_DELIVERED, "MISSING_VALUE", rankOf, null, clause);
        }
        Optional<Ratings.Rated> rated = scored.rating(unit);
        return new Outcome(
                RANKED,
                scored.totals().get(unit),
                place.get().rank(),
                null,
                rankOf,
                place.get().isTied(),
                rubric.tieRule() instanceof TieRule.SharedMean ? place.get().mean() : null,
                scored.placeInCluster(unit).map(Place::rank).orElse(null),
                rated.map(Ratings.Rated::ratingCode).orElse(null),
                clause(scored, unit)
                        + rated.map(rating -> "; " + rating.clause()).orElse(""));
    }

    /** The total alone decides, unless it is shared: then the tie rule does. */
    private static String clause(UnderRubric scored, String unit) {
        Place place = scored.places().get(unit);
        String rule = "tie_rule=" + scored.rubric().tieRule().code() + "; ";
        String byTotal = "total=" + scored.totals().get(unit).toPlainString();
        if (place.isTied()) {
            return rule + byTotal + "; units=" + place.tiedUnits();
        }
        String decidedBy = scored.tieDecidedBy(unit);
        return decidedBy.isEmpty() ? byTotal : rule + byTotal + "; decided_by=" + decidedBy;
    }

    private Outcome outcomeWithoutRubric(String unit) {
        Integer rankOf = order.points().isEmpty()
                ? expectedCount()
                : (Integer) order.points().size();
        Boolean isTied = order.place(unit).map(Place::isTied).orElse(null);
        return Outcome.without(participation(unit), "NO_RUBRIC", rankOf, isTied, null);
    }

    /** Of how many the publisher ranked, where he told of some only; null where that is not known. */
    private Integer expectedCount() {
        return year.scorecard().published().isPartial() ? year.participants().size() : null;
    }

    private String participation(String unit) {
        if (year.isNotParticipating(unit)) {
            return NOT_PARTICIPATING;
        }
        return order.points().containsKey(unit) || order.ranks().containsKey(unit) ? RANKED : NOT_DELIVERED;
    }

    private Rank row(Participant unit, Optional<Rubric> rubric, String hash, Outcome outcome) {
        Optional<PublishedResult> published = year.published(unit.orgUnitId());
        return new Rank(
                year.scorecard().scorecardCode(),
                year.referenceYear(),
                year.scorecard().periodCode(),
                unit.orgUnitId(),
                unit.orgUnitCode(),
                unit.orgUnitNameVi(),
                year.stageCode(),
                year.boundaryVintage(),
                rubric.map(Rubric::rubricCode).orElse(null),
                rubric.map(Rubric::rubricYear).orElse(null),
                hash,
                outcome.participation(),
                outcome.total(),
                rubric.map(Rubric::maxPoints).orElse(null),
                outcome.rank(),
                outcome.reason(),
                outcome.rankOf(),
                outcome.isTied(),
                outcome.meanRank(),
                year.context().cluster(unit.orgUnitId()).orElse(null),
                outcome.rankInCluster(),
                outcome.rating(),
                outcome.clause(),
                published.map(PublishedResult::publishedPoints).orElse(null),
                published.map(PublishedResult::publishedRank).orElse(null),
                order.place(unit.orgUnitId()).map(Place::rank).orElse(null),
                published.map(PublishedResult::publishedRating).orElse(null),
                year.scorecard().isSynthetic()
                        || rubric.map(Rubric::isSynthetic).orElse(false));
    }
}
