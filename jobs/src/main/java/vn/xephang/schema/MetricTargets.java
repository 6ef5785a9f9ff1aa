package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.xephang.model.MetricTarget;
import vn.xephang.model.OrgUnitVersion;

/** Term plans and yearly targets, from every {@code schemas/targets/*.csv}. */
public final class MetricTargets {

    private static final String FOLDER = "targets";
    private static final Set<String> COLUMNS = Set.of(
            "plan_code",
            "metric_code",
            "org_unit_id",
            "org_unit_level_code",
            "from_year",
            "to_year",
            "target_value",
            "decision",
            "source",
            "is_synthetic");
    private static final Set<String> LEVELS = Set.of("country", "region", "province", "district", "commune");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** A unit before its level, a term that began later (a year alone latest) before an earlier one. */
    private static final Comparator<MetricTarget> CLOSEST_FIRST = Comparator.comparing(
                    (MetricTarget target) -> target.orgUnitId() == null)
            .thenComparing(MetricTarget::fromYear, Comparator.reverseOrder());

    /** Without any target. */
    public static final MetricTargets NONE = new MetricTargets(List.of());

    private final List<MetricTarget> all;
    private final Map<String, List<MetricTarget>> byMetric;

    public MetricTargets(List<MetricTarget> all) {
        this.all = List.copyOf(all);
        this.byMetric = all.stream()
                .sorted(CLOSEST_FIRST)
                .collect(Collectors.groupingBy(MetricTarget::metricCode, Collectors.toUnmodifiableList()));
    }

    /**
     * Reads and checks all targets.
     *
     * @param metricCodes every metric there is
     * @param versions every org unit in time: the unit of a target must be one
     */
    public static MetricTargets load(
            SchemaFiles files, Set<String> metricCodes, List<OrgUnitVersion> versions, Problems problems) {
        Map<String, String> levels = new HashMap<>();
        versions.forEach(unit -> levels.put(unit.orgUnitId(), unit.orgUnitLevelCode()));
        List<MetricTarget> all = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (String file : files.texts(FOLDER, ".csv", problems).keySet()) {
            Row check = new Row(file, metricCodes, levels, seen, problems);
            all.addAll(CodeList.read(files, file, COLUMNS, check::target, problems));
        }
        return new MetricTargets(all);
    }

    /** In the order of the files. */
    public List<MetricTarget> all() {
        return all;
    }

    /**
     * The value that a metric of a unit was to reach by the end of a year: the target of the unit itself before one of
     * its level, the target of the year alone before one of a term that ends then.
     */
    public Optional<BigDecimal> due(String metricCode, String orgUnitId, String orgUnitLevelCode, int year) {
        return byMetric.getOrDefault(metricCode, List.of()).stream()
                .filter(target -> target.toYear() == year
                        && (orgUnitId.equals(target.orgUnitId()) || orgUnitLevelCode.equals(target.orgUnitLevelCode())))
                .map(MetricTarget::targetValue)
                .findFirst();
    }

    /** Reads one file row by row and tells everything that is wrong with each. */
    private record Row(
            String file,
            Set<String> metricCodes,
            Map<String, String> levels,
            Map<String, String> seen,
            Problems problems) {

        MetricTarget target(NamedCsvRecord row) {
            int line = (int) row.getStartingLineNumber();
            MetricTarget target = new MetricTarget(
                    row.getField("plan_code"),
                    row.getField("metric_code"),
                    text(row, "org_unit_id"),
                    text(row, "org_unit_level_code"),
                    Integer.parseInt(row.getField("from_year")),
                    Integer.parseInt(row.getField("to_year")),
                    new BigDecimal(row.getField("target_value")),
                    text(row, "decision"),
                    row.getField("source"),
                    flag(line, row.getField("is_synthetic")));
            check(line, target);
            return target;
        }

        private void check(int line, MetricTarget target) {
            if (target.planCode().isBlank() || target.source().isBlank()) {
                problem(line, "A target needs a plan_code and a source");
            }
            if (!metricCodes.contains(target.metricCode())) {
                problem(line, "Unknown metric '" + target.metricCode() + "'; add it to codelists/metrics.csv");
            }
            checkUnit(line, target);
            if (target.fromYear() < FIRST_YEAR || target.toYear() > LAST_YEAR || target.fromYear() > target.toYear()) {
                problem(line, "Invalid term " + target.fromYear() + " to " + target.toYear());
            }
            String key = target.metricCode()
                    + '|'
                    + target.orgUnitId()
                    + '|'
                    + target.orgUnitLevelCode()
                    + '|'
                    + target.fromYear()
                    + '|'
                    + target.toYear();
            String before = seen.putIfAbsent(key, file + ":" + line);
            if (before != null) {
                problem(line, "The target for '" + target.metricCode() + "' stands already in " + before);
            }
        }

        private void checkUnit(int line, MetricTarget target) {
            boolean isOfUnit = target.orgUnitId() != null;
            if (isOfUnit == (target.orgUnitLevelCode() != null)) {
                problem(line, "Give either org_unit_id or org_unit_level_code");
            } else if (isOfUnit && !levels.containsKey(target.orgUnitId())) {
                problem(line, "Unknown org unit '" + target.orgUnitId() + "'; add it to codelists/org_units.csv");
            } else if (!isOfUnit && !LEVELS.contains(target.orgUnitLevelCode())) {
                problem(
                        line,
                        "Invalid org_unit_level_code '" + target.orgUnitLevelCode() + "'; one of "
                                + LEVELS.stream().sorted().toList());
            }
        }

        private boolean flag(int line, String text) {
            if (!Set.of("true", "false").contains(text)) {
                problem(line, "Invalid is_synthetic '" + text + "'; true or false");
            }
            return text.equals("true");
        }

        private void problem(int line, String message) {
            problems.add(file, line, message);
        }

        private static String text(NamedCsvRecord row, String column) {
            String text = row.getField(column);
            return text.isEmpty() ? null : text;
        }
    }
}
