package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commendations laid over the shipped declarations: rubrics, clusters and metrics are real. */
class CommendationDeclarationTest {

    private static final Path SHIPPED = Path.of(System.getProperty("xephang.home", "."), "schemas");

    @TempDir
    private Path overlay;

    @Test
    void acceptsEveryClause() throws IOException {
        assertEquals(List.of(), problems("justice-province", """
                scorecard_code: justice-province
                commendations:
                  - commendation_code: flag
                    commendation_name_vi: Cờ
                    commendation_name_en: Flag
                    from_year: 2019
                    to_year: 2020
                    is_synthetic: true
                    source: made up
                    ratings: [excellent]
                    rank_until: 20
                    rank_in_cluster_until: 1
                    knock_outs: [{metric_code: justice_td03, over: "0"}]
                    years_before: {count: 2, ratings: [excellent, good]}
                    quota: {share: "0.2", rounding_mode: FLOOR, ties: all_in}
                """));
    }

    @Test
    void acceptsAnyClassWhereThePublisherGivesTheClasses() throws IOException {
        assertEquals(List.of(), problems("justice-commune", """
                scorecard_code: justice-commune
                commendations:
                  - commendation_code: flag
                    commendation_name_vi: Cờ
                    commendation_name_en: Flag
                    from_year: 2025
                    to_year: 2026
                    source: made up
                    ratings: [Hoàn thành]
                """));
    }

    @Test
    void flagsEverythingThatIsWrongAtOnceWithItsLine() throws IOException {
        assertEquals(
                List.of(
                        "commendations/justice-province.yaml:10: Invalid rank_until 0; expected 1 or more",
                        "commendations/justice-province.yaml:12: Invalid count 0; expected 1 or more",
                        "commendations/justice-province.yaml:12: Missing 'ratings' that are good enough in the years"
                                + " before",
                        "commendations/justice-province.yaml:13: Invalid units -1; expected 1 or more",
                        "commendations/justice-province.yaml:13: Invalid ties 'some'; one of [all_in, all_out]",
                        "commendations/justice-province.yaml:11: Unknown metric 'lateness'; add it to"
                                + " codelists/metrics.csv",
                        "commendations/justice-province.yaml:9: The rubric of 2018 gives no rating 'superb'; it gives"
                                + " [done, excellent, good, not_done]",
                        "commendations/justice-province.yaml:20: Unknown key 'rank_to'; known: [commendation_code,"
                                + " commendation_name_en, commendation_name_vi, decision_number, from_year,"
                                + " is_synthetic, knock_outs, quota, rank_in_cluster_until, rank_until, ratings,"
                                + " source, to_year, years_before]",
                        "commendations/justice-province.yaml:14: Everybody is eligible for 'flag'; give ratings,"
                                + " rank_until, rank_in_cluster_until or quota",
                        "commendations/justice-province.yaml:17: Commendation 'flag' has two rules in 2018",
                        "commendations/justice-province.yaml:24: Years end before they start: 2020 to 2019"),
                problems("justice-province", """
                        scorecard_code: justice-province
                        commendations:
                          - commendation_code: flag
                            commendation_name_vi: Cờ
                            commendation_name_en: Flag
                            from_year: 2018
                            to_year: 2018
                            source: made up
                            ratings: [excellent, superb]
                            rank_until: 0
                            knock_outs: [{metric_code: lateness, over: "0"}]
                            years_before: {count: 0}
                            quota: {units: -1, ties: some}
                          - commendation_code: flag
                            commendation_name_vi: Cờ
                            commendation_name_en: Flag
                            from_year: 2018
                            to_year: 2019
                            source: made up
                            rank_to: 3
                          - commendation_code: other
                            commendation_name_vi: Cờ
                            commendation_name_en: Flag
                            to_year: 2019
                            from_year: 2020
                            source: made up
                            rank_until: 3
                        """));
    }

    @Test
    void flagsYearsWithoutARubricAlsoThoseLookedBackOnAndAScorecardWithoutClusters() throws IOException {
        assertEquals(
                List.of(
                        "commendations/justice-district.yaml:9: 'justice-district' has no rubric for 2016",
                        "commendations/justice-district.yaml:11: 'justice-district' has no rubric for 2015",
                        "commendations/justice-district.yaml:10: 'justice-district' has no clusters in 2016; add them"
                                + " to clusters/",
                        "commendations/justice-district.yaml:11: 'justice-district' has no rubric for 2016",
                        "commendations/justice-district.yaml:10: 'justice-district' has no clusters in 2017; add them"
                                + " to clusters/"),
                problems("justice-district", """
                        scorecard_code: justice-district
                        commendations:
                          - commendation_code: flag
                            commendation_name_vi: Cờ
                            commendation_name_en: Flag
                            from_year: 2016
                            to_year: 2017
                            source: made up
                            ratings: [excellent]
                            rank_in_cluster_until: 1
                            years_before: {count: 1, ratings: [good]}
                        """));
    }

    @Test
    void flagsAFileThatIsNotNamedAfterItsScorecardAndOneWithoutARubric() throws IOException {
        assertEquals(
                List.of(
                        "commendations/justice.yaml:1: Commendations of 'cpi' must be declared in"
                                + " commendations/cpi.yaml",
                        "commendations/justice.yaml:3: 'cpi' has no rubric for 2012"),
                problems("justice", """
                        scorecard_code: cpi
                        commendations:
                          - commendation_code: flag
                            commendation_name_vi: Cờ
                            commendation_name_en: Flag
                            from_year: 2012
                            to_year: 2012
                            source: made up
                            rank_until: 3
                        """));
    }

    @Test
    void everyShippedRuleSaysThatItIsMadeUpAndEveryClauseIsUsed() {
        Set<String> clauses = new TreeSet<>();
        for (Commendation rule : Declarations.load(new SchemaFiles(List.of(SHIPPED)))
                .commendations()
                .all()) {
            assertTrue(rule.isSynthetic() && rule.source().contains("ynthetic"), rule.toString());
            assertTrue(rule.commendationNameVi().contains("giả định"), rule.toString());
            assertTrue(rule.commendationNameEn().contains("made-up"), rule.toString());
            clauses.add(rule.ratingCodes().isEmpty() ? "" : "ratings");
            clauses.add(rule.rankUntil().isEmpty() ? "" : "rank_until");
            clauses.add(rule.rankInClusterUntil().isEmpty() ? "" : "rank_in_cluster_until");
            clauses.add(rule.knockOuts().isEmpty() ? "" : "knock_outs");
            clauses.add(rule.yearsBefore().isEmpty() ? "" : "years_before");
            clauses.add(rule.quota()
                    .map(quota -> quota.getClass().getSimpleName() + quota.isTieIn())
                    .orElse(""));
        }
        assertEquals(
                Set.of(
                        "",
                        "ratings",
                        "rank_until",
                        "rank_in_cluster_until",
                        "knock_outs",
                        "years_before",
                        "Unitsfalse",
                        "OfRankedtrue",
                        "OfRankedfalse"),
                clauses);
    }

    private List<String> problems(String name, String yaml) throws IOException {
        Files.createDirectories(overlay.resolve("commendations"));
        Files.writeString(overlay.resolve("commendations/" + name + ".yaml"), yaml);
        try {
            Declarations.load(new SchemaFiles(List.of(SHIPPED, overlay)));
            return List.of();
        } catch (DeclarationsRefused e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
