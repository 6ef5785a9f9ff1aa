package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.conform.Conformed;
import vn.xephang.model.CellRef;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;

/** The GSO tables by their landing contracts and the declared control rules: what is told of their sums. */
class GsoFindingsTest {

    private static final Path HOME = Path.of(System.getProperty("xephang.home", "."));
    private static final Path TABLES = HOME.resolve("../shared/data/gso");
    private static final Path DIVORCES =
            TABLES.resolve("Number of divorce cases cleared up by province and by level.csv");
    private static final FileSteps STEPS = new FileSteps(Declarations.load(new SchemaFiles(TestLake.schemaLayers())));

    @TempDir
    private Path folder;

    @Test
    void populationAndAreaGiveExactlyTheCommittedList() throws IOException {
        List<String> golden = Files.readAllLines(HOME.resolve("jobs/src/test/resources/gso/gso_sums.csv"));
        List<String> found = new ArrayList<>();
        found.addAll(listed("area", TABLES.resolve("Area, population and population density by province.csv")));
        found.addAll(listed("population", TABLES.resolve("Average population by province.csv")));
        assertEquals(
                golden.subList(1, golden.size()).stream().sorted().toList(),
                found.stream().sorted().toList());
    }

    @Test
    void divorcesAddUp() throws IOException {
        assertEquals(List.of(), findings(DIVORCES));
    }

    @Test
    void aChangedDigitInAnyNumericCellGivesOneFindingAtThatCell() throws IOException {
        List<String> lines = Files.readAllLines(DIVORCES);
        int cells = 0;
        for (int line = 3; line < lines.size(); line++) {
            String[] fields = lines.get(line).split(";");
            for (int field = 1; field < fields.length; field++) {
                if (!fields[field].equals("..")) {
                    cells++;
                    String cell = new CellRef("", line + 1, field + 1).text();
                    assertEquals(List.of("CELL_BREAKS_SUMS " + cell), changed(lines, line, fields, field));
                }
            }
        }
        assertEquals(815, cells);
    }

    /** The table with the first digit of one cell changed. */
    private List<String> changed(List<String> lines, int line, String[] fields, int field) throws IOException {
        String[] others = fields.clone();
        others[field] = (char) ('0' + (fields[field].charAt(0) - '0' + 1) % 10) + fields[field].substring(1);
        List<String> changed = new ArrayList<>(lines);
        changed.set(line, String.join(";", others));
        return findings(Files.write(folder.resolve("changed.csv"), changed)).stream()
                .map(finding -> finding.code() + " " + finding.cell())
                .toList();
    }

    private static List<String> listed(String table, Path file) throws IOException {
        return findings(file).stream()
                .filter(finding -> finding.code().name().endsWith("_SUMS")
                        || finding.code().name().startsWith("SUM_"))
                .map(finding -> String.join(
                        ",",
                        table,
                        "" + finding.referenceYear(),
                        finding.code().name(),
                        finding.cell(),
                        finding.code().name().startsWith("SUM_") ? finding.found() : ""))
                .toList();
    }

    private static List<Finding> findings(Path file) throws IOException {
        LandingFile delivery =
                new LandingFile("d1", "gso", "gso/table.csv", "", Files.size(file), Instant.EPOCH, file.toString());
        List<Finding> findings = new ArrayList<>();
        Iterator<Conformed> items = STEPS.conform(delivery, 0);
        items.forEachRemaining(item -> {
            if (item instanceof Conformed.Refused refused) {
                findings.add(refused.finding());
            }
        });
        return findings;
    }
}
