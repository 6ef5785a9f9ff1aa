package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schemas check} says about the head of a rubric, its sections, its criteria and its means. */
class RubricPartsCheckTest {

    @TempDir
    private Path schemas;

    private CheckedRubric rubric;

    @BeforeEach
    void goodRubric() {
        rubric = new CheckedRubric(schemas);
    }

    @Test
    void flagsARubricInTheFileOfAnotherYear() throws IOException {
        rubric.change("rubric_year: 2020", "rubric_year: 2021");
        rubric.change("rubric_code: \"2020\"", "rubric_code: \"2021\"");
        assertEquals(
                List.of("rubrics/s/2020.yaml:3: Rubric s 2021 must be declared in rubrics/s/2021.yaml"),
                rubric.problems());
    }

    @Test
    void acceptsAsManyDecimalsAsTheTablesHold() throws IOException {
        rubric.change("total_scale: 2", "total_scale: 9\npoints_scale: 9");
        assertEquals(List.of(), rubric.problems());
        rubric.reset();
        rubric.change("total_scale: 2", "total_scale: 0\npoints_scale: 0");
        assertEquals(List.of(), rubric.problems());
    }

    @Test
    void flagsMoreDecimalsThanTheTablesHoldAndLessThanNone() throws IOException {
        rubric.change("total_scale: 2", "total_scale: 10\npoints_scale: -1");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:6: Invalid total_scale 10; expected 0 to 9",
                        "rubrics/s/2020.yaml:7: Invalid points_scale -1; expected 0 to 9"),
                rubric.problems());
    }

    @Test
    void flagsAVersionBeforeTheFirst() throws IOException {
        rubric.change("source: made up", "source: made up\nrubric_version: 0");
        assertEquals(List.of("rubrics/s/2020.yaml:6: Invalid rubric_version 0; expected 1 or more"), rubric.problems());
    }

    @Test
    void flagsACriterionAndASectionThatStandTwice() throws IOException {
        rubric.change("criterion_code: c3", "criterion_code: c2");
        rubric.change("criterion:c3", "criterion:c2");
        rubric.change("section_code: C, section_name_vi", "section_code: B, section_name_vi");
        rubric.change("    section_code: C", "    section_code: B");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:28: Criterion 'c2' stands twice",
                        "rubrics/s/2020.yaml:24: Section 'B' stands twice",
                        "rubrics/s/2020.yaml:26: Section 'B' declares 2 points, its criteria add up to 3",
                        "rubrics/s/2020.yaml:27: Section 'B' declares 1 points, its criteria add up to 3"),
                rubric.problems());
    }

    @Test
    void flagsASectionThatDoesNotExistAndACriterionWithoutOne() throws IOException {
        rubric.change("section_code: B\n    scoring_rule: entered", "section_code: X\n    scoring_rule: entered");
        rubric.change("    section_code: C\n", "");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:52: Unknown section 'X'",
                        "rubrics/s/2020.yaml:55: Missing 'section_code': this rubric has sections",
                        "rubrics/s/2020.yaml:26: Section 'B' declares 2 points, its criteria add up to 0",
                        "rubrics/s/2020.yaml:27: Section 'C' declares 1 points, its criteria add up to 0"),
                rubric.problems());
    }

    @Test
    void flagsSectionsWithoutAMaximumOfTheWhole() throws IOException {
        rubric.change("max_points: \"12\"\n", "");
        assertEquals(
                List.of("rubrics/s/2020.yaml:23: A rubric with sections needs 'max_points', the sum without bonus"),
                rubric.problems());
    }

    @Test
    void flagsAMeanOfACriterionThatDoesNotExist() throws IOException {
        rubric.change("{criterion_code: c1, weight: \"1\"}", "{criterion_code: c9, weight: \"1\"}");
        assertEquals(List.of("rubrics/s/2020.yaml:68: Unknown criterion 'c9' in the mean"), rubric.problems());
    }

    @Test
    void flagsMeansThatAreMadeOfEachOther() throws IOException {
        rubric.change("  - criterion_code: c4\n", """
                  - criterion_code: c6
                    criterion_name_vi: Sáu
                    criterion_name_en: Six
                    section_code: A
                    scoring_rule: weighted_mean
                    of: [{criterion_code: c5, weight: "1"}]
                    is_counted: false
                    max_points: "100"
                  - criterion_code: c7
                    criterion_name_vi: Bảy
                    criterion_name_en: Seven
                    section_code: A
                    scoring_rule: weighted_mean
                    of: [{criterion_code: c6, weight: "1"}]
                    is_counted: false
                    max_points: "100"
                  - criterion_code: c4
                """);
        assertEquals(List.of(), rubric.problems());
        rubric.change("[{criterion_code: c1, weight: \"1\"}, ", "[{criterion_code: c6, weight: \"1\"}, ");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:60: The mean 'c6' is made of itself",
                        "rubrics/s/2020.yaml:84: The mean 'c5' is made of itself"),
                rubric.problems());
    }

    @Test
    void flagsARubricOfWhichNothingCounts() throws IOException {
        rubric.change(
                "    section_code: A\n    metric_code", "    section_code: A\n    is_counted: false\n    metric_code");
        rubric.change("    scoring_rule: entered\n", "    is_counted: false\n    scoring_rule: entered\n");
        assertEquals(
                "A rubric needs at least one criterion that is counted and no bonus",
                rubric.problems().get(0).replaceFirst("^[^ ]+ ", ""));
    }

    @Test
    void flagsARubricWithoutCriteria() throws IOException {
        rubric.cutFrom("criteria:");
        assertEquals(
                "A rubric needs at least one criterion",
                rubric.problems().get(0).replaceFirst("^[^ ]+ ", ""));
    }

    @Test
    void flagsASectionThatTellsNothingMoreThanTheTotal() throws IOException {
        rubric.change("    section_code: B\n", "    section_code: A\n");
        rubric.change("    section_code: C\n", "    section_code: A\n");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:25: Section 'A' declares 10 points, its criteria add up to 13",
                        "rubrics/s/2020.yaml:26: Section 'B' declares 2 points, its criteria add up to 0",
                        "rubrics/s/2020.yaml:27: Section 'C' declares 1 points, its criteria add up to 0",
                        "rubrics/s/2020.yaml:9: Section 'A' holds every counted criterion: equal totals are equal there"
                                + " too"),
                rubric.problems());
    }

    @Test
    void acceptsAWeightThatGivesTheMaximumAtTheGreatestValueOfItsMetric() throws IOException {
        weigh("0.8");
        assertEquals(List.of(), rubric.problems());
    }

    @Test
    void flagsAWeightThatGivesMoreOrLess() throws IOException {
        weigh("0.81");
        assertEquals(
                List.of("rubrics/s/2020.yaml:36: Weight x greatest value of the metric is 8.1, max_points says 8"),
                rubric.problems());
    }

    private void weigh(String weight) {
        rubric.change("metric_code: m1", "metric_code: m4");
        rubric.change(
                "proportional_to_target\n    target: \"100\"\n    direction: higher_is_better",
                "weighted\n    weight: \"" + weight + "\"");
    }

    @Test
    void flagsUnknownEvidenceAndKeysThatBelongToNoRule() throws IOException {
        rubric.change(
                "proportional_to_target\n    target: \"100\"\n    direction: higher_is_better",
                "yes_no\n    evidence_metric_code: m9\n    weight: \"1\"");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:36: Unknown key 'weight'; known: [criterion_code, criterion_name_en,"
                                + " criterion_name_vi, denominator_metric_code, evidence_metric_code, factor, is_counted,"
                                + " max_points, metric_code, numerator_metric_code, scoring_rule, section_code,"
                                + " when_missing]",
                        "rubrics/s/2020.yaml:35: Unknown metric 'm9'; add it to codelists/metrics.csv"),
                rubric.problems());
    }

    @Test
    void acceptsAClassAtTheMostThatThereIsAndOneAtTheSameStartAsTheBetterOne() throws IOException {
        rubric.change("from: \"0.9\"", "from: \"1.083333333333333333\"");
        rubric.change("from: \"0.7\"", "from: \"1.083333333333333333\"");
        assertEquals(List.of(), rubric.problems());
    }

    @Test
    void flagsAClassThatStandsTwiceAndFloorsThatNobodyCanMeet() throws IOException {
        rubric.change("rating_code: good", "rating_code: excellent");
        rubric.change("floors: [{section_code: A, share: \"0.5\"}]", "floors: [{section_code: Z, share: \"1.01\"}]");
        rubric.change("knock_outs:", "every_criterion_from: \"-0.01\"\n      knock_outs:");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:19: Unknown section 'Z'",
                        "rubrics/s/2020.yaml:19: Invalid share 1.01; expected 0 to 1",
                        "rubrics/s/2020.yaml:20: Invalid share -0.01; expected 0 to 1",
                        "rubrics/s/2020.yaml:23: Rating 'excellent' stands twice"),
                rubric.problems());
    }

    @Test
    void acceptsSharesOfNothingAndOfAll() throws IOException {
        rubric.change("floors: [{section_code: A, share: \"0.5\"}]", "floors: [{section_code: A, share: \"1\"}]");
        rubric.change("knock_outs:", "every_criterion_from: \"0\"\n      knock_outs:");
        assertEquals(List.of(), rubric.problems());
    }

    @Test
    void measuresTheMostInPointsOrBeyondAnyBoundWhereAMaximumMayBeExceeded() throws IOException {
        rubric.change("of: share", "of: points");
        rubric.change("from: \"0.9\"", "from: \"13\"");
        assertEquals(List.of(), rubric.problems());
        rubric.change("from: \"13\"", "from: \"13.01\"");
        assertEquals(
                List.of("rubrics/s/2020.yaml:18: Rating 'excellent' cannot be reached: it starts at 13.01, the most is"
                        + " 13"),
                rubric.problems());
        rubric.change("direction: higher_is_better", "direction: higher_is_better\n    may_exceed_max: true");
        assertEquals(List.of(), rubric.problems());
    }

    @Test
    void flagsKeysThatBelongToNoClauseOfARating() throws IOException {
        rubric.change("  of: share", "  of: share\n  best: 1");
        rubric.change("share: \"0.5\"}]", "share: \"0.5\", points: 1}]");
        rubric.change("over: \"0\"}]", "over: \"0\", until: 1}]");
        rubric.change("ties: all_out}", "ties: all_out, of: 1}");
        rubric.change("from: \"0.7\"}", "from: \"0.7\", until: 1}");
        assertEquals(
                List.of("best", "points", "until", "of", "until"),
                rubric.problems().stream()
                        .map(problem -> problem.replaceFirst(".*Unknown key '([a-z]+)'.*", "$1"))
                        .toList());
    }

    @Test
    void acceptsAQuotaOfAllWhoAreRanked() throws IOException {
        rubric.change(
                "quota: {share: \"0.2\", rounding_mode: FLOOR, ties: all_out}",
                "quota: {share: \"1\", rounding_mode: CEILING, ties: all_in}");
        assertEquals(List.of(), rubric.problems());
        RatingRule.Bands bands =
                (RatingRule.Bands) rubric.rubrics().all().get(0).ratingRule().orElseThrow();
        assertEquals(
                Optional.of(new RatingRule.Quota(BigDecimal.ONE, RoundingMode.CEILING, true)),
                bands.bands().get(0).quota());
    }

    @Test
    void flagsAQuotaOfNobodyAndOneOfMoreThanAll() throws IOException {
        rubric.change("quota: {share: \"0.2\"", "quota: {share: \"0\"");
        assertEquals(
                List.of("rubrics/s/2020.yaml:21: Invalid share 0; expected more than 0, at most 1"), rubric.problems());
        rubric.change("quota: {share: \"0\"", "quota: {share: \"1.01\"");
        assertEquals(
                List.of("rubrics/s/2020.yaml:21: Invalid share 1.01; expected more than 0, at most 1"),
                rubric.problems());
    }

    @Test
    void flagsBandsOfAPublisherAndARatingWithoutBands() throws IOException {
        rubric.change("  of: share", "  of: published");
        assertEquals(
                List.of("rubrics/s/2020.yaml:14: Ratings given by the publisher have no bands"), rubric.problems());
        rubric.reset();
        rubric.cut("  bands:", "sections:");
        assertEquals(List.of("rubrics/s/2020.yaml:13: Missing 'bands', best first"), rubric.problems());
        rubric.change("  of: share", "  of: published");
        assertEquals(List.of(), rubric.problems());
        assertEquals(
                Optional.of(new RatingRule.Published()),
                rubric.rubrics().all().get(0).ratingRule());
    }

    @Test
    void flagsAChainWhereTheTieRuleHasNone() throws IOException {
        rubric.change("tie_rule: ordinal", "tie_rule: dense");
        assertEquals(
                List.of("rubrics/s/2020.yaml:9: Only the tie rule 'ordinal' has a 'tie_break'"), rubric.problems());
        assertEquals(
                new TieRule.Dense(),
                rubric.rubrics().all().get(0).without(Set.of("c1")).tieRule());
    }

    @Test
    void flagsALineOfTheLockThatCannotBeRead() throws IOException {
        rubric.lock(1, rubric.hash());
        rubric.lock(1, "");
        assertEquals(
                List.of("rubrics.lock:2: Cannot read 's 2020 2020 1 '; expected scorecard, rubric_code, rubric_year,"
                        + " version, hash"),
                rubric.problems());
    }

    @Test
    void flagsAClassByTotalBehindOneThatAsksForNoTotal() throws IOException {
        rubric.change("      from: \"0.9\"\n", "");
        assertEquals(
                List.of("rubrics/s/2020.yaml:21: Rating 'good' starts above the better one before it; bands stand best"
                        + " first"),
                rubric.problems());
    }
}
