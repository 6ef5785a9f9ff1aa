package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    @Test
    void everyRatioOfTheJusticeFormsIsMadeOfWhatItsFormulaSays() {
        SchemaFiles files = new SchemaFiles(List.of(Path.of(System.getProperty("xephang.home", "."), "schemas")));
        Problems problems = new Problems();
        Map<String, String> formulas = new TreeMap<>();
        CodeList.read(
                        files,
                        "codelists/metric_forms.csv",
                        Set.of("metric_code", "formula"),
                        row -> Map.entry(row.getField("metric_code"), row.getField("formula")),
                        problems)
                .stream()
                .filter(row -> !row.getValue().isEmpty() && !row.getValue().startsWith("sum("))
                .forEach(row -> formulas.put(row.getKey(), row.getValue()));
        Map<String, String> declared = new TreeMap<>();
        CodeLists.load(files, problems).derivedMetrics().stream()
                .filter(rule -> rule.kind() == Kind.RATIO && rule.metricCode().startsWith("justice_"))
                .forEach(rule -> declared.put(rule.metricCode(), formula(rule)));

        assertEquals(List.of(), problems.found());
        assertEquals(21, formulas.size());
        assertEquals(formulas, declared);
    }

    private static String formula(DerivedMetric rule) {
        String factor = rule.factor().compareTo(BigDecimal.ONE) == 0 ? "" : rule.factor() + "*";
        String below = rule.denominatorMetricCode();
        return factor + rule.numeratorMetricCode() + "/" + (below.contains("+") ? "(" + below + ")" : below);
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
