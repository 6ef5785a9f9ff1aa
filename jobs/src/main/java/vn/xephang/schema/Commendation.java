package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who may be put forward for one commendation, in these years, both ends counted. Every clause that is given must hold;
 * the quota is filled last, best place first.
 *
 * @param decisionNumber the decision that set the rule; empty where none is known
 * @param source how the rule is known
 * @param ratingCodes classes that are good enough; empty for any
 * @param rankUntil worst place that is good enough
 * @param rankInClusterUntil worst place in its cluster that is good enough
 * @param knockOuts values that bar a unit; a missing value bars nobody
 * @param yearsBefore what must hold in the years before
 * @param quota how many may be put forward at most
 */
public record Commendation(
        String scorecardCode,
        String commendationCode,
        String commendationNameVi,
        String commendationNameEn,
        int fromYear,
        int toYear,
        boolean isSynthetic,
        Optional<String> decisionNumber,
        String source,
        List<String> ratingCodes,
        OptionalInt rankUntil,
        OptionalInt rankInClusterUntil,
        List<RatingRule.KnockOut> knockOuts,
        Optional<YearsBefore> yearsBefore,
        Optional<Quota> quota) {

    /**
     * Each of so many years before must have given the unit one of these classes.
     *
     * @param count of years, from 1
     */
    public record YearsBefore(int count, List<String> ratingCodes) {

        public YearsBefore {
            ratingCodes = List.copyOf(ratingCodes);
        }
    }

    /** At most so many of the units for which every other clause holds. */
    public sealed interface Quota {

        /** How many, of so many ranked units. */
        int of(int ranked);

        /** Units that share the place at the edge are all in, or none of them is. */
        boolean isTieIn();

        /** A share of the ranked units. */
        record OfRanked(RatingRule.Quota share) implements Quota {

            @Override
            public int of(int ranked) {
                return share.of(ranked);
            }

            @Override
            public boolean isTieIn() {
                return share.isTieIn();
            }
        }

        /** A fixed number. */
        record Units(int most, boolean isTieIn) implements Quota {

            @Override
            public int of(int ranked) {
                return most;
            }
        }
    }

    private static final Set<String> KEYS = Set.of(
            "commendation_code",
            "commendation_name_vi",
            "commendation_name_en",
            "from_year",
            "to_year",
            "is_synthetic",
            "decision_number",
            "source",
            "ratings",
            "rank_until",
            "rank_in_cluster_until",
            "knock_outs",
            "years_before",
            "quota");

    public Commendation {
        ratingCodes = List.copyOf(ratingCodes);
        knockOuts = List.copyOf(knockOuts);
    }

    /** It is given for that year. */
    public boolean isGivenIn(int year) {
        return fromYear <= year && year <= toYear;
    }

    /** Some clause tells one ranked unit from another. */
    boolean isSelective() {
        return !ratingCodes.isEmpty() || rankUntil.isPresent() || rankInClusterUntil.isPresent() || quota.isPresent();
    }

    static Commendation read(String scorecardCode, Yaml yaml) {
        Commendation commendation = new Commendation(
                scorecardCode,
                yaml.text("commendation_code"),
                yaml.text("commendation_name_vi"),
                yaml.text("commendation_name_en"),
                yaml.number("from_year"),
                yaml.number("to_year"),
                yaml.flag("is_synthetic", false),
                yaml.optionalText("decision_number"),
                yaml.text("source"),
                yaml.texts("ratings"),
                place(yaml, "rank_until"),
                place(yaml, "rank_in_cluster_until"),
                yaml.maps("knock_outs").stream().map(Commendation::readKnockOut).toList(),
                yaml.map("years_before").map(Commendation::readYearsBefore),
                yaml.map("quota").map(Commendation::readQuota));
        yaml.refuseUnknownKeys(KEYS);
        return commendation;
    }

    private static OptionalInt place(Yaml yaml, String key) {
        return yaml.has(key) ? OptionalInt.of(positive(yaml, key)) : OptionalInt.empty();
    }

    private static int positive(Yaml yaml, String key) {
        int number = yaml.number(key);
        if (yaml.has(key) && number < 1) {
            yaml.problem(key, "Invalid " + key + " " + number + "; expected 1 or more");
        }
        return number;
    }

    private static RatingRule.KnockOut readKnockOut(Yaml yaml) {
        BigDecimal over = yaml.decimal("over");
        yaml.refuseUnknownKeys(Set.of("metric_code", "over"));
        return new RatingRule.KnockOut(yaml.text("metric_code"), over);
    }

    private static YearsBefore readYearsBefore(Yaml yaml) {
        YearsBefore before = new YearsBefore(positive(yaml, "count"), yaml.texts("ratings"));
        if (before.ratingCodes().isEmpty()) {
            yaml.problem("ratings", "Missing 'ratings' that are good enough in the years before");
        }
        yaml.refuseUnknownKeys(Set.of("count", "ratings"));
        return before;
    }

    private static Quota readQuota(Yaml yaml) {
        if (!yaml.has("units")) {
            return new Quota.OfRanked(RatingRule.readQuota(yaml));
        }
        Quota quota = new Quota.Units(
                positive(yaml, "units"),
                yaml.oneOf("ties", Set.of("all_in", "all_out")).equals("all_in"));
        yaml.refuseUnknownKeys(Set.of("units", "ties"));
        return quota;
    }
}
