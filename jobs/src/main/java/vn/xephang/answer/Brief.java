package vn.xephang.answer;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What there is to say about one unit in one year of a scorecard, as the views of a release hold it. */
public record Brief(
        Subject subject,
        Standing standing,
        Why why,
        List<Line> lines,
        History history,
        List<Step> steps,
        Published published,
        Origin origin) {

    public Brief {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    /** Who and when. */
    public record Subject(
            String scorecardCode, Bilingual scorecardName, int year, String orgUnitId, Bilingual unitName) {}

    /**
     * Where the unit stands.
     *
     * @param reason why there is no rank
     * @param isByPublishedPoints the place is by the publisher's points, as the year has no rubric
     * @param clusterSize how many units of its cluster are ranked
     * @param comparabilityCodes what differs from the year before; empty without one
     */
    public record Standing(
            Optional<Integer> rank,
            int rankOf,
            boolean isTied,
            Optional<Bilingual> reason,
            boolean isByPublishedPoints,
            Optional<Integer> previousRank,
            Optional<Integer> previousRankOf,
            Optional<BigDecimal> totalPoints,
            Optional<BigDecimal> maxPoints,
            Optional<Bilingual> rating,
            boolean isRatedByPublisher,
            Optional<String> clusterCode,
            Optional<Integer> rankInCluster,
            int clusterSize,
            List<String> comparabilityCodes) {

        public Standing {
            comparabilityCodes = List.copyOf(comparabilityCodes);
        }
    }

    /**
     * What moved the rank.
     *
     * @param factors with an effect, rounded so that they add up to the change
     */
    public record Why(Bilingual sentence, List<Factor> factors, Optional<Orders> orders) {

        public Why {
            factors = List.copyOf(factors);
        }
    }

    /** @param places that it moved the unit, positive: up */
    public record Factor(Bilingual name, BigDecimal places) {}

    /** Over how many orders of the factors their effects are the mean, when not over all. */
    public record Orders(long count, long of) {}

    /**
     * One criterion.
     *
     * @param rank place by the points of this criterion
     * @param peers how many units have points for it
     * @param worse how many of them have fewer points
     * @param peerMedian median points of all these units
     */
    public record Line(
            String criterionCode,
            Bilingual name,
            Optional<BigDecimal> points,
            Optional<BigDecimal> maxPoints,
            Optional<Integer> rank,
            int peers,
            int worse,
            Optional<BigDecimal> peerMedian) {

        /** How many units have more points. */
        public int better() {
            return rank.map(place -> place - 1).orElse(0);
        }

        /** Somebody has more points and nobody fewer. */
        public boolean isLast() {
            return better() > 0 && worse == 0;
        }

        /** Units worse than this one less units better, from minus to plus the number of peers; 0 without points. */
        public int lead() {
            return rank.isPresent() ? worse - better() : 0;
        }
    }

    /**
     * All years of the scorecard.
     *
     * @param others rank by year of every unit, the one asked about among them, by unit
     */
    public record History(List<Year> years, Map<String, SortedMap<Integer, Integer>> others) {

        public History {
            years = List.copyOf(years);
        }
    }

    /** @param rank of the unit; empty without one */
    public record Year(int year, Optional<Integer> rank, int rankOf, boolean isRubricChanged, boolean isMapChanged) {}

    /**
     * What the next place takes in one criterion alone, the easiest first.
     *
     * @param headroom points that the criterion can still give; empty where it has no bound
     * @param isEnough they cover what is needed
     * @param value of the metric now, and needed, where they can be told
     */
    public record Step(
            int nextRank,
            BigDecimal pointsNeeded,
            Bilingual criterion,
            Optional<BigDecimal> headroom,
            boolean isEnough,
            Optional<BigDecimal> value,
            Optional<BigDecimal> valueNeeded,
            boolean isPercent,
            Optional<Integer> alreadyThere) {}

    /** The publisher's result, and where ours is another. */
    public record Published(
            Optional<Integer> rank,
            Optional<BigDecimal> points,
            Optional<String> rating,
            Optional<Integer> computedRank,
            List<Differing> differences) {

        public Published {
            differences = List.copyOf(differences);
        }
    }

    /** @param isRank a place, else points */
    public record Differing(boolean isRank, BigDecimal published, BigDecimal computed, Bilingual reason) {}

    /** What it was taken from. */
    public record Origin(
            String releaseId,
            LocalDateTime publishedAt,
            boolean isSynthetic,
            Optional<Integer> rubricYear,
            Optional<String> decisionNumber,
            String stageCode) {}
}
