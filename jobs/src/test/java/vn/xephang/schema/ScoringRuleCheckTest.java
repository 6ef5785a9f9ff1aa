package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said about scoring rules that cannot be meant so; each beside the nearest one that can. */
class ScoringRuleCheckTest {

    @Test
    void stepsHoldEveryNumberOnce() {
        accepts("steps", "max_points: \"2\"\nsteps: [{from: \"5\", points: \"2\"}, {below: \"5\", points: \"0\"}]");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{over: \"5\", points: \"2\"}, {below: \"5\", points: \"0\"}]",
                "3: No step holds what lies between 5 and 5");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{from: \"5\", points: \"2\"}, {until: \"5\", points: \"0\"}]",
                "3: Two steps overlap at 5 and 5");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{from: \"4\", points: \"2\"}, {below: \"5\", points: \"0\"}]",
                "3: Two steps overlap at 5 and 4");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{points: \"2\"}, {below: \"5\", points: \"0\"}]",
                "3: No step holds values above 'below 5'; leave the upper end of the highest step out",
                "3: Two steps without a bound overlap");
    }

    @Test
    void aStepHoldsSomeValue() {
        accepts(
                "steps",
                "max_points: \"2\"\nsteps: [{over: \"5\", points: \"2\"}, {from: \"5\", until: \"5\", points: \"1\"},"
                        + " {below: \"5\", points: \"0\"}]");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{over: \"5\", points: \"2\"}, {from: \"5\", below: \"5\", points: \"1\"},"
                        + " {below: \"5\", points: \"0\"}]",
                "3: No value can be in the step 'from 5 below 5'",
                "3: No step holds what lies between 5 and 5");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{from: \"6\", until: \"5\", points: \"2\"}]",
                "3: No value can be in the step 'from 6 until 5'",
                "3: No step holds values under 'from 6 until 5'; leave the lower end of the lowest step out",
                "3: No step holds values above 'from 6 until 5'; leave the upper end of the highest step out");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{over: \"5\", points: \"2\"}, {over: \"5\", until: \"5\", points: \"1\"},"
                        + " {until: \"5\", points: \"0\"}]",
                "3: No value can be in the step 'over 5 until 5'",
                "3: No step holds values above 'over 5 until 5'; leave the upper end of the highest step out",
                "3: Two steps without a bound overlap");
        flags("steps", "max_points: \"2\"", "1: Missing 'steps'");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{points: \"2\", to: \"1\"}]",
                "3: Unknown key 'to'; known: [below, from, over, points, until]");
        flags(
                "steps",
                "max_points: \"2\"\nsteps: [{from: \"5\", over: \"5\", points: \"2\"}, {below: \"5\", points: \"0\"}]",
                "3: One end has both 'from' and 'over'; keep one");
    }

    @Test
    void laterIsNeverBetterAndNobodyIsTooLate() {
        accepts(
                "lateness_days",
                "max_points: \"2\"\nsteps: [{until_days: \"0\", points: \"2\"}, {until_days: \"1\", points: \"2\"},"
                        + " {points: \"0\"}]");
        flags(
                "lateness_days",
                "max_points: \"2\"\nsteps: [{until_days: \"0\", points: \"2\"}, {until_days: \"0\", points: \"1\"},"
                        + " {points: \"0\"}]",
                "3: until_days must grow from step to step");
        flags(
                "lateness_days",
                "max_points: \"2\"\nsteps: [{until_days: \"0\", points: \"2\"}, {points: \"2.1\"}]",
                "3: Being later must not give more points");
        flags(
                "lateness_days",
                "max_points: \"2\"\nsteps: [{until_days: \"0\", points: \"2\"}]",
                "3: The last step of lateness must have no until_days: someone is later than that");
        flags(
                "lateness_days",
                "max_points: \"2\"",
                "1: The last step of lateness must have no until_days: someone is later than that");
        flags(
                "lateness_days",
                "max_points: \"3\"\nsteps: [{until_days: \"0\", points: \"2\"}, {points: \"0\"}]",
                "2: Being on time gives 2 points, max_points says 3");
        flags(
                "lateness_days",
                "max_points: \"2\"\nsteps: [{points: \"2\", from: \"1\"}]",
                "3: Unknown key 'from'; known: [points, until_days]");
    }

    @Test
    void aDeductionEndsUnderTheMaximum() {
        accepts("deduction_per_event", "max_points: \"2\"\nper_event: \"0.01\"\nfloor: \"1.99\"");
        flags(
                "deduction_per_event",
                "max_points: \"2\"\nper_event: \"0\"\nfloor: \"2\"",
                "3: Invalid per_event 0; expected more than 0",
                "4: Invalid floor 2; expected less than max_points");
    }

    @Test
    void aBonusAndADeviationGiveSomething() {
        accepts("weighted", "weight: \"0.01\"");
        flags("weighted", "weight: \"0\"", "2: Invalid weight 0; expected more than 0");
        accepts("bonus", "per_event: \"0.01\"");
        flags("bonus", "per_event: \"0\"", "2: Invalid per_event 0; expected more than 0");
        accepts("z_score", "direction: lower_is_better\npoints_at_mean: \"0\"\npoints_per_deviation: \"0.01\"");
        flags(
                "z_score",
                "direction: up\npoints_at_mean: \"0\"\npoints_per_deviation: \"0\"",
                "2: Invalid direction 'up'; one of [higher_is_better, lower_is_better]",
                "4: Invalid points_per_deviation 0; expected more than 0");
    }

