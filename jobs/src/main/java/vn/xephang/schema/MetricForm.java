package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which form of the justice sector asks for a metric, from {@code schemas/codelists/metric_forms.csv}.
 *
 * @param formCode short code in the head of our forms, such as HT01; ours, not the Ministry's
 * @param isCore one of the metrics that the yearly and half-yearly forms ask for
 * @param levels levels whose forms hold it
 * @param formula how a derived metric follows from others, by their codes; empty for a counted one
 * @param formRef the official form or decision; empty where none was seen
 * @param certainty how sure the reference is
 */
public record MetricForm(
        String metricCode,
        String formCode,
        String areaCode,
        boolean isCore,
        Set<String> levels,
        String formula,
        String formRef,
        String certainty,
        String source) {

    static final String FILE = "codelists/metric_forms.csv";

    private static final Set<String> LEVELS = Set.of("commune", "district", "province");
    private static final Set<String> CERTAINTIES =
            Set.of("verified", "indicator_verified", "group_verified", "regime_verified", "secondary", "memory");
    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]*_[a-z0-9_]+");

    public MetricForm {
        levels = Set.copyOf(levels);
    }

    /** In the order of the file. */
    public static List<MetricForm> load(SchemaFiles files, Set<String> metricCodes, Problems problems) {
        List<MetricForm> forms =
                CodeList.read(files, FILE, Set.of("metric_code", "form_code"), MetricForm::of, problems);
        Set<String> seen = new HashSet<>();
        for (MetricForm form : forms) {
            if (!seen.add(form.metricCode())) {
                problems.add(FILE, 0, "Metric '" + form.metricCode() + "' stands twice");
            }
            form.check(metricCodes, problems);
        }
        return forms;
    }

    private void check(Set<String> metricCodes, Problems problems) {
        named().stream()
                .filter(code -> !metricCodes.contains(code))
                .sorted()
                .forEach(code -> problems.add(
                        FILE,
                        0,
                        "Row '" + metricCode + "' names the unknown metric '" + code
                                + "'; add it to codelists/metrics.csv"));
        if (levels.isEmpty() || !LEVELS.containsAll(levels)) {
            problems.add(FILE, 0, "Row '" + metricCode + "' needs levels out of " + sorted(LEVELS));
        }
        if (!CERTAINTIES.contains(certainty)) {
            problems.add(
                    FILE,
                    0,
                    "Row '" + metricCode + "' has the certainty '" + certainty + "'; one of " + sorted(CERTAINTIES));
        }
    }

    /** The metric itself and those that its formula reads. */
    private Set<String> named() {
        Set<String> named = new HashSet<>(Set.of(metricCode));
        Matcher matcher = METRIC.matcher(formula);
        while (matcher.find()) {
            named.add(matcher.group());
        }
        return named;
    }

    private static List<String> sorted(Set<String> codes) {
        return codes.stream().sorted().toList();
    }

    private static MetricForm of(NamedCsvRecord row) {
        return new MetricForm(
                row.getField("metric_code"),
                row.getField("form_code"),
                row.getField("area_code"),
                Boolean.parseBoolean(row.getField("is_core")),
                Set.of(row.getField("org_unit_level_codes").split("\\|", -1)),
                row.getField("formula"),
                row.getField("form_ref"),
                row.getField("form_certainty"),
                row.getField("source"));
    }
}
