package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Metric;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.PeerGroupRule;

class PeerGroupsTest {

    private static final String HEADER = "peer_group_kind,peer_group_code,peer_group_name_vi,peer_group_name_en,"
            + "org_unit_level_code,from_year,to_year,org_unit_type,metric_code,at_least,below,certainty,source\n";

    @TempDir
    Path folder;

    @Test
    void acceptsBandsThatTouchAndTypesThatDiffer() throws IOException {
        assertProblems(
                "",
                "size,small,Nhỏ,Small,province,1995,,,people,,10,judgement,ours",
                "size,large,Lớn,Large,province,1995,,,people,10,,judgement,ours",
                "place,urban,Đô thị,Urban,district,1995,,town,,,,memory,ours",
                "place,rural,Nông thôn,Rural,district,1995,,rural_district,,,,memory,ours");
    }

    @Test
    void acceptsAnotherRuleFromALaterYear() throws IOException {
        assertProblems(
                "",
                "size,small,Nhỏ,Small,province,1995,2009,,people,,10,judgement,ours",
                "size,small,Nhỏ,Small,province,2010,,,people,,20,judgement,ours");
    }

    @Test
    void refusesBandsThatOverlap() throws IOException {
        assertProblems(
                "codelists/peer_groups.csv:3 Peer group 'size large' may hold a unit of 'small' too (line 2)",
                "size,small,Nhỏ,Small,province,1995,,,people,,10.5,judgement,ours",
                "size,large,Lớn,Large,province,2000,,,people,10,,judgement,ours");
    }

    @Test
    void refusesATypeInTwoGroups() throws IOException {
        assertProblems(
                "codelists/peer_groups.csv:3 Peer group 'place rural' may hold a unit of 'urban' too (line 2)",
                "place,urban,Đô thị,Urban,district,1995,,town,,,,memory,ours",
                "place,rural,Nông thôn,Rural,district,1995,,town,,,,memory,ours");
    }

    @Test
    void refusesWhatNobodyKnowsOrNothingDecides() throws IOException {
        assertProblems(
                "codelists/peer_groups.csv:2 Peer group 'a b' is of the unknown level 'planet'\n"
                        + "codelists/peer_groups.csv:2 Peer group 'a b' needs a type or a metric, one of both\n"
                        + "codelists/peer_groups.csv:3 Peer group 'c d' is decided by the unknown metric 'rain'\n"
                        + "codelists/peer_groups.csv:3 Peer group 'c d' has no value from 3.0 to below 2.0\n"
                        + "codelists/peer_groups.csv:4 Peer group 'e f' is of the type 'castle', which no unit has\n"
                        + "codelists/peer_groups.csv:4 Peer group 'e f' needs a source, and a certainty: verified,"
                        + " memory or judgement",
                "a,b,B,B,planet,1995,,,,,,judgement,ours",
                "c,d,D,D,province,1995,,,rain,3,2,judgement,ours",
                "e,f,F,F,province,1995,,castle,,,,sure,");
    }

    @Test
    void theShippedClassesOfPopulationHaveNoGap() {
        Problems problems = new Problems();
        List<PeerGroupRule> bands = OrgUnitLists.rows(PeerGroups.read(
                        new SchemaFiles(List.of(Path.of(System.getProperty("xephang.home", "."), "schemas"))),
                        problems))
                .stream()
                .filter(rule -> rule.peerGroupKind().equals("population_class"))
                .toList();
        assertEquals(List.of(), problems.found());
        assertEquals(4, bands.size());
        for (int i = 1; i < bands.size(); i++) {
            assertEquals(bands.get(i - 1).below(), bands.get(i).atLeast());
        }
        assertEquals(null, bands.get(0).atLeast());
        assertEquals(null, bands.get(3).below());
    }

    private void assertProblems(String expected, String... rows) throws IOException {
        Files.createDirectories(folder.resolve("codelists"));
        Files.writeString(folder.resolve("codelists/peer_groups.csv"), HEADER + String.join("\n", rows) + "\n");
        Problems problems = new Problems();
        PeerGroups.check(
                PeerGroups.read(new SchemaFiles(List.of(folder)), problems),
                List.of(new Metric(
                        "people", "Dân", "People", "persons", "neutral", "sum", null, null, null, null, "test")),
                List.of(unit("town"), unit("rural_district")),
                problems);
        assertEquals(
                expected,
                String.join(
                        "\n",
                        problems.found().stream()
                                .map(problem -> problem.file() + ":" + problem.line() + " " + problem.message())
                                .toList()));
    }

    private static OrgUnitVersion unit(String type) {
        return new OrgUnitVersion(
                "VNM." + type,
                "district",
                null,
                type,
                type,
                type,
                "VNM",
                null,
                LocalDate.of(2000, 1, 1),
                null,
                "memory",
                "test");
    }
}
