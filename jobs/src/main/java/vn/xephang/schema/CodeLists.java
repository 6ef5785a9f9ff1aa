package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.xephang.model.CodeRow;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.Metric;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitName;
import vn.xephang.model.OrgUnitVersion;

/** The code lists of {@code schemas/codelists/}, read and checked. */
public record CodeLists(
        List<OrgUnitVersion> orgUnits,
        List<OrgUnitName> orgUnitNames,
        List<OrgUnitChange> orgUnitChanges,
        List<String> typeWords,
        List<String> sources,
        List<Metric> metrics,
        List<DerivedMetric> derivedMetrics,
        List<CodeRow> codes) {

    private static final String UNITS = "codelists/org_units.csv";
    private static final Map<String, String> CLOSED_LISTS = closedLists();

    public static CodeLists load(SchemaFiles files, Problems problems) {
        CodeLists lists = new CodeLists(
                CodeList.read(
                        files,
                        UNITS,
                        Set.of("org_unit_id", "org_unit_code", "valid_from_on"),
                        CodeLists::orgUnit,
                        problems),
                CodeList.read(
                        files,
                        "codelists/org_unit_names.csv",
                        Set.of("org_unit_name_as_written", "org_unit_id"),
                        CodeLists::orgUnitName,
                        problems),
                CodeList.read(
                        files,
                        "codelists/org_unit_changes.csv",
                        Set.of("change_id", "effective_on"),
                        CodeLists::orgUnitChange,
                        problems),
                CodeList.read(
                        files,
                        "codelists/org_unit_type_words.csv",
                        Set.of("type_word"),
                        row -> row.getField("type_word"),
                        problems),
                CodeList.read(
                        files,
                        "codelists/sources.csv",
                        Set.of("source_code"),
                        row -> row.getField("source_code"),
                        problems),
                CodeList.read(files, "codelists/metrics.csv", Set.of("metric_code"), CodeLists::metric, problems),
                DerivedMetrics.read(files, problems),
                codes(files, problems));
        lists.check(problems);
        return lists;
    }

    private void check(Problems problems) {
        checkLives(problems);
        Set<String> ids = new HashSet<>();
        orgUnits.forEach(unit -> ids.add(unit.orgUnitId()));
        for (OrgUnitVersion unit : orgUnits) {
            if (unit.parentOrgUnitId() != null && !ids.contains(unit.parentOrgUnitId())) {
                problems.add(
                        UNITS, 0, "Parent '" + unit.parentOrgUnitId() + "' of " + unit.orgUnitId() + " is unknown");
            }
        }
        for (OrgUnitName name : orgUnitNames) {
            if (!ids.contains(name.orgUnitId())) {
                problems.add("codelists/org_unit_names.csv", 0, "Unknown org unit '" + name.orgUnitId() + "'");
            }
        }
        DerivedMetrics.check(derivedMetrics, metrics, problems);
        Set<String> metricCodes = new HashSet<>();
        for (Metric metric : metrics) {
            if (!metricCodes.add(metric.metricCode())) {
                problems.add("codelists/metrics.csv", 0, "Metric '" + metric.metricCode() + "' stands twice");
            }
            if (metric.metricNameVi().isBlank()
                    || metric.metricNameEn().isBlank()
                    || metric.unitOfMeasure().isBlank()) {
                problems.add(
                        "codelists/metrics.csv",
                        0,
                        "Metric '" + metric.metricCode() + "' needs both names and a unit of measure");
            }
        }
    }

    /** Versions of a unit follow one another without gap or overlap. */
    private void checkLives(Problems problems) {
        Map<String, OrgUnitVersion> last = new LinkedHashMap<>();
        List<OrgUnitVersion> inTime = new ArrayList<>(orgUnits);
        inTime.sort((a, b) -> a.validFromOn().compareTo(b.validFromOn()));
        for (OrgUnitVersion version : inTime) {
            OrgUnitVersion before = last.put(version.orgUnitId(), version);
            if (before != null
                    && (before.validToOn() == null
                            || !before.validToOn().plusDays(1).equals(version.validFromOn()))) {
                problems.add(
                        UNITS,
                        0,
                        "Versions of " + version.orgUnitId() + " leave a gap or overlap at " + version.validFromOn());
            }
        }
    }

    private static OrgUnitVersion orgUnit(NamedCsvRecord row) {
        return new OrgUnitVersion(
                row.getField("org_unit_id"),
                row.getField("org_unit_level_code"),
                text(row.getField("org_unit_code")),
                row.getField("org_unit_name_vi"),
                row.getField("org_unit_name_en"),
                row.getField("org_unit_type"),
                text(row.getField("parent_org_unit_id")),
                text(row.getField("region_code")),
                LocalDate.parse(row.getField("valid_from_on")),
                date(row.getField("valid_to_on")),
                row.getField("certainty"),
                row.getField("source"));
    }

    private static OrgUnitName orgUnitName(NamedCsvRecord row) {
        return new OrgUnitName(
                row.getField("org_unit_name_as_written"),
                row.getField("org_unit_id"),
                date(row.getField("valid_from_on")),
                date(row.getField("valid_to_on")),
                row.getField("source"));
    }

    private static OrgUnitChange orgUnitChange(NamedCsvRecord row) {
        return new OrgUnitChange(
                row.getField("change_id"),
                LocalDate.parse(row.getField("effective_on")),
                row.getField("change_type"),
                text(row.getField("from_org_unit_id")),
                text(row.getField("to_org_unit_id")),
                row.getField("identity"),
                text(row.getField("weight_family")),
                row.getField("weight").isEmpty() ? null : new BigDecimal(row.getField("weight")),
                Boolean.valueOf(row.getField("territory_changed")),
                text(row.getField("legal_basis")),
                row.getField("certainty"),
                row.getField("source"),
                text(row.getField("note")));
    }

    private static Metric metric(NamedCsvRecord row) {
        return new Metric(
                row.getField("metric_code"),
                row.getField("metric_name_vi"),
                row.getField("metric_name_en"),
                row.getField("unit_of_measure"),
                row.getField("direction"),
                row.getField("aggregation"),
                text(row.getField("parent_metric_code")),
                text(row.getField("breakdown_code")),
                number(row.getField("min_value")),
                number(row.getField("max_value")),
                row.getField("source"));
    }

    private static List<CodeRow> codes(SchemaFiles files, Problems problems) {
        List<CodeRow> codes = new ArrayList<>();
        CLOSED_LISTS.forEach((list, name) -> codes.addAll(CodeList.read(
                files,
                "codelists/" + name + ".csv",
                Set.of("code", "name_vi", "name_en", "meaning"),
                row -> new CodeRow(
                        list,
                        row.getField("code"),
                        row.getField("name_vi"),
                        row.getField("name_en"),
                        row.getField("meaning")),
                problems)));
        return codes;
    }

    private static Map<String, String> closedLists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("comparability", "comparability");
        lists.put("difference_reason", "difference_reasons");
        lists.put("observation_status", "observation_statuses");
        lists.put("participation_status", "participation_statuses");
        lists.put("rank_reason", "rank_reasons");
        lists.put("stage", "stages");
        return lists;
    }

    private static String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
