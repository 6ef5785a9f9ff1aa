package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.xephang.model.Metric;

/** A rubric that uses everything and has no fault until a test changes it. */
final class CheckedRubric {

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

    private final Path schemas;
    private final Map<String, String> files = new TreeMap<>();

    CheckedRubric(Path schemas) {
        this.schemas = schemas;
        reset();
    }

    /** Without faults again. */
    void reset() {
        files.put("rubrics/s/2020.yaml", GOOD);
    }

    /** Publishes these rules. */
    void lock(int version, String hash) {
        files.merge("rubrics.lock", "s 2020 2020 " + version + " " + hash + "\n", String::concat);
    }

    String hash() throws IOException {
        return rubrics().all().get(0).hash();
    }

    /** The same rules in a file of another year. */
    void alsoIn(int year) {
        files.put(
                "rubrics/s/" + year + ".yaml",
                files.get("rubrics/s/2020.yaml").replace("rubric_year: 2020", "rubric_year: " + year));
    }

    Rubrics rubrics() throws IOException {
        write();
        return Rubrics.load(new SchemaFiles(List.of(schemas)), metrics(), new Problems());
    }

    void change(String from, String to) {
        String text = files.get("rubrics/s/2020.yaml");
        assertEquals(true, text.contains(from), from);
        files.put("rubrics/s/2020.yaml", text.replace(from, to));
    }

    /** Leaves out what stands from one text up to another. */
    void cut(String from, String until) {
        files.computeIfPresent(
                "rubrics/s/2020.yaml",
                (name, all) -> all.substring(0, all.indexOf(from)) + all.substring(all.indexOf(until)));
    }

    /** Leaves out what stands from there on. */
    void cutFrom(String text) {
        files.computeIfPresent("rubrics/s/2020.yaml", (name, all) -> all.substring(0, all.indexOf(text)));
    }

    private void write() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = schemas.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    List<String> problems() throws IOException {
        write();
        Problems problems = new Problems();
        Rubrics.load(new SchemaFiles(List.of(schemas)), metrics(), problems);
        return problems.found().stream().map(Problem::toString).toList();
    }

    private static List<Metric> metrics() {
        return List.of(
                metric("m1", "higher_is_better", null),
                metric("m2", "neutral", null),
                metric("m3", "lower_is_better", null),
                metric("m4", "higher_is_better", 10.0));
    }

    /** @param most null without a bound */
    private static Metric metric(String code, String direction, Double most) {
        return new Metric(code, code, code, "points", direction, "none", null, null, null, most, "made up");
    }
}
