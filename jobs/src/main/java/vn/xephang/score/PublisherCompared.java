package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.xephang.model.Difference;
import vn.xephang.score.RankWithTies.Place;

/** Where the publisher and we differ, both having given a value. Each reason comes from a rule. */
final class PublisherCompared {

    /** Published and computed scores agree up to this. */
    private static final BigDecimal SAME_SCORE = new BigDecimal("0.00001");

    private static final String BROKE_TIE = "PUBLISHER_BROKE_TIE";
    private static final String MISORDERED = "PUBLISHER_MISORDERED";
    private static final String ROUNDED = "ROUNDED_IN_SOURCE";
    /** The publisher counted units that are not here, so the ones behind them move up. */
    private static final String UNITS_MISSING = "UNITS_MISSING";
    /** What was delivered for the criteria does not give what was delivered as the result. */
    private static final String CRITERIA_DISAGREE = "CRITERIA_DISAGREE";

    private final YearData year;
    private final PublishedOrder order;

    PublisherCompared(YearData year, PublishedOrder order) {
        this.year = year;
        this.order = order;
    }

    /** Scores and ranks against the year's own rubric. */
    List<Difference> with(UnderRubric own) {
        BigDecimal rounding = own.roundingOfValues().add(Decimals.halfUnit(order.decimals()));
        List<Difference> differences = new ArrayList<>();
        own.totals().forEach((unit, total) -> {
            score(unit, total, rounding).ifPresent(differences::add);
            String otherwise = isAttainable(unit, own.totals(), rounding) ? ROUNDED : CRITERIA_DISAGREE;
            rank(unit, own.places().get(unit), missing(own.totals().size()), otherwise)
                    .ifPresent(differences::add);
        });
        return differences;
    }

    /** The publisher's ranks against the order of its own scores. */
    List<Difference> withoutRubric() {
        List<Difference> differences = new ArrayList<>();
        int missing = missing(order.points().size());
        order.points().keySet().forEach(unit -> rank(unit, order.place(unit).orElseThrow(), missing, UNITS_MISSING)
                .ifPresent(differences::add));
        return differences;
    }

    private Optional<Difference> score(String unit, BigDecimal total, BigDecimal rounding) {
        return Optional.ofNullable(order.points().get(unit))
                .filter(published -> total.subtract(published).abs().compareTo(SAME_SCORE) > 0)
                .map(published -> {
                    BigDecimal difference = total.subtract(published);
                    String reason = difference.abs().compareTo(rounding) <= 0 ? ROUNDED : CRITERIA_DISAGREE;
                    return row(unit, "score", published, total, reason);
                });
    }

    private Optional<Difference> rank(String unit, Place place, int missing, String otherwise) {
        return Optional.ofNullable(order.ranks().get(unit))
                .filter(published -> published != place.rank())
                .map(published -> row(
                        unit,
                        "rank",
                        BigDecimal.valueOf(published),
                        BigDecimal.valueOf(place.rank()),
                        reason(unit, published - place.rank(), missing, otherwise)));
    }

    private String reason(String unit, int behind, int missing, String otherwise) {
        if (behind > 0 && behind <= missing) {
            return UNITS_MISSING;
        }
        if (order.isTieBroken(unit)) {
            return BROKE_TIE;
        }
        if (order.isMisordered(unit)) {
            return MISORDERED;
        }
        return otherwise;
    }

    private int missing(int ranked) {
        return year.participants().size() - ranked;
    }

    /** The published rank is possible when every total may be off by the rounding of what it is made from. */
    private boolean isAttainable(String unit, Map<String, BigDecimal> totals, BigDecimal rounding) {
        Integer published = order.ranks().get(unit);
        if (published == null) {
            return false;
        }
        BigDecimal apart = rounding.add(rounding);
        BigDecimal mine = totals.get(unit);
        long surelyBetter = totals.values().stream()
                .filter(other -> other.subtract(mine).compareTo(apart) > 0)
                .count();
        long surelyWorse = totals.values().stream()
                .filter(other -> mine.subtract(other).compareTo(apart) > 0)
                .count();
        return published > surelyBetter && published <= totals.size() - surelyWorse;
    }

    private Difference row(String unit, String measure, BigDecimal published, BigDecimal computed, String reason) {
        return new Difference(
                year.scorecard().scorecardCode(),
                year.referenceYear(),
                year.scorecard().periodCode(),
                unit,
                year.stageCode(),
                measure,
                published.doubleValue(),
                computed.doubleValue(),
                computed.subtract(published).doubleValue(),
                reason);
    }
}
