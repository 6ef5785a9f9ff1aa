package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Metric;

/** What {@code schemas check} says about rubrics that contradict themselves. */
class RubricCheckTest {

    private static final String GOOD = """
            scorecard_code: s
            rubric_code: "2020"
            rubric_year: 2020
            is_synthetic: true
            source: made up
            total_scale: 2
            rounding_mode: HALF_EVEN
            tie_rule: ordinal
            tie_break: [section:A, criterion:c3, previous_rank]
            missing_rule: no_rank
            max_points: "12"
            rating:
              of: share
              bands:
                - rating_code: excellent
                  rating_name_vi: Xuất sắc
                  rating_name_en: Excellent
                  from: "0.9"
                  floors: [{section_code: A, share: "0.5"}]
                  knock_outs: [{metric_code: m3, over: "0"}]
                  quota: {share: "0.2", rounding_mode: FLOOR, ties: all_out}
                - {rating_code: good, rating_name_vi: Tốt, rating_name_en: Good, from: "0.7"}
                - {rating_code: done, rating_name_vi: Xong, rating_name_en: Done}
            sections:
              - {section_code: A, section_name_vi: Mục A, section_name_en: Section A, max_points: "10"}
              - {section_code: B, section_name_vi: Mục B, section_name_en: Section B, max_points: "2"}
              - {section_code: C, section_name_vi: Thưởng, section_name_en: Bonus, max_points: "1"}
            criteria:
              - criterion_code: c1
                criterion_name_vi: Một
                criterion_name_en: One
                section_code: A
                metric_code: m1
                scoring_rule: proportional_to_target
                target: "100"
                direction: higher_is_better
                max_points: "8"
              - criterion_code: c2
                criterion_name_vi: Hai
                criterion_name_en: Two
                section_code: A
                metric_code: m2
                scoring_rule: steps
                steps:
                  - {over: "95", points: "2"}
                  - {from: "50", until: "95", points: "1"}
                  - {below: "50", points: "0"}
                max_points: "2"
              - criterion_code: c3
                criterion_name_vi: Ba
                criterion_name_en: Three
                section_code: B
                scoring_rule: entered
                max_points: "2"
              - criterion_code: c4
                criterion_name_vi: Bốn
                criterion_name_en: Four
                section_code: C
                metric_code: m2
                scoring_rule: bonus
                per_event: "0.5"
                max_points: "1"
              - criterion_code: c5
                criterion_name_vi: Năm
                criterion_name_en: Five
                section_code: A
                scoring_rule: weighted_mean
                of: [{criterion_code: c1, weight: "1"}, {criterion_code: c2, weight: "2"}]
                is_counted: false
                max_points: "100"
            """;

    @TempDir
    Path schemas;

    private final Map<String, String> files = new TreeMap<>();

    @BeforeEach
    void goodRubric() {
        files.put("rubrics/s/2020.yaml", GOOD);
    }

    @Test
    void acceptsARubricThatUsesEverything() throws IOException {
        assertEquals(List.of(), problems());
    }

