package vn.xephang.units;

import static org.junit.jupiter.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

/** The shipped code lists, and the real lists and tables kept outside the project. */
final class SharedLists {

    private static final Path HOME = Path.of(System.getProperty("xephang.home", "."));

    private SharedLists() {}

    static CodeLists shipped() {
        Problems problems = new Problems();
        CodeLists lists = CodeLists.load(new SchemaFiles(List.of(HOME.resolve("schemas"))), problems);
        problems.refuseIfAny();
        return lists;
    }

    static Path file(String name) {
        Path file = HOME.resolve("../shared/data").resolve(name).normalize();
        if (!Files.exists(file)) {
            fail("Cannot find " + file + ": these tests need the real lists in shared/data beside the project");
        }
        return file;
    }

    /** UTF-8, or what it is where it is not: one of the real tables is windows-1252. */
    static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
            return text.contains("\uFFFD") ? new String(bytes, Charset.forName("windows-1252")) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<NamedCsvRecord> rows(String name) {
        return rows(file(name));
    }

    static List<NamedCsvRecord> rows(Path file) {
        try (Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(file)).stream()) {
            return rows.toList();
        }
    }

    /** A list committed beside the tests. */
    static Path committed(String name) {
        return HOME.resolve("jobs/src/test/resources/units").resolve(name);
    }
}
