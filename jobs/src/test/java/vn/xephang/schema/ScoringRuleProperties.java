package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every scoring rule, whatever its numbers. */
class ScoringRuleProperties {

    /** A rule, its maximum and its target. */
    record Case(ScoringRule rule, BigDecimal max, Optional<BigDecimal> target) {

        Optional<BigDecimal> points(BigDecimal value, List<BigDecimal> others) {
            List<BigDecimal> all = new ArrayList<>(others);
            all.add(value);
            return rule.points(new Measured(value, max, target, Optional.of(BigDecimal.ONE), all));
        }

        boolean isLowerBetter() {
            return rule.direction().equals(Optional.of(ScoringRule.LOWER));
        }
    }

    @Property(tries = 5_000, seed = "1")
    void moreOfAGoodMetricNeverLowersTheScore(
            @ForAll("cases") Case rule,
            @ForAll("values") BigDecimal one,
            @ForAll("values") BigDecimal other,
            @ForAll("tables") List<BigDecimal> others) {
        BigDecimal worse = rule.isLowerBetter() ? one.max(other) : one.min(other);
        BigDecimal better = rule.isLowerBetter() ? one.min(other) : one.max(other);
        Optional<BigDecimal> little = rule.points(worse, others);
        Optional<BigDecimal> much = rule.points(better, others);
        if (little.isPresent() && much.isPresent()) {
            assertTrue(
                    little.get().compareTo(much.get()) <= 0,
                    () -> rule.rule().canonical() + ": " + worse + " gives " + little.get() + ", " + better + " gives "
                            + much.get());
        }
    }

    @Property(tries = 2_000, seed = "2")
    void theOrderOfUnitsNeverChangesAScore(
            @ForAll("cases") Case rule,
            @ForAll("values") BigDecimal value,
            @ForAll("tables") List<BigDecimal> others,
            @ForAll long seed) {
        List<BigDecimal> shuffled = new ArrayList<>(others);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(rule.points(value, others), rule.points(value, shuffled));
    }

    @Property(tries = 2_000, seed = "3")
    void scalingAMetricAndItsTargetTogetherChangesNothing(
            @ForAll("proportional") Case rule,
            @ForAll("values") BigDecimal value,
            @ForAll("positive") BigDecimal factor) {
        ProportionalToTarget plain = (ProportionalToTarget) rule.rule();
        ProportionalToTarget scaled = new ProportionalToTarget(
                plain.target().map(factor::multiply), plain.directionCode(), plain.mayExceedMax());
        assertEquals(
                plain.points(measured(rule, value, rule.target())).map(BigDecimal::stripTrailingZeros),
                scaled.points(measured(
                                rule, value.multiply(factor), rule.target().map(factor::multiply)))
                        .map(BigDecimal::stripTrailingZeros));
    }

    @Property(tries = 2_000, seed = "4")
    void noRuleGivesMoreThanTheMaximumUnlessItSaysSo(
            @ForAll("cases") Case rule, @ForAll("values") BigDecimal value, @ForAll("tables") List<BigDecimal> others) {
        boolean mayExceed = rule.rule() instanceof Weighted
                || (rule.rule() instanceof ProportionalToTarget goal && goal.mayExceedMax());
        if (!mayExceed) {
            rule.points(value, others)
                    .ifPresent(points -> assertTrue(
                            points.compareTo(rule.max()) <= 0, () -> rule.rule().canonical() + " of " + value));
        }
    }

    @Property(tries = 2_000, seed = "5")
    void stepsHoldEveryNumberOnce(@ForAll("steps") Steps steps, @ForAll("values") BigDecimal value) {
        long holding = steps.steps().stream()
                .filter(step -> step.interval().contains(value))
                .count();
        assertEquals(1, holding, () -> steps.canonical() + " at " + value);
    }

    private static Measured measured(Case rule, BigDecimal value, Optional<BigDecimal> target) {
        return new Measured(value, rule.max(), target, Optional.empty(), List.of(value));
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-50"), new BigDecimal("150"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<BigDecimal> positive() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("120"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<List<BigDecimal>> tables() {
        return values().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> directions() {
        return Arbitraries.of(ScoringRule.HIGHER, ScoringRule.LOWER);
    }

    @Provide
    Arbitrary<Case> proportional() {
        Arbitrary<ScoringRule> fixed = Combinators.combine(positive(), directions(), Arbitraries.of(true, false))
                .as((target, direction, mayExceed) -> new ProportionalToTarget(
                        Optional.of(target), direction, mayExceed && direction.equals(ScoringRule.HIGHER)));
        Arbitrary<ScoringRule> declared =
                directions().map(direction -> new ProportionalToTarget(Optional.empty(), direction, false));
        return Combinators.combine(
                        Arbitraries.oneOf(fixed, declared),
                        positive(),
                        positive().optional())
                .as(Case::new);
    }

    @Provide
    Arbitrary<Steps> steps() {
        return Combinators.combine(values().set().ofMinSize(1).ofMaxSize(5), Arbitraries.of(true, false))
                .as(ScoringRuleProperties::ascendingSteps);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<ScoringRule> simple = Arbitraries.oneOf(
                positive().map(Weighted::new),
                positive().map(Bonus::new),
                positive().map(perEvent -> new DeductionPerEvent(perEvent, new BigDecimal("-3"))),
                Arbitraries.of(
                        new YesNo(Optional.empty()), new YesNo(Optional.of("proofs")), new Entered(), lateness()),
                directions().map(MinMax::new),
                Combinators.combine(directions(), positive(), positive()).as(ZScore::new),
                steps());
        Arbitrary<Case> others = Combinators.combine(simple, positive())
                .as((rule, max) -> new Case(rule, max.max(new BigDecimal("10")), Optional.empty()));
        return Arbitraries.oneOf(others, proportional());
    }

    private static LatenessDays lateness() {
        return new LatenessDays(List.of(
                new LatenessDays.Step(Optional.of(BigDecimal.ZERO), new BigDecimal("2")),
                new LatenessDays.Step(Optional.of(new BigDecimal("5")), BigDecimal.ONE),
                new LatenessDays.Step(Optional.empty(), BigDecimal.ZERO)));
    }

    /** Points grow from step to step; each bound belongs to the step below it, or to the one above. */
    private static Steps ascendingSteps(Set<BigDecimal> bounds, boolean isClosedBelow) {
        List<BigDecimal> sorted = bounds.stream().sorted().toList();
        List<Steps.Step> steps = new ArrayList<>();
        for (int i = 0; i <= sorted.size(); i++) {
            Optional<Interval.End> lower =
                    i == 0 ? Optional.empty() : Optional.of(new Interval.End(sorted.get(i - 1), !isClosedBelow));
            Optional<Interval.End> upper =
                    i == sorted.size() ? Optional.empty() : Optional.of(new Interval.End(sorted.get(i), isClosedBelow));
            steps.add(new Steps.Step(new Interval(lower, upper), BigDecimal.valueOf(i)));
        }
        return new Steps(steps);
    }
}
