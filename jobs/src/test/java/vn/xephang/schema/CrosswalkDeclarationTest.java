package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrosswalkDeclarationTest {

    private static final Path SHIPPED =
            Path.of(System.getProperty("xephang.home", ".")).resolve("schemas");
    private static final String HEAD =
            "from_rubric_code,from_criterion_code,to_rubric_code,to_criterion_code,relation,certainty,source,note\n";

    @TempDir
    Path layer;

    @Test
    void saysThatBiasAndSupportMeanAnotherThingThanBefore2009() {
        Crosswalks crosswalks =
                Declarations.load(new SchemaFiles(List.of(SHIPPED))).crosswalks();
        assertEquals("changed", relation(crosswalks, "2006", "bias", "2013"));
        assertEquals("changed", relation(crosswalks, "2013", "bias", "2006"));
        assertEquals("broken", relation(crosswalks, "2013", "bias", "2009"));
        assertEquals("changed", relation(crosswalks, "2006", "support", "2009"));
        assertEquals("same", relation(crosswalks, "2009", "support", "2013"));
        assertEquals(Optional.empty(), crosswalks.relation("pci", "2013", "nothing", "2009"));
    }

    @Test
    void flagsEverythingThatIsWrongWithARowAtItsLine() throws IOException {
        List<String> told = problems("pci", HEAD + """
                2006,entry,2009,entry,alike,sure,,
                2006,land,2009,,same,verified,made up,
                2006,time,2009,time,broken,verified,made up,
                2006,none,2009,legal,same,verified,made up,
                2006,support,2009,support,same,verified,made up,
                2006,informal,2009,informal,renamed,verified,made up,
                2006,entry,2009,labor,renamed,verified,made up,
                2005,entry,2009,proactive,same,verified,made up,
                """).stream()
                .filter(line -> line.matches("crosswalks/pci.csv:\\d+: .*"))
                .toList();
        assertEquals(
                List.of(
                        "crosswalks/pci.csv:2: Invalid relation 'alike'; one of [broken, changed, renamed, same]",
                        "crosswalks/pci.csv:2: Invalid certainty 'sure'; one of [judgement, memory, verified]",
                        "crosswalks/pci.csv:2: A row needs a source",
                        "crosswalks/pci.csv:3: A broken criterion has one side only, every other has both",
                        "crosswalks/pci.csv:4: A broken criterion has one side only, every other has both",
                        "crosswalks/pci.csv:5: Rubric 2006 has no criterion 'none'",
                        "crosswalks/pci.csv:6: Criterion 'support' is called 'Chính sách phát triển khu vực kinh tế tư"
                                + " nhân', then 'Dịch vụ hỗ trợ doanh nghiệp': renamed or changed, not same",
                        "crosswalks/pci.csv:7: Criterion 'informal' keeps its name: same, not renamed",
                        "crosswalks/pci.csv:8: Criterion 'entry' of rubric 2006 stands already in line 2",
                        "crosswalks/pci.csv:9: Unknown rubric code '2005'; known: [2006, 2009, 2013]"),
                told);
    }

    @Test
    void flagsCriteriaOfWhichNothingIsSaid() throws IOException {
        List<String> told = problems("pci", HEAD);
        assertEquals(10 + 9 + 9 + 10, told.size(), told.toString());
        assertEquals(
                "crosswalks/pci.csv: From rubric 2006 to 2009 nothing is said of criterion 'entry' of 2006",
                told.get(0));
    }

    @Test
    void flagsACrosswalkOfAScorecardWithoutRubrics() throws IOException {
        assertEquals(
                List.of("crosswalks/nobody.csv: No rubric of a scorecard 'nobody' is known"), problems("nobody", HEAD));
    }

    private static String relation(Crosswalks crosswalks, String rubric, String criterion, String other) {
        return crosswalks
                .relation("pci", rubric, criterion, other)
                .orElseThrow()
                .relation();
    }

    private List<String> problems(String scorecard, String text) throws IOException {
        Files.createDirectories(layer.resolve("crosswalks"));
        Files.writeString(layer.resolve("crosswalks/" + scorecard + ".csv"), text);
        Rubrics rubrics = Declarations.load(new SchemaFiles(List.of(SHIPPED))).rubrics();
        Problems problems = new Problems();
        Crosswalks.load(new SchemaFiles(List.of(layer)), rubrics, problems);
        return problems.found().stream().map(Problem::toString).toList();
    }
}
