package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.DerivedMetric.Kind;
import vn.xephang.model.Metric;

class DerivedMetricsTest {

    private static final List<Metric> METRICS = List.of(
            metric("births", "sum"),
            metric("people", "sum"),
            metric("rate", "ratio_of_sums"),
            metric("age", "weighted_mean"),
            metric("score", "none"));

    @Test
    void acceptsRatiosGrowthAndMeansOfWhatAddsUp() {
        assertProblems(
                List.of(),
                rule("rate", Kind.RATIO, "births+people", "people", "1000"),
                rule("age", Kind.MEAN, null, "births", "1"),
                rule("score", Kind.MEAN, null, "people", "1"));
        assertProblems(List.of(), rule("rate", Kind.GROWTH, "people", null, "100"));
    }

    @Test
    void refusesPartsThatAreUnknownOrDoNotAddUp() {
        assertProblems(
                List.of(
                        "Derived metric 'rate' is made of 'age', whose aggregation is weighted_mean; expected sum",
                        "Derived metric 'rate' is made of the unknown metric 'deaths'"),
                rule("rate", Kind.RATIO, "age", "deaths", "1"));
    }

    @Test
    void refusesPartsThatTheKindDoesNotHave() {
        assertProblems(
                List.of("Derived metric 'rate' of kind growth needs a numerator and no denominator"),
                rule("rate", Kind.GROWTH, "births", "people", "1"));
        assertProblems(
                List.of("Derived metric 'age' of kind mean needs no numerator and a denominator"),
                rule("age", Kind.MEAN, null, null, "1"));
    }

    @Test
    void refusesAnAggregationThatDoesNotFit() {
        assertProblems(
                List.of("Derived metric 'score' has the aggregation none there; expected ratio_of_sums"),
                rule("score", Kind.RATIO, "births", "people", "1"));
        assertProblems(
                List.of("Derived metric 'rate' has the aggregation ratio_of_sums there; expected none or"
                        + " weighted_mean"),
                rule("rate", Kind.MEAN, null, "people", "1"));
    }

    @Test
    void refusesAMetricThatStandsTwiceOrNowhereAndAFactorOfNothing() {
        assertProblems(
                List.of(
                        "Derived metric 'rate' stands twice",
                        "Derived metric 'rate' has the factor 0; expected more than 0",
                        "Derived metric 'other' stands in no row of codelists/metrics.csv"),
                rule("rate", Kind.RATIO, "births", "people", "1"),
                rule("rate", Kind.RATIO, "births", "people", "0"),
                rule("other", Kind.RATIO, "births", "people", "1"));
    }

    private static void assertProblems(List<String> expected, DerivedMetric... rules) {
        Problems problems = new Problems();
        DerivedMetrics.check(List.of(rules), METRICS, problems);
        assertEquals(expected, problems.found().stream().map(Problem::message).toList());
    }

    private static DerivedMetric rule(
            String metricCode, Kind kind, String numerator, String denominator, String factor) {
        return new DerivedMetric(metricCode, kind, numerator, denominator, new BigDecimal(factor), "made up");
    }

    private static Metric metric(String code, String aggregation) {
        return new Metric(code, code, code, "pieces", "neutral", aggregation, null, null, null, null, "made up");
    }
}
