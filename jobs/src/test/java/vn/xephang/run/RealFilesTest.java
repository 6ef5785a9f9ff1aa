package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.xephang.conform.Conformed;
import vn.xephang.model.Finding;
import vn.xephang.read.RealBooks;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;

/**
 * Every real file, as {@code validate} sees it, against a committed list: which contract reads it, how many cells, and
 * each finding code with its cells. {@code -Dgolden.write=true} writes the list.
 */
class RealFilesTest {

    private static final Path LIST = RealBooks.home().resolve("jobs/src/test/resources/golden-findings/real-files.csv");

    private static Declarations declarations;

    @BeforeAll
    static void readDeclarations() {
        declarations =
                Declarations.load(new SchemaFiles(List.of(RealBooks.home().resolve("schemas"))));
    }

    @TestFactory
    Stream<DynamicTest> everyRealFileIsReadWithExactlyTheListedFindings() throws IOException {
        Map<String, List<String>> listed = Boolean.getBoolean("golden.write") ? write() : listed();
        assertEquals(files(), List.copyOf(listed.keySet()));
        return listed.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(), () -> assertEquals(file.getValue(), findings(file.getKey()))));
    }

    private static List<String> files() throws IOException {
        List<String> files = new ArrayList<>(List.of("budget/Plan_2003.xls", "ranktables/CPI2012.xlsx"));
        IntStream.rangeClosed(2006, 2014).forEach(year -> files.add("budget/Final_" + year + ".xls"));
        IntStream.rangeClosed(2015, 2017).forEach(year -> files.add("ranktables/world_happiness_" + year + ".csv"));
        RealBooks.pciYears()
                .forEach(year -> files.add("pci/" + RealBooks.pci(year).getFileName()));
        try (Stream<Path> tables = Files.list(RealBooks.file("gso"))) {
            tables.forEach(table -> files.add("gso/" + table.getFileName()));
        }
        return List.copyOf(new TreeSet<>(files));
    }

    /** {@code read as <contract>, n cells}, then {@code CODE n: cells}, in the order of codes. */
    private static List<String> findings(String name) {
        Map<String, List<String>> cells = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        Iterator<Conformed> items =
                new FileSteps(declarations).conform(RealBooks.delivered(source(name), RealBooks.file(name)), 0);
        while (items.hasNext()) {
            Conformed item = items.next();
            if (item instanceof Conformed.Refused refused) {
                Finding finding = refused.finding();
                cells.computeIfAbsent(finding.code().name(), none -> new ArrayList<>())
                        .add(place(finding) + " " + finding.found());
            } else if (item instanceof Conformed.End end) {
                lines.add("read as " + end.contractId() + ", " + end.cellCount() + " cells");
            }
        }
        cells.forEach((code, places) -> lines.add(code + " " + places.size() + ": " + String.join("; ", places)));
        return lines;
    }

    private static String place(Finding finding) {
        return finding.sheet().isEmpty() ? finding.cell() : finding.sheet() + "!" + finding.cell();
    }

    private static String source(String name) {
        return Map.of("budget", "mof", "gso", "gso", "pci", "vcci")
                .getOrDefault(
                        name.substring(0, name.indexOf('/')), name.contains("CPI2012") ? "transparency" : "un-sdsn");
    }

    private static Map<String, List<String>> listed() throws IOException {
        Map<String, List<String>> listed = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(LIST)) {
            rows.forEach(row -> listed.computeIfAbsent(row.getField("file"), none -> new ArrayList<>())
                    .add(row.getField("reading")));
        }
        return listed;
    }

    private static Map<String, List<String>> write() throws IOException {
        Map<String, List<String>> listed = new TreeMap<>();
        files().forEach(file -> listed.put(file, findings(file)));
        try (CsvWriter out = CsvWriter.builder().build(LIST)) {
            out.writeRecord("file", "reading");
            listed.forEach((file, lines) -> lines.forEach(line -> out.writeRecord(file, line)));
        }
        return listed;
    }
}
