package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Metric;

class ValueRuleDeclarationTest {

    private static final String GOOD = """
            check_id: values
            basis: made up
            values:
              - units_of_measure: [cases]
                method: log_ratio
                years: 5
                least_years: 3
                least_units: 5
                floor: "0.1"
                threshold: "8"
                shift_threshold: "6"
                least_change: "3"
                least: "30"
                least_peers: 10
              - metrics: [b]
                method: none
                reason: steps by nature
            """;

    @TempDir
    Path schemas;

    @Test
    void acceptsARuleForAUnitOfMeasureAndAnExceptionForAMetric() throws IOException {
        Problems problems = new Problems();
        Map<String, ValueRule> rules = load(GOOD, problems);
        assertEquals(List.of(), problems.found());
        assertEquals(Map.of("a", new ValueRule(ValueRule.Method.LOG_RATIO, 5, 3, 5, 0.1, 8, 6, 3, 30, 10)), rules);
    }

    @Test
    void flagsEverythingThatIsWrongAtOnceWithItsLine() throws IOException {
        Problems problems = new Problems();
        load(
                GOOD.replace("[cases]", "[cases, dong]")
                        .replace("years: 5", "years: 0")
                        .replace("\"0.1\"", "\"0\"")
                        .replace("least_change: \"3\"", "least_change: \"1\"")
                        .replace("[b]", "[b, c, b]")
                        .replace("    reason: steps by nature\n", ""),
                problems);
        assertEquals(
                List.of(
                        "checks/values.yaml:12: Invalid least_change '1'; above 1",
                        "checks/values.yaml:15: 'b' has a rule for its values already",
                        "checks/values.yaml:15: Missing 'reason'",
                        "checks/values.yaml:15: Unknown metric 'c'; add it to codelists/metrics.csv",
                        "checks/values.yaml:4: No metric of codelists/metrics.csv is measured in 'dong'",
                        "checks/values.yaml:6: Invalid years '0'; at least 1",
                        "checks/values.yaml:9: Invalid floor '0'; above 0"),
                problems.found().stream().map(Problem::toString).sorted().toList());
    }

    @Test
    void everyUnitOfMeasureThatShipsHasARuleOrAReasonForNone() {
        SchemaFiles files = new SchemaFiles(List.of(
                Path.of(System.getProperty("xephang.home", "."), "schemas").toAbsolutePath()));
        Problems problems = new Problems();
        TreeSet<String> open = new TreeSet<>();
        CodeLists.load(files, problems).metrics().forEach(metric -> open.add(metric.unitOfMeasure()));
        Yaml.parse(
                        "checks/values.yaml",
                        files.texts("checks", ".yaml", problems).get("checks/values.yaml"),
                        problems)
                .maps(ValueRules.KEY)
                .forEach(rule -> open.removeAll(rule.texts("units_of_measure")));
        assertEquals(List.of(), problems.found());
        assertEquals(List.of(), List.copyOf(open));
    }

    private Map<String, ValueRule> load(String text, Problems problems) throws IOException {
        Path file = schemas.resolve("checks/values.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return ValueRules.load(
                new SchemaFiles(List.of(schemas)), List.of(metric("a", "cases"), metric("b", "cases")), problems);
    }

    private static Metric metric(String code, String unitOfMeasure) {
        return new Metric(code, code, code, unitOfMeasure, "neutral", "sum", null, null, 0.0, null, "made up");
    }
}
