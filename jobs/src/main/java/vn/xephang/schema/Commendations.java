package vn.xephang.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may be commended for what, from {@code schemas/commendations/<scorecard>.yaml}. */
public final class Commendations {

    private static final String FOLDER = "commendations";

    private final List<Commendation> all;

    public Commendations(List<Commendation> all) {
        this.all = List.copyOf(all);
    }

    /** By scorecard, then in the order of the file. */
    public List<Commendation> all() {
        return all;
    }

    /** Those of a scorecard in a year. */
    public List<Commendation> of(String scorecardCode, int year) {
        return all.stream()
                .filter(rule -> rule.scorecardCode().equals(scorecardCode) && rule.isGivenIn(year))
                .toList();
    }

    /** Every metric whose values bar a unit. */
    public Set<String> metricCodes() {
        return all.stream()
                .flatMap(rule -> rule.knockOuts().stream())
                .map(RatingRule.KnockOut::metricCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Reads and checks all.
     *
     * @param metricCodes every metric there is
     */
    static Commendations load(
            SchemaFiles files, Rubrics rubrics, Clusters clusters, Set<String> metricCodes, Problems problems) {
        List<Commendation> all = new ArrayList<>();
        files.texts(FOLDER, ".yaml", problems).forEach((file, text) -> {
            Yaml yaml = Yaml.parse(file, text, problems);
            String scorecard = yaml.text("scorecard_code");
            yaml.refuseUnknownKeys(Set.of("scorecard_code", "commendations"));
            if (!file.equals(FOLDER + "/" + scorecard + ".yaml")) {
                yaml.problem(
                        "scorecard_code",
                        "Commendations of '" + scorecard + "' must be declared in " + FOLDER + "/" + scorecard
                                + ".yaml");
            }
            Check check = new Check(rubrics, clusters, metricCodes, new HashSet<>());
            for (Yaml entry : yaml.maps("commendations")) {
                Commendation rule = Commendation.read(scorecard, entry);
                check.check(rule, entry);
                all.add(rule);
            }
        });
        return new Commendations(all);
    }

    /** What one file says must be about rules, clusters and metrics that exist, and about each year once. */
    private record Check(Rubrics rubrics, Clusters clusters, Set<String> metricCodes, Set<String> seen) {

        void check(Commendation rule, Yaml at) {
            if (rule.fromYear() > rule.toYear()) {
                at.problem("to_year", "Years end before they start: " + rule.fromYear() + " to " + rule.toYear());
            }
            if (!rule.isSelective()) {
                at.problem(
                        "commendation_code",
                        "Everybody is eligible for '" + rule.commendationCode()
                                + "'; give ratings, rank_until, rank_in_cluster_until or quota");
            }
            for (RatingRule.KnockOut knockOut : rule.knockOuts()) {
                if (!metricCodes.contains(knockOut.metricCode())) {
                    at.problem(
                            "knock_outs",
                            "Unknown metric '" + knockOut.metricCode() + "'; add it to codelists/metrics.csv");
                }
            }
            for (int year = rule.fromYear(); year <= rule.toYear(); year++) {
                check(rule, year, at);
            }
        }

        private void check(Commendation rule, int year, Yaml at) {
            if (!seen.add(rule.commendationCode() + "|" + year)) {
                at.problem("from_year", "Commendation '" + rule.commendationCode() + "' has two rules in " + year);
            }
            checkRatings(rule, year, rule.ratingCodes(), at, "ratings");
            rule.yearsBefore().ifPresent(before -> {
                for (int back = 1; back <= before.count(); back++) {
                    checkRatings(rule, year - back, before.ratingCodes(), at, "years_before");
                }
            });
            if (rule.rankInClusterUntil().isPresent()
                    && clusters.of(rule.scorecardCode(), year).isEmpty()) {
                at.problem(
                        "rank_in_cluster_until",
                        "'" + rule.scorecardCode() + "' has no clusters in " + year + "; add them to clusters/");
            }
        }

        private void checkRatings(Commendation rule, int year, List<String> ratings, Yaml at, String key) {
            Optional<Rubric> rubric = rubrics.own(rule.scorecardCode(), year);
            if (rubric.isEmpty()) {
                at.problem(key, "'" + rule.scorecardCode() + "' has no rubric for " + year);
                return;
            }
            Optional<RatingRule> given = rubric.get().ratingRule();
            if (given.orElse(null) instanceof RatingRule.Published) {
                return;
            }
            Set<String> known = given.stream().flatMap(Check::codes).collect(Collectors.toCollection(TreeSet::new));
            for (String rating : ratings) {
                if (!known.contains(rating)) {
                    at.problem(key, "The rubric of " + year + " gives no rating '" + rating + "'; it gives " + known);
                }
            }
        }

        private static Stream<String> codes(RatingRule rule) {
            return ((RatingRule.Bands) rule).bands().stream().map(RatingRule.Band::ratingCode);
        }
    }
}
