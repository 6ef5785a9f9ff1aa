package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.xephang.model.Participant;
import vn.xephang.model.PublishedResult;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Problems;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.schema.Scorecard;
import vn.xephang.schema.Scorecards;

/** The declarations that ship, and the real PCI 2005-2016 from {@code examples/}. */
final class Pci {

    static final Path HOME = Path.of(System.getProperty("xephang.home", "."));
    static final SchemaFiles FILES = new SchemaFiles(List.of(HOME.resolve("schemas")));
    static final CodeLists LISTS;
    static final Rubrics RUBRICS;
    static final Scorecard SCORECARD;
    private static final Map<Integer, YearData> YEARS = new HashMap<>();

    static {
        Problems problems = new Problems();
        LISTS = CodeLists.load(FILES, problems);
        RUBRICS = Rubrics.load(FILES, LISTS.metrics(), problems);
        SCORECARD = Scorecards.load(FILES, LISTS.orgUnits(), RUBRICS, problems)
                .find("pci")
                .orElseThrow();
        problems.refuseIfAny();
    }

    private Pci() {}

    static YearData year(int year) {
        return YEARS.computeIfAbsent(year, Pci::read);
    }

    /** Every year 2005-2016, scored. */
    static SortedMap<Integer, ScoredYear> scored() {
        SortedMap<Integer, ScoredYear> scored = new TreeMap<>();
        for (int year = 2005; year <= 2016; year++) {
            scored.put(year, ScoreYear.of(year(year), RUBRICS));
        }
        return scored;
    }

    /** Id of a province by its name in a year. */
    static String id(int year, String name) {
        return year(year).participants().stream()
                .filter(unit -> unit.orgUnitNameVi().equals(name))
                .map(Participant::orgUnitId)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No province '" + name + "' in " + year));
    }

    /** Rows of a real file that is kept outside the project; fails when it is absent. */
    static List<NamedCsvRecord> shared(String name) {
        Path file = HOME.toAbsolutePath().normalize().resolve("../shared/data").resolve(name);
        assertTrue(
                Files.isRegularFile(file),
                () -> "Real data are missing: " + file.normalize()
                        + ". Put or link the folder 'shared' beside the project.");
        return rows(file);
    }

    private static YearData read(int year) {
        List<Participant> participants = SCORECARD.participants(year, LISTS.orgUnits());
        Map<String, String> ids =
                participants.stream().collect(Collectors.toMap(Participant::orgUnitNameVi, Participant::orgUnitId));
        Map<String, Map<String, Double>> values = new HashMap<>();
        Map<String, PublishedResult> published = new HashMap<>();
        for (NamedCsvRecord row : rows(HOME.resolve("examples/landing/vcci/pci-" + year + ".csv"))) {
            String id = ids.get(row.getField("province"));
            assertTrue(id != null, () -> "Unknown province " + row);
            Map<String, Double> metrics = new HashMap<>();
            row.getFieldsAsMap().forEach((column, text) -> {
                if (column.startsWith("pci_") && !text.isEmpty()) {
                    metrics.put(column, Double.valueOf(text));
                }
            });
            values.put(id, metrics);
            published.put(id, published(id, year, row.getFieldsAsMap()));
        }
        return new YearData(SCORECARD, year, YearData.AS_WAS, participants, values, published);
    }

    private static PublishedResult published(String id, int year, Map<String, String> row) {
        String rank = row.getOrDefault("published_rank", "");
        return Given.published(
                id,
                year,
                Double.valueOf(row.get("published_score")),
                rank.isEmpty() ? null : Integer.valueOf(rank),
                row.get("published_rating"));
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = new ArrayList<>();
            reader.forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
