package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Metric;
import vn.xephang.schema.Problem;
import vn.xephang.schema.Problems;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.SchemaFiles;

class RubricDeclarationTest {

    private static final String GOOD = """
            scorecard_code: s
            rubric_code: "2020"
            rubric_year: 2020
            is_synthetic: true
            decision_number: null
            source: made up
            total_scale: 2
            rounding_mode: HALF_EVEN
            tie_rule: competition
            missing_rule: no_rank
            criteria:
              - criterion_code: c1
                criterion_name_vi: Một
                criterion_name_en: One
                metric_code: m1
                scoring_rule: weighted
                weight: "0.5"
                max_points: "5"
              - criterion_code: c2
                criterion_name_vi: Hai
                criterion_name_en: Two
                metric_code: m2
                scoring_rule: weighted
                weight: "1"
                max_points: "10"
            """;

    private static final List<Metric> METRICS = Stream.of("m1", "m2", "m3")
            .map(code -> new Metric(code, code, code, "points", "neutral", "none", null, null, null, null, "made up"))
            .toList();

    @TempDir
    Path schemas;

    @Test
    void acceptsAGoodRubric() throws IOException {
        write(2020, GOOD);
        assertEquals(List.of(), problems());
        assertEquals("15", rubrics().all().get(0).maxPoints().toPlainString());
    }

    @Test
    void flagsEverythingThatIsWrongAtOnceWithItsLine() throws IOException {
        write(
                2020,
                GOOD.replace("metric_code: m1", "metric_code: unheard")
                        .replace("weight: \"1\"", "weight: \"-1\"")
                        .replace("max_points: \"10\"", "max_points: \"0\"")
                        .replace("criterion_code: c2", "criterion_code: c1")
                        .replace("tie_rule: competition", "tie_rule: by_lot")
                        .replace("total_scale: 2", "total_scale: 12")
                        .replace("source: made up", "source: made up\nsauce: hot"));
        assertEquals(
                Set.of(
                        "rubrics/s/2020.yaml:16: Unknown metric 'unheard'; add it to codelists/metrics.csv",
                        "rubrics/s/2020.yaml:25: Invalid weight -1; expected more than 0",
                        "rubrics/s/2020.yaml:26: Invalid max_points 0; expected more than 0",
                        "rubrics/s/2020.yaml:12: Criterion 'c1' stands twice",
                        "rubrics/s/2020.yaml:10: Invalid tie_rule 'by_lot'; one of [competition, dense, ordinal, shared_mean]",
                        "rubrics/s/2020.yaml:8: Invalid total_scale 12; expected 0 to 9"),
                Set.copyOf(problems().stream()
                        .filter(problem -> !problem.contains("sauce"))
                        .toList()));
        assertEquals(
                1,
                problems().stream()
                        .filter(problem -> problem.contains("'sauce'"))
                        .count());
    }

    @Test
    void acceptsYearsWithEqualRulesUnderOneCode() throws IOException {
        write(2020, GOOD);
        write(2021, GOOD.replace("rubric_year: 2020", "rubric_year: 2021").replace("\"0.5\"", "\"0.50\""));
        assertEquals(List.of(), problems());
        assertEquals(1, rubrics().distinct("s").size());
    }

    @Test
    void flagsYearsWithOtherRulesUnderOneCode() throws IOException {
        write(2020, GOOD);
        write(2021, GOOD.replace("rubric_year: 2020", "rubric_year: 2021").replace("\"0.5\"", "\"0.6\""));
        assertEquals(
                List.of("rubrics/s/2021.yaml: Rubric code '2020' has other rules than 2020; use a code of its own"),
                problems());
    }

    @Test
    void flagsEqualRulesUnderTwoCodes() throws IOException {
        write(2020, GOOD);
        write(2021, GOOD.replace("2020", "2021"));
        assertEquals(
                List.of("rubrics/s/2021.yaml: Rubric code '2021' has the rules of 2020; use its code 2020"),
                problems());
    }

    @Test
    void flagsACodeThatIsNotItsFirstYear() throws IOException {
        write(2020, GOOD.replace("rubric_code: \"2020\"", "rubric_code: \"2019\""));
        assertEquals(
                List.of("rubrics/s/2020.yaml: Rubric code '2019' must be named after its first year, 2020"),
                problems());
    }

    @Test
    void flagsARubricInAnotherPlace() throws IOException {
        write(2021, GOOD);
        assertEquals(
                List.of("rubrics/s/2021.yaml:3: Rubric s 2020 must be declared in rubrics/s/2020.yaml"), problems());
    }

    @Test
    void hashesTheRulesAndNothingElse() throws IOException {
        write(2020, GOOD);
        String hash = rubrics().all().get(0).hash();
        write(
                2020,
                GOOD.replace("source: made up", "source: elsewhere")
                        .replace("decision_number: null", "decision_number: 484/QĐ-BTP")
                        .replace("criterion_name_en: One", "criterion_name_en: First"));
        assertEquals(hash, rubrics().all().get(0).hash());
        for (String change : List.of("\"0.5\"", "\"5\"", "total_scale: 2", "HALF_EVEN", "metric_code: m1", ": c1")) {
            write(2020, GOOD.replace(change, changed(change)));
            assertNotEquals(hash, rubrics().all().get(0).hash(), change);
        }
    }

    /**
     * {@code schemas/rubrics.lock}: a rubric that was published is never edited. A year after the last one published is a
     * draft until its line is added.
     */
    @Test
    void publishedRubricsAreUnchanged() throws IOException {
        List<String> locked = Files.readAllLines(Pci.HOME.resolve("schemas/rubrics.lock"));
        Map<String, Integer> last = new TreeMap<>();
        locked.forEach(line -> last.merge(line.split(" ", -1)[0], Integer.valueOf(line.split(" ", -1)[2]), Math::max));
        List<String> now = Pci.RUBRICS.all().stream()
                .filter(rubric -> rubric.rubricYear() <= last.getOrDefault(rubric.scorecardCode(), Integer.MAX_VALUE))
                .map(RubricDeclarationTest::lockLine)
                .toList();
        assertEquals(
                String.join("\n", now),
                String.join("\n", locked),
                "A published rubric is never edited: undo the change, or give the new rules a year of their own."
                        + " A rubric is published with its line in schemas/rubrics.lock.");
    }

    private static String lockLine(Rubric rubric) {
        return rubric.scorecardCode() + " " + rubric.rubricCode() + " " + rubric.rubricYear() + " "
                + rubric.rubricVersion() + " " + rubric.hash();
    }

    private static String changed(String text) {
        return switch (text) {
            case "\"0.5\"" -> "\"0.25\"";
            case "\"5\"" -> "\"6\"";
            case "total_scale: 2" -> "total_scale: 3";
            case "HALF_EVEN" -> "HALF_UP";
            case "metric_code: m1" -> "metric_code: m3";
            default -> ": c3";
        };
    }

    private void write(int year, String text) throws IOException {
        Path file = schemas.resolve("rubrics/s/" + year + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Rubrics rubrics() {
        return Rubrics.load(new SchemaFiles(List.of(schemas)), METRICS, new Problems());
    }

    private List<String> problems() {
        Problems problems = new Problems();
        Rubrics.load(new SchemaFiles(List.of(schemas)), METRICS, problems);
        return problems.found().stream().map(Problem::toString).toList();
    }
}