    @Test
    void aTargetIsMoreThanNothing() {
        accepts("proportional_to_target", "target: \"0.01\"\ndirection: higher_is_better\nmay_exceed_max: true");
        accepts("proportional_to_target", "target: declared\ndirection: lower_is_better");
        flags(
                "proportional_to_target",
                "target: \"0\"\ndirection: lower_is_better\nmay_exceed_max: true",
                "2: Invalid target '0'; expected more than 0, or declared",
                "4: Cannot exceed the maximum where lower is better: a value of 0 has no bound");
    }

    @Test
    void aMeanHasPartsOfSomeWeight() {
        accepts("weighted_mean", "of: [{criterion_code: a, weight: \"0.01\"}, {criterion_code: b, weight: \"1\"}]");
        flags("weighted_mean", "max_points: \"1\"", "1: Missing 'of': the criteria of the mean");
        flags(
                "weighted_mean",
                "of: [{criterion_code: a, weight: \"0\"}, {criterion_code: a, weight: \"1\", max: \"1\"}]",
                "2: Invalid weight 0; expected more than 0",
                "2: Criterion 'a' stands twice",
                "2: Unknown key 'max'; known: [criterion_code, weight]");
    }

    @Test
    void flagsARuleThatIsNotThere() {
        flags(
                "thresholds",
                "",
                "1: Invalid scoring_rule 'thresholds'; one of [bonus, deduction_per_event, entered, lateness_days,"
                        + " min_max, proportional_to_target, steps, weighted, weighted_mean, yes_no, z_score]");
    }

    @Test
    void everyRuleTakesTheDirectionInWhichItRewards() {
        ScoringRule deduction = rule("deduction_per_event", "per_event: \"1\"\nfloor: \"-1\"");
        assertEquals(
                Optional.of(ScoringRule.LOWER),
                rule("lateness_days", "steps: [{points: \"0\"}]").direction());
        assertEquals(Optional.of(ScoringRule.LOWER), deduction.direction());
        assertEquals(
                Optional.of(ScoringRule.HIGHER),
                rule("bonus", "per_event: \"1\"").direction());
        assertEquals(
                Optional.of(ScoringRule.LOWER),
                rule("min_max", "direction: lower_is_better").direction());
        assertEquals(
                Optional.of(ScoringRule.LOWER),
                rule("z_score", "direction: lower_is_better\npoints_at_mean: \"0\"\npoints_per_deviation: \"1\"")
                        .direction());
        assertEquals(Optional.empty(), rule("entered", "").direction());
        assertEquals(new BigDecimal("-1"), deduction.leastPoints());
    }

    private static ScoringRule rule(String code, String keys) {
        return ScoringRules.read(Yaml.parse("r.yaml", "scoring_rule: " + code + "\n" + keys, new Problems()));
    }

    @Test
    void aCriterionReadsOneMetricOrTwoOrNone() {
        assertEquals(List.of(), inputProblems("steps", "numerator_metric_code: a\ndenominator_metric_code: b"));
        assertEquals(
                List.of("2: Give metric_code, or numerator and denominator; not both"),
                inputProblems("steps", "metric_code: a\nnumerator_metric_code: a\ndenominator_metric_code: b"));
        assertEquals(
                List.of("2: A criterion by the rule 'entered' reads no metric"),
                inputProblems("entered", "metric_code: a"));
        assertEquals(
                List.of("1: A criterion by the rule 'entered' reads no metric"),
                inputProblems("entered", "numerator_metric_code: a\ndenominator_metric_code: b"));
        assertEquals(
                List.of("1: Missing 'denominator_metric_code'"), inputProblems("steps", "numerator_metric_code: a"));
        assertEquals(
                List.of("1: Missing 'numerator_metric_code'"), inputProblems("steps", "denominator_metric_code: a"));
    }

    private static List<String> inputProblems(String rule, String keys) {
        Problems problems = new Problems();
        Yaml yaml = Yaml.parse("r.yaml", "scoring_rule: " + rule + "\n" + keys, problems);
        CriterionInput.read(yaml, rule.equals("entered") ? new Entered() : new MinMax(ScoringRule.HIGHER));
        return problems.found().stream()
                .map(problem -> problem.toString().replace("r.yaml:", ""))
                .toList();
    }

    private static void accepts(String rule, String keys) {
        assertEquals(List.of(), problems(rule, keys));
    }

    private static void flags(String rule, String keys, String... problems) {
        assertEquals(List.of(problems), problems(rule, keys));
    }

    private static List<String> problems(String rule, String keys) {
        Problems problems = new Problems();
        ScoringRules.read(Yaml.parse("r.yaml", "scoring_rule: " + rule + "\n" + keys, problems));
        return problems.found().stream()
                .map(problem -> problem.toString().replace("r.yaml:", ""))
                .toList();
    }
}
