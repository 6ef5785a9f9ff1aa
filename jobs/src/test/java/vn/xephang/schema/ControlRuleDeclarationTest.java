package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlRuleDeclarationTest {

    private static final String GOOD = """
            check_id: form
            basis: made up
            missing_counts_as_zero: true
            map_on: "2016-12-31"
            sums:
              - {metric: c2, of: [c3, c5], tolerance: "0"}
            limits:
              - {metric: c4, at_most: [c3], tolerance: "0.5"}
            roll_ups:
              - {metrics: [c2, c3], from: province, to: region, tolerance: "0.05"}
            """;

    @TempDir
    Path schemas;

    @Test
    void acceptsSumsLimitsAndRollUps() throws IOException {
        write("form", GOOD);
        Problems problems = new Problems();
        List<ControlRule> rules = load(problems);
        assertEquals(List.of(), problems.found());
        assertEquals(
                List.of("c2 [c2, c3, c5] 0", "c4 [c3, c4] 0.5", "c2 [c2] 0.05", "c3 [c3] 0.05"),
                rules.stream()
                        .map(rule -> rule.metricCode() + " "
                                + rule.metricCodes().stream().sorted().toList() + " " + rule.tolerance())
                        .toList());
        assertEquals("2016-12-31", rules.get(2).scope().mapOn(2013, "Y").toString());
    }

    @Test
    void flagsEverythingThatIsWrongAtOnceWithItsLine() throws IOException {
        write(
                "form",
                GOOD.replace("check_id: form", "check_id: other")
                        .replace("\"2016-12-31\"", "\"31/12/2016\"")
                        .replace("of: [c3, c5]", "of: [c3, c9]")
                        .replace("\"0.5\"", "\"-1\"")
                        .replace("from: province, to: region", "from: region, to: province"));
        assertEquals(
                List.of(
                        "checks/form.yaml:1: Check 'other' must be declared in checks/other.yaml",
                        "checks/form.yaml:4: Invalid map_on '31/12/2016'; expected YYYY-MM-DD or {year}-MM-DD",
                        "checks/form.yaml:6: Unknown metric 'c9'; add it to codelists/metrics.csv",
                        "checks/form.yaml:8: Invalid tolerance '-1'; zero or more",
                        "checks/form.yaml:10: Cannot sum from level 'region' to 'province': 'from' is the lower level"),
                problems());
    }

    @Test
    void flagsARuleThatStandsTwice() throws IOException {
        write("form", GOOD);
        write("copy", GOOD.replace("check_id: form", "check_id: copy"));
        assertEquals(
                List.of(
                        "checks/form.yaml:6: The same rule about 'c2' stands twice",
                        "checks/form.yaml:8: The same rule about 'c4' stands twice",
                        "checks/form.yaml:10: The same rule about 'c2' stands twice",
                        "checks/form.yaml:10: The same rule about 'c3' stands twice"),
                problems());
    }

    @Test
    void flagsACheckWithoutRules() throws IOException {
        write("empty", "check_id: empty\nbasis: made up\n");
        assertEquals(
                List.of("checks/empty.yaml:1: A check has rules: 'sums', 'limits', 'roll_ups' or 'values'"),
                problems());
    }

    private void write(String checkId, String text) throws IOException {
        Files.createDirectories(schemas.resolve("checks"));
        Files.writeString(schemas.resolve("checks").resolve(checkId + ".yaml"), text);
    }

    private List<String> problems() {
        Problems problems = new Problems();
        load(problems);
        return problems.found().stream().map(Problem::toString).toList();
    }

    private List<ControlRule> load(Problems problems) {
        return ControlRules.load(new SchemaFiles(List.of(schemas)), Set.of("c2", "c3", "c4", "c5"), problems);
    }
}
