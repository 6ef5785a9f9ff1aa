package vn.xephang.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.xephang.model.Participant;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.score.RankWithTies.Place;

/** The publisher's scores and ranks of a year, and the order that its scores would give. */
final class PublishedOrder {

    /** Beyond this, differences of published scores are noise of floating point. */
    private static final int SCALE = 9;

    private final Map<String, BigDecimal> points = new TreeMap<>();
    private final Map<String, Integer> ranks = new TreeMap<>();
    private final Map<String, Place> places;
    private final int decimals;

    PublishedOrder(YearData year) {
        for (Participant unit : year.participants()) {
            Optional<PublishedResult> published = year.published(unit.orgUnitId());
            published
                    .map(PublishedResult::publishedPoints)
                    .filter(value -> Double.isFinite(value))
                    .ifPresent(value -> points.put(
                            unit.orgUnitId(), ShortestDecimal.of(value).setScale(SCALE, RoundingMode.HALF_EVEN)));
            published.map(PublishedResult::publishedRank).ifPresent(rank -> ranks.put(unit.orgUnitId(), rank));
        }
        places = RankWithTies.competition(points);
        decimals = Decimals.most(points.values());
    }

    /** Units with a published score, and the score. */
    Map<String, BigDecimal> points() {
        return points;
    }

    /** Units with a published rank, and the rank. */
    Map<String, Integer> ranks() {
        return ranks;
    }

    /** Decimals that the publisher's scores are written with. */
    int decimals() {
        return decimals;
    }

    /** The competition rank of a published score among the published scores. */
    Optional<Place> place(String orgUnitId) {
        return Optional.ofNullable(places.get(orgUnitId));
    }

    /** The score is shared, and inside the group the publisher counted on: 40, 41 for two at place 40. */
    boolean isTieBroken(String orgUnitId) {
        Place place = places.get(orgUnitId);
        if (place == null || !place.isTied()) {
            return false;
        }
        Map<Integer, String> byRank = new LinkedHashMap<>();
        places.forEach((unit, other) -> {
            if (other.rank() == place.rank() && ranks.containsKey(unit)) {
                byRank.put(ranks.get(unit), unit);
            }
        });
        int lowest = byRank.keySet().stream().min(Integer::compare).orElse(0);
        int highest = byRank.keySet().stream().max(Integer::compare).orElse(0);
        return byRank.size() == place.tiedUnits() && highest - lowest + 1 == place.tiedUnits();
    }

    /** Some unit with fewer points stands above this one, or one with more below it. */
    boolean isMisordered(String orgUnitId) {
        BigDecimal mine = points.get(orgUnitId);
        Integer rank = ranks.get(orgUnitId);
        return mine != null
                && rank != null
                && ranks.entrySet().stream()
                        .filter(other -> points.containsKey(other.getKey()))
                        .anyMatch(other -> Integer.signum(
                                                points.get(other.getKey()).compareTo(mine))
                                        == Integer.signum(other.getValue().compareTo(rank))
                                && !other.getValue().equals(rank));
    }
}
