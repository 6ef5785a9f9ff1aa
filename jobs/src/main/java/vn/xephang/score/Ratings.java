package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.xephang.model.PublishedResult;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.RatingRule;
import vn.xephang.schema.RatingRule.Band;
import vn.xephang.schema.ScoringRule;

/** The class of each unit that has a total, with the clause that decided it. */
final class Ratings {

    /**
     * A class.
     *
     * @param clause why this one and no better one
     */
    record Rated(String ratingCode, String clause) {}

    private final UnderRubric scored;
    private final Map<String, Rated> byUnit = new LinkedHashMap<>();
    private final Map<String, String> barred = new HashMap<>();

    Ratings(UnderRubric scored) {
        this.scored = scored;
        RatingRule rule = scored.rubric().ratingRule().orElse(null);
        if (rule instanceof RatingRule.Bands bands) {
            rate(bands);
        } else if (rule instanceof RatingRule.Published) {
            takeOver();
        }
    }

    Map<String, Rated> byUnit() {
        return byUnit;
    }

    private void takeOver() {
        for (String unit : scored.totals().keySet()) {
            scored.year()
                    .published(unit)
                    .map(PublishedResult::publishedRating)
                    .ifPresent(rating -> byUnit.put(unit, new Rated(rating, "rating=published")));
        }
    }

    private void rate(RatingRule.Bands rule) {
        List<String> open = new ArrayList<>(scored.totals().keySet());
        int ranked = open.size();
        for (Band band : rule.bands()) {
            List<String> held = new ArrayList<>();
            for (String unit : open) {
                Optional<String> failed = failed(rule, band, unit);
                failed.ifPresentOrElse(
                        clause -> barred.merge(unit, clause, (first, next) -> first), () -> held.add(unit));
            }
            List<String> within = band.quota()
                    .map(quota -> withinQuota(held, new QuotaEdge(places(held), quota.of(ranked)), quota, band))
                    .orElse(held);
            within.forEach(unit -> byUnit.put(unit, new Rated(band.ratingCode(), clause(band, unit))));
            open.removeAll(within);
        }
    }

    /** The best ones, by rank; those behind the edge are barred. */
    private List<String> withinQuota(List<String> held, QuotaEdge edge, RatingRule.Quota quota, Band band) {
        List<String> within = new ArrayList<>();
        for (String unit : held) {
            int place = scored.places().get(unit).rank();
            if (quota.isTieIn() ? edge.hasRoomForOne(place) : edge.hasRoomForAll(place)) {
                within.add(unit);
            } else {
                barred.putIfAbsent(unit, band.ratingCode() + " refused: quota of " + edge.most() + " filled");
            }
        }
        return within;
    }

    private List<Integer> places(List<String> units) {
        return units.stream().map(unit -> scored.places().get(unit).rank()).toList();
    }

    private String clause(Band band, String unit) {
        String own = "rating=" + band.ratingCode()
                + band.from().map(from -> " from " + text(from)).orElse("");
        return barred.containsKey(unit) ? own + "; " + barred.get(unit) : own;
    }

    /** The first clause of a band that a unit does not fulfil; empty when it fulfils all. */
    private Optional<String> failed(RatingRule.Bands rule, Band band, String unit) {
        BigDecimal reached = reached(rule.measure(), unit);
        if (band.from().isPresent() && reached.compareTo(band.from().get()) < 0) {
            return Optional.of(band.ratingCode() + " refused: " + rule.measure().code() + " " + text(reached) + " < "
                    + text(band.from().get()));
        }
        return failedFloor(band, unit).or(() -> failedCriterion(band, unit)).or(() -> knockedOut(band, unit));
    }

    private Optional<String> failedFloor(Band band, String unit) {
        for (RatingRule.Floor floor : band.floors()) {
            BigDecimal max = scored.rubric().countedIn(floor.sectionCode()).stream()
                    .filter(Criterion::isAttainable)
                    .map(Criterion::maxPoints)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal earned = scored.sectionPoints(unit, floor.sectionCode());
            if (earned.compareTo(floor.share().multiply(max)) < 0) {
                return Optional.of(band.ratingCode() + " refused: section " + floor.sectionCode() + " " + text(earned)
                        + " of " + text(max) + " < " + text(floor.share()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> failedCriterion(Band band, String unit) {
        if (band.everyCriterionFrom().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal share = band.everyCriterionFrom().get();
        return scored.rubric().criteria().stream()
                .filter(Criterion::isAttainable)
                .filter(criterion -> earned(unit, criterion).compareTo(share.multiply(criterion.maxPoints())) < 0)
                .findFirst()
                .map(criterion -> band.ratingCode() + " refused: criterion " + criterion.criterionCode() + " "
                        + text(earned(unit, criterion)) + " of " + text(criterion.maxPoints()) + " < " + text(share));
    }

    private BigDecimal earned(String unit, Criterion criterion) {
        return scored.points(unit, criterion).orElse(BigDecimal.ZERO);
    }

    private Optional<String> knockedOut(Band band, String unit) {
        return band.knockOuts().stream()
                .filter(knockOut -> scored.year()
                        .value(unit, knockOut.metricCode())
                        .filter(value -> value.compareTo(knockOut.over()) > 0)
                        .isPresent())
                .findFirst()
                .map(knockOut ->
                        band.ratingCode() + " refused: " + knockOut.metricCode() + " > " + text(knockOut.over()));
    }

    private BigDecimal reached(RatingRule.Measure measure, String unit) {
        BigDecimal total = scored.totals().get(unit);
        return measure == RatingRule.Measure.POINTS
                ? total
                : ScoringRule.quotient(total, scored.rubric().maxPoints());
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
