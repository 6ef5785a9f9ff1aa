package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Participant;
import vn.xephang.schema.Problem;
import vn.xephang.schema.Problems;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.schema.Scorecards;

class ScorecardDeclarationTest {

    private static final String GOOD = """
            scorecard_code: s
            scorecard_name_vi: Bảng
            scorecard_name_en: Table
            org_unit_level_code: province
            source_code: nobody
            period_code: Y
            stage_code: final
            is_synthetic: true
            published: {points: true, rank: false}
            participants:
              - years: [2019]
                expected_count: 2
                org_unit_ids: [b, a]
              - years: [2020, 2021]
                expected_count: 3
                map_on: 2020-01-01
            """;

    private static final List<OrgUnitVersion> UNITS = List.of(
            unit("c", "province", "2020-01-01", "", "C"),
            unit("b", "province", "2000-01-01", "", "B"),
            unit("a", "province", "2000-01-01", "2018-12-31", "Old A"),
            unit("a", "province", "2019-01-01", "", "A"),
            unit("gone", "province", "2000-01-01", "2019-12-31", "Gone"),
            unit("d", "district", "2000-01-01", "", "D"));

    @TempDir
    Path schemas;

    @Test
    void listsTheExpectedUnitsById() throws IOException {
        write(GOOD);
        assertEquals(List.of(), problems());
        assertEquals(List.of("a", "b"), ids(2019));
        assertEquals(List.of("a", "b", "c"), ids(2021));
        assertEquals(List.of(), ids(2022));
    }

    @Test
    void namesUnitsAsTheyWereCalledInTheYear() throws IOException {
        write(GOOD);
        assertEquals(
                new Participant("s", 2019, "a", "code of A", "A"),
                participants(2019).get(0));
    }

    @Test
    void takesTheRealPciAt42Then64Then63Units() {
        List<Integer> counts = new ArrayList<>();
        for (int year = 2005; year <= 2016; year++) {
            counts.add(Pci.SCORECARD.participants(year, Pci.LISTS.orgUnits()).size());
        }
        assertEquals(List.of(42, 64, 64, 64, 63, 63, 63, 63, 63, 63, 63, 63), counts);
    }

    @Test
    void flagsACountThatTheRegistryDoesNotGive() throws IOException {
        write(GOOD.replace("expected_count: 3", "expected_count: 4"));
        assertEquals(
                List.of(
                        "scorecards/s.yaml:15: Expected 4 units in 2020, found 3",
                        "scorecards/s.yaml:15: Expected 4 units in 2021, found 3"),
                problems());
    }

    @Test
    void flagsAUnitThatDoesNotLiveInTheYear() throws IOException {
        write(GOOD.replace("[b, a]", "[b, c]").replace("expected_count: 2", "expected_count: 1"));
        assertEquals(List.of("scorecards/s.yaml:13: No province 'c' lives in 2019"), problems());
    }

    @Test
    void flagsAYearThatStandsTwice() throws IOException {
        write(GOOD.replace("[2020, 2021]", "[2019, 2020]"));
        assertEquals(List.of("scorecards/s.yaml:14: Year 2019 stands twice"), problems());
    }

    @Test
    void flagsListAndMapTogether() throws IOException {
        write(GOOD.replace("map_on: 2020-01-01", "map_on: 2020-01-01\n    org_unit_ids: [a, b, c]")
                .replace("[2020, 2021]", "[2020]"));
        assertEquals(List.of("scorecards/s.yaml:14: Give either org_unit_ids or map_on"), problems());
    }

    @Test
    void flagsAnUnknownKey() throws IOException {
        write(GOOD.replace("is_synthetic: true", "is_synthetic: true\nsynthetic: true"));
        assertTrue(problems().get(0).startsWith("scorecards/s.yaml:9: Unknown key 'synthetic'"));
    }

    @Test
    void knowsWhoIsDeclaredNotToTakePart() throws IOException {
        write(GOOD.replace("[b, a]", "[b, a]\n    not_participating_org_unit_ids: [a]"));
        assertEquals(List.of(), problems());
        assertTrue(scorecards().find("s").orElseThrow().isNotParticipating(2019, "a"));
        assertFalse(scorecards().find("s").orElseThrow().isNotParticipating(2020, "a"));
    }

    @Test
    void flagsARubricOfAnUnknownScorecardOrYear() throws IOException {
        write(GOOD);
        Problems problems = new Problems();
        Scorecards.load(
                new SchemaFiles(List.of(schemas)),
                UNITS,
                new Rubrics(List.of(Given.rubric(2019, "2019", "1"))),
                problems);
        assertEquals(
                "rubrics/made-up/2019.yaml: Unknown scorecard 'made-up'; add it to scorecards/",
                problems.found().get(0).toString());
    }

    private static OrgUnitVersion unit(String id, String level, String from, String to, String name) {
        return new OrgUnitVersion(
                id,
                level,
                "code of " + name,
                name,
                name,
                level,
                "",
                "",
                LocalDate.parse(from),
                to.isEmpty() ? null : LocalDate.parse(to),
                "verified",
                "made up");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(schemas.resolve("scorecards"));
        Files.writeString(schemas.resolve("scorecards/s.yaml"), text);
    }

    private List<String> ids(int year) {
        return participants(year).stream().map(Participant::orgUnitId).toList();
    }

    private List<Participant> participants(int year) {
        return scorecards().find("s").orElseThrow().participants(year, UNITS);
    }

    private Scorecards scorecards() {
        return Scorecards.load(new SchemaFiles(List.of(schemas)), UNITS, new Rubrics(List.of()), new Problems());
    }

    private List<String> problems() {
        Problems problems = new Problems();
        Scorecards.load(new SchemaFiles(List.of(schemas)), UNITS, new Rubrics(List.of()), problems);
        return problems.found().stream().map(Problem::toString).toList();
    }
}
