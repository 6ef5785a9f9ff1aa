package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code scoring-rules/examples.yaml}: what each rule gives, example by example. */
class ScoringRuleExamplesTest {

    private record Example(String name, ScoringRule rule, Measured measured, String points) {}

    @TestFactory
    Stream<DynamicTest> givesThePointsOfTheExample() throws IOException {
        return examples().stream()
                .map(example -> dynamicTest(
                        example.name(),
                        () -> assertEquals(
                                example.points(),
                                example.rule()
                                        .points(example.measured())
                                        .map(points -> points.signum() == 0
                                                ? "0"
                                                : points.stripTrailingZeros().toPlainString())
                                        .orElse("none"))));
    }

    @Test
    void everyRuleHasExamples() throws IOException {
        Set<String> seen = new TreeSet<>();
        examples().forEach(example -> seen.add(example.rule().code()));
        assertEquals(ScoringRules.codes(), seen);
    }

    @Test
    void everyMemberOfTheClosedSetCanBeDeclared() throws IOException {
        Set<String> declared = new TreeSet<>();
        examples().forEach(example -> declared.add(example.rule().getClass().getSimpleName()));
        Set<String> permitted = new TreeSet<>();
        for (Class<?> member : ScoringRule.class.getPermittedSubclasses()) {
            permitted.add(member.getSimpleName());
        }
        assertEquals(permitted, declared);
    }

    @Test
    void noTwoRulesAreWrittenAlike() throws IOException {
        Map<String, ScoringRule> byText = new TreeMap<>();
        for (Example example : examples()) {
            ScoringRule same = byText.putIfAbsent(example.rule().canonical(), example.rule());
            assertTrue(same == null || same.equals(example.rule()), example.name());
        }
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Problems problems = new Problems();
        for (Yaml group :
                Yaml.parse("examples.yaml", "groups:\n" + text(), problems).maps("groups")) {
            String max = group.text("max_points");
            ScoringRule rule = ScoringRules.read(group.map("rule").orElseThrow());
            for (Yaml example : group.maps("examples")) {
                BigDecimal value = new BigDecimal(example.text("value"));
                List<BigDecimal> all =
                        example.texts("all").stream().map(BigDecimal::new).toList();
                examples.add(new Example(
                        rule.canonical() + " of " + value + " at line " + example.line(),
                        rule,
                        new Measured(
                                value,
                                new BigDecimal(max),
                                number(example, "target"),
                                number(example, "evidence"),
                                all.isEmpty() ? List.of(value) : all),
                        example.text("points")));
            }
        }
        assertEquals(List.of(), problems.found());
        return examples;
    }

    private static Optional<BigDecimal> number(Yaml example, String key) {
        return example.optionalText(key).map(BigDecimal::new);
    }

    private static String text() throws IOException {
        try (InputStream in = ScoringRuleExamplesTest.class.getResourceAsStream("/scoring-rules/examples.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
