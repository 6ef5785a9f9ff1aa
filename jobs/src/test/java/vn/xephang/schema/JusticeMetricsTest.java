package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Metric;

/** The justice metrics are those of the collected catalogue, fact by fact. */
class JusticeMetricsTest {

    private static final Path HOME = Path.of(System.getProperty("xephang.home", "."));
    private static final Problems PROBLEMS = new Problems();
    private static final SchemaFiles FILES = new SchemaFiles(List.of(HOME.resolve("schemas")));
    private static final Map<String, Metric> METRICS = CodeLists.load(FILES, PROBLEMS).metrics().stream()
            .collect(Collectors.toMap(Metric::metricCode, Function.identity()));
    private static final Map<String, MetricForm> FORMS = MetricForm.load(FILES, METRICS.keySet(), PROBLEMS).stream()
            .collect(Collectors.toMap(MetricForm::formCode, Function.identity()));

    private static final Map<String, String> DIRECTIONS =
            Map.of("higher", "higher_is_better", "lower", "lower_is_better", "neutral", "neutral");
    /** Two words of the catalogue that ours does not have: days late do not add up, and a mean needs its weight. */
    private static final Map<String, String> AGGREGATIONS = Map.of("max", "none", "mean", "weighted_mean");

    private static final Map<String, String> CERTAINTIES = Map.of(
            "group verified, form unseen", "group_verified",
            "regime verified, columns from memory", "regime_verified",
            "indicator verified", "indicator_verified");

    @Test
    void carriesOverEveryFactOfTheCatalogue() throws IOException {
        List<NamedCsvRecord> catalogue = catalogue();
        assertEquals(153, catalogue.size());
        assertEquals(153, FORMS.size());
        for (NamedCsvRecord row : catalogue) {
            MetricForm form = FORMS.get(row.getField("code"));
            Metric metric = METRICS.get(form.metricCode());
            assertEquals("justice_" + row.getField("code").toLowerCase(Locale.ROOT), metric.metricCode());
            assertEquals(row.getField("name_vi"), metric.metricNameVi());
            assertEquals(row.getField("name_en"), metric.metricNameEn());
            assertEquals(DIRECTIONS.get(row.getField("direction")), metric.direction());
            assertEquals(inOurs(AGGREGATIONS, row.getField("aggregation")), metric.aggregation());
            assertEquals(row.getField("area"), form.areaCode());
            assertEquals(row.getField("core").equals("yes"), form.isCore());
            assertEquals(Set.of(row.getField("levels").split("\\|", -1)), form.levels());
            assertEquals(inOurs(CERTAINTIES, row.getField("form_ref_status")), form.certainty());
            assertEquals(row.getField("kind").equals("derived"), !form.formula().isEmpty());
            assertEquals(row.getField("formula"), inCatalogue(form.formula()));
        }
    }

    @Test
    void asksForNinetyOneCoreMetrics() {
        assertEquals(91, FORMS.values().stream().filter(MetricForm::isCore).count());
    }

    @Test
    void measuresEqualUnitsEqually() throws IOException {
        Map<String, Set<String>> ours = catalogue().stream()
                .filter(row -> !row.getField("code").equals("XL01"))
                .collect(Collectors.groupingBy(
                        row -> row.getField("unit"),
                        Collectors.mapping(
                                row -> METRICS.get(
                                                FORMS.get(row.getField("code")).metricCode())
                                        .unitOfMeasure(),
                                Collectors.toSet())));
        ours.forEach((unit, words) -> assertEquals(1, words.size(), unit + " became " + words));
    }

    @Test
    void saysThatDirectionsAreOurJudgement() {
        FORMS.values()
                .forEach(form -> assertTrue(
                        METRICS.get(form.metricCode()).source().endsWith("direction is our judgement"),
                        form.metricCode()));
    }

    @Test
    void boundsPercentagesAndNeverCountsBelowZero() {
        FORMS.values().stream().map(form -> METRICS.get(form.metricCode())).forEach(metric -> {
            assertTrue(metric.minValue() >= 0, metric.metricCode());
            assertEquals(metric.unitOfMeasure().equals("percent"), isPercentage(metric), metric.metricCode());
        });
    }

    @Test
    void flagsAMetricTwiceAnUnknownOneAndAnUnknownLevel(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(MetricForm.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                metric_code,form_code,area_code,is_core,org_unit_level_codes,formula,form_ref,form_certainty,source
                justice_a,A,A,true,commune,,,verified,here
                justice_a,A,A,true,village,100*justice_b/justice_a,,hearsay,here
                """);
        Problems problems = new Problems();
        MetricForm.load(new SchemaFiles(List.of(folder)), Set.of("justice_a"), problems);
        assertEquals(
                List.of(
                        "codelists/metric_forms.csv: Metric 'justice_a' stands twice",
                        "codelists/metric_forms.csv: Row 'justice_a' names the unknown metric 'justice_b'; add it to"
                                + " codelists/metrics.csv",
                        "codelists/metric_forms.csv: Row 'justice_a' needs levels out of [commune, district, province]",
                        "codelists/metric_forms.csv: Row 'justice_a' has the certainty 'hearsay'; one of"
                                + " [group_verified, indicator_verified, memory, regime_verified, secondary, verified]"),
                problems.found().stream().map(Problem::toString).toList());
    }

    private static boolean isPercentage(Metric metric) {
        return metric.maxValue() != null
                && metric.maxValue() == 100
                && !metric.unitOfMeasure().equals("points");
    }

    private static String inOurs(Map<String, String> words, String word) {
        return words.getOrDefault(word, word);
    }

    private static String inCatalogue(String formula) {
        return formula.replace("justice_", "").toUpperCase(Locale.ROOT).replace("SUM(", "sum(");
    }

    private static List<NamedCsvRecord> catalogue() throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(HOME.resolve("../shared/data/codelists/metrics.csv"))) {
            return csv.stream().toList();
        }
    }
}
