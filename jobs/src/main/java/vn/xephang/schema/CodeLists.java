package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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
import vn.xephang.model.OrgUnitRecord;
import vn.xephang.model.OrgUnitTypeWord;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.PeerGroupRule;

/** The code lists of {@code schemas/codelists/}, read and checked. */
public record CodeLists(
        List<OrgUnitVersion> orgUnits,
        List<OrgUnitName> orgUnitNames,
        List<OrgUnitChange> orgUnitChanges,
        List<OrgUnitRecord> orgUnitRecords,
        List<OrgUnitTypeWord> typeWords,
        List<String> sources,
        List<Metric> metrics,
        List<DerivedMetric> derivedMetrics,
        List<PeerGroupRule> peerGroups,
        List<CodeRow> codes) {

    private static final Map<String, String> CLOSED_LISTS = closedLists();

    public static CodeLists load(SchemaFiles files, Problems problems) {
        OrgUnitLists units = OrgUnitLists.load(files, problems);
        units.check(problems);
        List<Placed<PeerGroupRule>> peerGroups = PeerGroups.read(files, problems);
        CodeLists lists = new CodeLists(
                OrgUnitLists.rows(units.versions()),
                OrgUnitLists.rows(units.names()),
                OrgUnitLists.rows(units.changes()),
                OrgUnitLists.rows(units.records()),
                units.typeWords(),
                CodeList.read(
                        files,
                        "codelists/sources.csv",
                        Set.of("source_code"),
                        row -> row.getField("source_code"),
                        problems),
                CodeList.read(files, "codelists/metrics.csv", Set.of("metric_code"), CodeLists::metric, problems),
                DerivedMetrics.read(files, problems),
                OrgUnitLists.rows(peerGroups),
                codes(files, problems));
        lists.check(problems);
        PeerGroups.check(peerGroups, lists.metrics(), lists.orgUnits(), problems);
        return lists;
    }

    private void check(Problems problems) {
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
        CLOSED_LISTS.forEach((list, name) -> codes.addAll(numbered(CodeList.read(
                files,
                "codelists/" + name + ".csv",
                Set.of("code", "name_vi", "name_en", "meaning"),
                row -> new CodeRow(
                        list,
                        row.getField("code"),
                        0,
                        row.getField("name_vi"),
                        row.getField("name_en"),
                        row.getField("meaning")),
                problems))));
        codes.addAll(numbered(CodeList.read(
                files,
                "codelists/sources.csv",
                Set.of("source_code", "source_name_vi", "source_name_en"),
                row -> new CodeRow(
                        "source",
                        row.getField("source_code"),
                        0,
                        row.getField("source_name_vi"),
                        row.getField("source_name_en"),
                        "Organisation that delivers files"),
                problems)));
        return codes;
    }

    private static List<CodeRow> numbered(List<CodeRow> list) {
        List<CodeRow> numbered = new ArrayList<>();
        for (CodeRow row : list) {
            numbered.add(new CodeRow(
                    row.listCode(), row.code(), numbered.size() + 1, row.nameVi(), row.nameEn(), row.meaning()));
        }
        return numbered;
    }

    private static Map<String, String> closedLists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("comparability", "comparability");
        lists.put("conflict_reason", "conflict_reasons");
        lists.put("difference_reason", "difference_reasons");
        lists.put("observation_status", "observation_statuses");
        lists.put("own_unit", "own_units");
        lists.put("participation_status", "participation_statuses");
        lists.put("published_rating", "published_ratings");
        lists.put("rank_factor", "rank_factors");
        lists.put("rank_reason", "rank_reasons");
        lists.put("stage", "stages");
        lists.put("unit_of_measure", "units_of_measure");
        return lists;
    }

    private static String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
