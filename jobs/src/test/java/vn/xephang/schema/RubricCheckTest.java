package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schemas check} says about rubrics that contradict themselves. */
class RubricCheckTest {

    @TempDir
    private Path schemas;

    private CheckedRubric rubric;

    @BeforeEach
    void goodRubric() {
        rubric = new CheckedRubric(schemas);
    }

    @Test
    void acceptsARubricThatUsesEverything() throws IOException {
        assertEquals(List.of(), rubric.problems());
    }

    @Test
    void flagsPointsThatDoNotAddUp() throws IOException {
        rubric.change("max_points: \"12\"", "max_points: \"13\"");
        rubric.change(
                "section_name_en: Section A, max_points: \"10\"", "section_name_en: Section A, max_points: \"11\"");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:25: Section 'A' declares 11 points, its criteria add up to 10",
                        "rubrics/s/2020.yaml:11: The rubric declares 13 points, its criteria without bonus add up to 12"),
                rubric.problems());
    }

    @Test
    void flagsAStepThatDoesNotReachTheMaximum() throws IOException {
        rubric.change("{over: \"95\", points: \"2\"}", "{over: \"95\", points: \"1.5\"}");
        assertEquals(
                List.of("rubrics/s/2020.yaml:48: The best step gives 1.5 points, max_points says 2"),
                rubric.problems());
    }

    @Test
    void flagsStepsThatOverlap() throws IOException {
        rubric.change("{over: \"95\"", "{from: \"95\"");
        assertEquals(List.of("rubrics/s/2020.yaml:44: Two steps overlap at 95 and 95"), rubric.problems());
    }

    @Test
    void flagsAGapBetweenSteps() throws IOException {
        rubric.change("until: \"95\"", "below: \"95\"");
        assertEquals(List.of("rubrics/s/2020.yaml:44: No step holds what lies between 95 and 95"), rubric.problems());
    }

    @Test
    void flagsStepsThatLeaveNumbersOutAtTheEnds() throws IOException {
        rubric.change("{below: \"50\", points: \"0\"}", "{from: \"0\", below: \"50\", points: \"0\"}");
        rubric.change("{over: \"95\", points: \"2\"}", "{over: \"95\", until: \"100\", points: \"2\"}");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:44: No step holds values under 'from 0 below 50'; leave the lower end of the lowest"
                                + " step out",
                        "rubrics/s/2020.yaml:44: No step holds values above 'over 95 until 100'; leave the upper end of the"
                                + " highest step out"),
                rubric.problems());
    }

    @Test
    void flagsARatingThatNoTotalReaches() throws IOException {
        rubric.change("from: \"0.9\"", "from: \"1.2\"");
        assertEquals(
                List.of("rubrics/s/2020.yaml:18: Rating 'excellent' cannot be reached: it starts at 1.2, the most is"
                        + " 1.083333333333333333"),
                rubric.problems());
    }

    @Test
    void flagsARatingBehindOneThatEverybodyGets() throws IOException {
        rubric.change("rating_name_en: Good, from: \"0.7\"}", "rating_name_en: Good}");
        assertEquals(
                List.of("rubrics/s/2020.yaml:23: Rating 'done' cannot be reached: everybody gets 'good' before it"),
                rubric.problems());
    }

    @Test
    void flagsRatingsInTheWrongOrder() throws IOException {
        rubric.change("rating_name_en: Good, from: \"0.7\"}", "rating_name_en: Good, from: \"0.95\"}");
        assertEquals(
                List.of("rubrics/s/2020.yaml:22: Rating 'good' starts above the better one before it; bands stand best"
                        + " first"),
                rubric.problems());
    }

    @Test
    void flagsRatingsThatLeaveSomeUnitsOut() throws IOException {
        rubric.change("rating_name_en: Done}", "rating_name_en: Done, from: \"0.1\"}");
        assertEquals(
                List.of("rubrics/s/2020.yaml:23: The last rating must be open to all, else some unit gets none"),
                rubric.problems());
    }

    @Test
    void flagsATieChainThatCannotDecide() throws IOException {
        rubric.change(
                "tie_break: [section:A, criterion:c3, previous_rank]",
                "tie_break: [criterion:c9, section:Z, section:Z]");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:9: Unknown criterion 'c9'",
                        "rubrics/s/2020.yaml:9: Unknown section 'Z'",
                        "rubrics/s/2020.yaml:9: Step 'section:Z' stands twice: it decides nothing more",
                        "rubrics/s/2020.yaml:9: Unknown section 'Z'"),
                rubric.problems());
    }

    @Test
    void flagsAnOrdinalOrderWithoutAChain() throws IOException {
        rubric.change("tie_break: [section:A, criterion:c3, previous_rank]\n", "");
        assertEquals(
                List.of("rubrics/s/2020.yaml:8: An ordinal order needs 'tie_break': what decides between equal totals"),
                rubric.problems());
    }

    @Test
    void flagsAMeanThatIsMadeOfItself() throws IOException {
        rubric.change("{criterion_code: c1, weight: \"1\"}", "{criterion_code: c5, weight: \"1\"}");
        assertEquals(List.of("rubrics/s/2020.yaml:68: The mean 'c5' is made of itself"), rubric.problems());
    }

    @Test
    void flagsARuleThatTurnsTheMetricUpsideDown() throws IOException {
        rubric.change("direction: higher_is_better", "direction: lower_is_better");
        assertEquals(
                List.of("rubrics/s/2020.yaml:36: Rule 'proportional_to_target' takes lower_is_better, metric 'm1' is"
                        + " higher_is_better"),
                rubric.problems());
    }

    @Test
    void flagsUnknownMetricsWhereverTheyAreRead() throws IOException {
        rubric.change("metric_code: m3, over", "metric_code: m9, over");
        rubric.change("metric_code: m1", "metric_code: m8");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:33: Unknown metric 'm8'; add it to codelists/metrics.csv",
                        "rubrics/s/2020.yaml:20: Unknown metric 'm9'; add it to codelists/metrics.csv"),
                rubric.problems());
    }

    @Test
    void flagsAChangeOfPublishedRules() throws IOException {
        rubric.lock(1, rubric.hash());
        rubric.change("section:A, criterion:c3", "criterion:c3, section:A");
        assertEquals(
                List.of("rubrics/s/2020.yaml:1: The rules differ from those published as version 1. Undo the change, or"
                        + " make it a new version: set rubric_version: 2 with its version_reason, and add the line 's"
                        + " 2020 2020 2 " + rubric.hash() + "' to rubrics.lock"),
                rubric.problems());
    }

    @Test
    void acceptsANewVersionOfPublishedRules() throws IOException {
        rubric.lock(1, rubric.hash());
        rubric.change("section:A, criterion:c3", "criterion:c3, section:A");
        rubric.change(
                "source: made up", "source: made up\nrubric_version: 2\nversion_reason: The decision was misread");
        rubric.lock(2, rubric.hash());
        assertEquals(List.of(), rubric.problems());
    }

    @Test
    void flagsALaterVersionWithoutAReasonAndAnEarlierOneThatComesBack() throws IOException {
        rubric.change("source: made up", "source: made up\nrubric_version: 2");
        assertEquals(
                List.of("rubrics/s/2020.yaml:6: A later version of a published rubric needs its 'version_reason'"),
                rubric.problems());
        rubric.reset();
        rubric.lock(1, rubric.hash());
        rubric.lock(2, rubric.hash());
        assertEquals(
                List.of("rubrics/s/2020.yaml:1: A later version than 1 was published; rubrics.lock holds its hash"),
                rubric.problems());
    }
}