    @Test
    void flagsPointsThatDoNotAddUp() throws IOException {
        change("max_points: \"12\"", "max_points: \"13\"");
        change("section_name_en: Section A, max_points: \"10\"", "section_name_en: Section A, max_points: \"11\"");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:25: Section 'A' declares 11 points, its criteria add up to 10",
                        "rubrics/s/2020.yaml:11: The rubric declares 13 points, its criteria without bonus add up to 12"),
                problems());
    }

    @Test
    void flagsAStepThatDoesNotReachTheMaximum() throws IOException {
        change("{over: \"95\", points: \"2\"}", "{over: \"95\", points: \"1.5\"}");
        assertEquals(List.of("rubrics/s/2020.yaml:48: The best step gives 1.5 points, max_points says 2"), problems());
    }

    @Test
    void flagsStepsThatOverlap() throws IOException {
        change("{over: \"95\"", "{from: \"95\"");
        assertEquals(List.of("rubrics/s/2020.yaml:44: Two steps overlap at 95 and 95"), problems());
    }

    @Test
    void flagsAGapBetweenSteps() throws IOException {
        change("until: \"95\"", "below: \"95\"");
        assertEquals(List.of("rubrics/s/2020.yaml:44: No step holds what lies between 95 and 95"), problems());
    }

    @Test
    void flagsStepsThatLeaveNumbersOutAtTheEnds() throws IOException {
        change("{below: \"50\", points: \"0\"}", "{from: \"0\", below: \"50\", points: \"0\"}");
        change("{over: \"95\", points: \"2\"}", "{over: \"95\", until: \"100\", points: \"2\"}");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:44: No step holds values under 'from 0 below 50'; leave the lower end of the lowest"
                                + " step out",
                        "rubrics/s/2020.yaml:44: No step holds values above 'over 95 until 100'; leave the upper end of the"
                                + " highest step out"),
                problems());
    }

    @Test
    void flagsARatingThatNoTotalReaches() throws IOException {
        change("from: \"0.9\"", "from: \"1.2\"");
        assertEquals(
                List.of("rubrics/s/2020.yaml:18: Rating 'excellent' cannot be reached: it starts at 1.2, the most is"
                        + " 1.083333333333333333"),
                problems());
    }

    @Test
    void flagsARatingBehindOneThatEverybodyGets() throws IOException {
        change("rating_name_en: Good, from: \"0.7\"}", "rating_name_en: Good}");
        assertEquals(
                List.of("rubrics/s/2020.yaml:23: Rating 'done' cannot be reached: everybody gets 'good' before it"),
                problems());
    }

    @Test
    void flagsRatingsInTheWrongOrder() throws IOException {
        change("rating_name_en: Good, from: \"0.7\"}", "rating_name_en: Good, from: \"0.95\"}");
        assertEquals(
                List.of("rubrics/s/2020.yaml:22: Rating 'good' starts above the better one before it; bands stand best"
                        + " first"),
                problems());
    }

    @Test
    void flagsRatingsThatLeaveSomeUnitsOut() throws IOException {
        change("rating_name_en: Done}", "rating_name_en: Done, from: \"0.1\"}");
        assertEquals(
                List.of("rubrics/s/2020.yaml:23: The last rating must be open to all, else some unit gets none"),
                problems());
    }

    @Test
    void flagsATieChainThatCannotDecide() throws IOException {
        change(
                "tie_break: [section:A, criterion:c3, previous_rank]",
                "tie_break: [criterion:c9, section:Z, section:Z]");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:9: Unknown criterion 'c9'",
                        "rubrics/s/2020.yaml:9: Unknown section 'Z'",
                        "rubrics/s/2020.yaml:9: Step 'section:Z' stands twice: it decides nothing more",
                        "rubrics/s/2020.yaml:9: Unknown section 'Z'"),
                problems());
    }

    @Test
    void flagsAnOrdinalOrderWithoutAChain() throws IOException {
        change("tie_break: [section:A, criterion:c3, previous_rank]\n", "");
        assertEquals(
                List.of("rubrics/s/2020.yaml:8: An ordinal order needs 'tie_break': what decides between equal totals"),
                problems());
    }

    @Test
    void flagsAMeanThatIsMadeOfItself() throws IOException {
        change("{criterion_code: c1, weight: \"1\"}", "{criterion_code: c5, weight: \"1\"}");
        assertEquals(List.of("rubrics/s/2020.yaml:68: The mean 'c5' is made of itself"), problems());
    }

    @Test
    void flagsARuleThatTurnsTheMetricUpsideDown() throws IOException {
        change("direction: higher_is_better", "direction: lower_is_better");
        assertEquals(
                List.of("rubrics/s/2020.yaml:36: Rule 'proportional_to_target' takes lower_is_better, metric 'm1' is"
                        + " higher_is_better"),
                problems());
    }

    @Test
    void flagsUnknownMetricsWhereverTheyAreRead() throws IOException {
        change("metric_code: m3, over", "metric_code: m9, over");
        change("metric_code: m1", "metric_code: m8");
        assertEquals(
                List.of(
                        "rubrics/s/2020.yaml:33: Unknown metric 'm8'; add it to codelists/metrics.csv",
                        "rubrics/s/2020.yaml:20: Unknown metric 'm9'; add it to codelists/metrics.csv"),
                problems());
    }

    @Test
    void flagsAChangeOfPublishedRules() throws IOException {
        lock(1, hash());
        change("section:A, criterion:c3", "criterion:c3, section:A");
        assertEquals(
                List.of("rubrics/s/2020.yaml:1: The rules differ from those published as version 1. Undo the change, or"
                        + " make it a new version: set rubric_version: 2 with its version_reason, and add the line 's"
                        + " 2020 2020 2 " + hash() + "' to rubrics.lock"),
                problems());
    }

    @Test
    void acceptsANewVersionOfPublishedRules() throws IOException {
        lock(1, hash());
        change("section:A, criterion:c3", "criterion:c3, section:A");
        change("source: made up", "source: made up\nrubric_version: 2\nversion_reason: The decision was misread");
        lock(2, hash());
        assertEquals(List.of(), problems());
    }

    @Test
    void flagsALaterVersionWithoutAReasonAndAnEarlierOneThatComesBack() throws IOException {
        change("source: made up", "source: made up\nrubric_version: 2");
        assertEquals(
                List.of("rubrics/s/2020.yaml:6: A later version of a published rubric needs its 'version_reason'"),
                problems());
        files.put("rubrics/s/2020.yaml", GOOD);
        lock(1, hash());
        lock(2, hash());
        assertEquals(
                List.of("rubrics/s/2020.yaml:1: A later version than 1 was published; rubrics.lock holds its hash"),
                problems());
    }

    private void lock(int version, String hash) {
        files.merge("rubrics.lock", "s 2020 2020 " + version + " " + hash + "\n", String::concat);
    }

    private String hash() throws IOException {
        write();
        return Rubrics.load(new SchemaFiles(List.of(schemas)), metrics(), new Problems())
                .all()
                .get(0)
                .hash();
    }

    private void change(String from, String to) {
        String text = files.get("rubrics/s/2020.yaml");
        assertEquals(true, text.contains(from), from);
        files.put("rubrics/s/2020.yaml", text.replace(from, to));
    }

    private void write() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = schemas.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private List<String> problems() throws IOException {
        write();
        Problems problems = new Problems();
        Rubrics.load(new SchemaFiles(List.of(schemas)), metrics(), problems);
        return problems.found().stream().map(Problem::toString).toList();
    }

    private static List<Metric> metrics() {
        return List.of(metric("m1", "higher_is_better"), metric("m2", "neutral"), metric("m3", "lower_is_better"));
    }

    private static Metric metric(String code, String direction) {
        return new Metric(code, code, code, "points", direction, "none", null, null, null, null, "made up");
    }
}
