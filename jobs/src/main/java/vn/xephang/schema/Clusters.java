package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who is compared with whom in a year, from {@code schemas/clusters/*.csv}. */
public final class Clusters {

    private final List<Member> members;

    /** A unit in a group of a scorecard, in these years, both ends counted. */
    record Member(String file, String scorecardCode, int fromYear, int toYear, String clusterCode, String orgUnitId) {}

    private Clusters(List<Member> members) {
        this.members = List.copyOf(members);
    }

    /** Org unit -> group of the scorecard in a year; empty where it has none. */
    public Map<String, String> of(String scorecardCode, int year) {
        Map<String, String> clusters = new TreeMap<>();
        members.stream()
                .filter(member -> member.scorecardCode().equals(scorecardCode)
                        && member.fromYear() <= year
                        && year <= member.toYear())
                .forEach(member -> clusters.put(member.orgUnitId(), member.clusterCode()));
        return clusters;
    }

    static Clusters load(SchemaFiles files, Set<String> orgUnitIds, Problems problems) {
        List<Member> members = new ArrayList<>();
        for (String file : files.texts("clusters", ".csv", problems).keySet()) {
            members.addAll(CodeList.read(
                    files,
                    file,
                    Set.of("scorecard_code", "from_year", "to_year", "cluster_code", "org_unit_id", "source"),
                    row -> member(file, row),
                    problems));
        }
        check(members, orgUnitIds, problems);
        return new Clusters(members);
    }

    private static void check(List<Member> members, Set<String> orgUnitIds, Problems problems) {
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (Member member : members) {
            if (!orgUnitIds.contains(member.orgUnitId())) {
                problems.add(member.file(), 0, "Unknown org unit '" + member.orgUnitId() + "'");
            }
            if (member.fromYear() > member.toYear()) {
                problems.add(
                        member.file(),
                        0,
                        "Years of '" + member.orgUnitId() + "' end before they start: " + member.fromYear() + " to "
                                + member.toYear());
            }
            Set<Integer> years =
                    seen.computeIfAbsent(member.scorecardCode() + "|" + member.orgUnitId(), none -> new HashSet<>());
            for (int year = member.fromYear(); year <= member.toYear(); year++) {
                if (!years.add(year)) {
                    problems.add(
                            member.file(),
                            0,
                            "Org unit '" + member.orgUnitId() + "' is in two clusters of '" + member.scorecardCode()
                                    + "' in " + year);
                }
            }
        }
    }

    private static Member member(String file, NamedCsvRecord row) {
        return new Member(
                file,
                row.getField("scorecard_code"),
                Integer.parseInt(row.getField("from_year")),
                Integer.parseInt(row.getField("to_year")),
                row.getField("cluster_code"),
                row.getField("org_unit_id"));
    }
}
