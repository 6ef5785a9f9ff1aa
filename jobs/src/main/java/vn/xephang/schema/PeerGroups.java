package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.xephang.model.Metric;
import vn.xephang.model.OrgUnitLevel;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.PeerGroupRule;

/** Who is compared with whom, from {@code codelists/peer_groups.csv}. */
final class PeerGroups {

    private static final String FILE = "codelists/peer_groups.csv";
    private static final Set<String> CERTAINTIES = Set.of("verified", "memory", "judgement");

    private PeerGroups() {}

    static List<Placed<PeerGroupRule>> read(SchemaFiles files, Problems problems) {
        return CodeList.read(
                files,
                FILE,
                Set.of("peer_group_kind", "peer_group_code", "org_unit_level_code", "org_unit_type", "metric_code"),
                row -> new Placed<>(rule(row), FILE, (int) row.getStartingLineNumber()),
                problems);
    }

    private static PeerGroupRule rule(NamedCsvRecord row) {
        return new PeerGroupRule(
                row.getField("peer_group_kind"),
                row.getField("peer_group_code"),
                row.getField("peer_group_name_vi"),
                row.getField("peer_group_name_en"),
                row.getField("org_unit_level_code"),
                Integer.valueOf(row.getField("from_year")),
                row.getField("to_year").isEmpty() ? null : Integer.valueOf(row.getField("to_year")),
                text(row.getField("org_unit_type")),
                text(row.getField("metric_code")),
                number(row.getField("at_least")),
                number(row.getField("below")),
                row.getField("certainty"),
                row.getField("source"));
    }

    /** Each rule names what it decides by, and no unit belongs to two groups of a kind in a year. */
    static void check(
            List<Placed<PeerGroupRule>> rules, List<Metric> metrics, List<OrgUnitVersion> units, Problems problems) {
        Set<String> metricCodes = new HashSet<>();
        metrics.forEach(metric -> metricCodes.add(metric.metricCode()));
        Set<String> types = new HashSet<>();
        units.forEach(unit -> types.add(unit.orgUnitType()));
        for (int i = 0; i < rules.size(); i++) {
            Placed<PeerGroupRule> placed = rules.get(i);
            PeerGroupRule rule = placed.row();
            String name = "Peer group '" + rule.peerGroupKind() + " " + rule.peerGroupCode() + "' ";
            if (OrgUnitLevel.of(rule.orgUnitLevelCode()).isEmpty()) {
                placed.problem(problems, name + "is of the unknown level '" + rule.orgUnitLevelCode() + "'");
            }
            if ((rule.orgUnitType() == null) == (rule.metricCode() == null)) {
                placed.problem(problems, name + "needs a type or a metric, one of both");
            }
            if (rule.metricCode() != null && !metricCodes.contains(rule.metricCode())) {
                placed.problem(problems, name + "is decided by the unknown metric '" + rule.metricCode() + "'");
            }
            if (rule.orgUnitType() != null && !types.contains(rule.orgUnitType())) {
                placed.problem(problems, name + "is of the type '" + rule.orgUnitType() + "', which no unit has");
            }
            if (rule.atLeast() != null && rule.below() != null && rule.atLeast() >= rule.below()) {
                placed.problem(problems, name + "has no value from " + rule.atLeast() + " to below " + rule.below());
            }
            if (!CERTAINTIES.contains(rule.certainty()) || rule.source().isBlank()) {
                placed.problem(problems, name + "needs a source, and a certainty: verified, memory or judgement");
            }
            rules.subList(0, i).stream()
                    .filter(before -> before.row().meets(rule) && before.row().overlaps(rule))
                    .findFirst()
                    .ifPresent(before -> placed.problem(
                            problems,
                            name + "may hold a unit of '" + before.row().peerGroupCode() + "' too (line "
                                    + before.line() + ")"));
        }
    }

    private static String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
