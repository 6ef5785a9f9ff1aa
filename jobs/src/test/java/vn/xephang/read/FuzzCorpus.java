package vn.xephang.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every real table at hand, and what our readers find in a file by place: {@code Sheet!B17} -> kind and text. */
final class FuzzCorpus {

    private static final Map<String, String> SOURCES = Map.of("pci", "vcci", "budget", "mof", "gso", "gso");

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n?");

    private FuzzCorpus() {}

    /** A real file. @param source the folder below landing/ that it would arrive in */
    record Original(Path path, String source) {

        boolean isCsv() {
            return path.toString().endsWith(".csv");
        }

        boolean isXlsx() {
            return path.toString().endsWith(".xlsx");
        }

        /** How it is written, by what stands in it untouched. */
        CsvForm form() throws IOException {
            if (!isCsv()) {
                return new CsvForm(',', "utf-8");
            }
            try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
                char separator = lines.limit(10).anyMatch(line -> line.contains(";")) ? ';' : ',';
                return new CsvForm(separator, isUtf8(path) ? "utf-8" : "windows-1252");
            }
        }
    }

    /** How a CSV is written. @param encoding of a file without a mark */
    record CsvForm(char separator, String encoding) {}

    private static boolean isUtf8(Path path) throws IOException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static List<Original> originals() throws IOException {
        try (Stream<Path> files = Files.walk(RealBooks.file("pci").getParent(), 2)) {
            return files.filter(path -> path.toString().matches(".*\\.(csv|xls|xlsx)"))
                    .filter(path -> !path.getParent().endsWith("codelists"))
                    .sorted()
                    .map(path -> new Original(path, source(path)))
                    .toList();
        }
    }

    private static String source(Path path) {
        String folder = path.getParent().getFileName().toString();
        return SOURCES.getOrDefault(
                folder, path.getFileName().toString().startsWith("CPI") ? "transparency" : "un-sdsn");
    }

    /** What stands in a file; empty when our readers refuse it. Any other exception is a bug. */
    static Optional<Map<String, String>> content(Path file, CsvForm form) throws IOException {
        try {
            FileKind kind = FileKind.of(file);
            return Optional.of(kind == FileKind.TEXT ? ofCsv(file, form) : ofSheets(LandingReader.sheets(kind, file)));
        } catch (RefusedFile e) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            return Optional.empty();
        }
    }

    static Map<String, String> ofSheets(List<Grid> sheets) {
        Map<String, String> content = new TreeMap<>();
        for (Grid grid : sheets) {
            for (int row = 1; row <= grid.lastRow(); row++) {
                for (int column = 1; column <= grid.lastColumn(); column++) {
                    GridCell cell = grid.at(row, column);
                    if (!cell.isBlank()) {
                        content.put(grid.ref(row, column), cell.kind() + " " + cell.asDelivered());
                    }
                }
            }
        }
        return content;
    }

    private static Map<String, String> ofCsv(Path file, CsvForm form) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (CloseableIterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(form.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(new TextFile(file).open(form.encoding()))
                .iterator()) {
            long number = 0;
            while (records.hasNext()) {
                CsvRecord row = records.next();
                for (int i = 0; i < row.getFieldCount(); i++) {
                    content.put(
                            number + ":" + i, LINE_ENDS.matcher(row.getField(i)).replaceAll("\n"));
                }
                number++;
            }
        }
        return content;
    }
}
