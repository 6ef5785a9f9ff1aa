package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.xephang.run.TestLake;

/** Deliveries in, views out: every folder under {@code golden/} is a case; see the README there. */
class GoldenYearsTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("xephang.home", "."), "jobs", "src", "test", "resources", "golden");

    /** Writes the expected files anew instead of comparing, and fails. */
    private static final boolean IS_WRITING = Boolean.getBoolean("golden.write");

    @TempDir
    private Path folder;

    static List<String> cases() throws IOException {
        return list(GOLDEN).stream()
                .filter(Files::isDirectory)
                .map(path -> path.getFileName().toString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theViewsSayWhatIsExpected(String name) throws IOException {
        TestLake lake = deliveredAndRun(GOLDEN.resolve(name));
        List<Path> expected = list(GOLDEN.resolve(name).resolve("expected"));
        assertFalse(expected.isEmpty(), "case " + name + " expects nothing");
        List<Path> changed = new ArrayList<>();
        for (Path file : expected) {
            String found = found(lake, file);
            if (!IS_WRITING) {
                assertEquals(Files.readString(file), found, name + "/expected/" + file.getFileName());
            } else if (!found.equals(Files.readString(file))) {
                Files.writeString(file, found);
                changed.add(GOLDEN.relativize(file));
            }
        }
        if (IS_WRITING) {
            fail("golden.write is set: nothing was compared; written anew, to be read before it is committed: "
                    + changed);
        }
    }

    /** Each landing folder of the case is delivered over the one before, and run. */
    private TestLake deliveredAndRun(Path of) throws IOException {
        TestLake lake = new TestLake(folder.resolve("lake"));
        for (Path landing : list(of)) {
            if (landing.getFileName().toString().startsWith("landing")) {
                deliver(landing, lake);
                lake.run();
            }
        }
        return lake;
    }

    private static void deliver(Path landing, TestLake lake) throws IOException {
        for (Path source : list(landing)) {
            for (Path file : list(source)) {
                lake.deliver(source.getFileName() + "/" + file.getFileName(), file);
            }
        }
    }

    /** The whole view, in the columns of the expected file. */
    private static String found(TestLake lake, Path expected) throws IOException {
        String view = expected.getFileName().toString().replace(".csv", "");
        String columns = Files.readAllLines(expected).get(0);
        Called called = Called.on(
                lake, "query", "select " + columns + " from mart." + view + " order by all", "--format", "csv");
        assertEquals(0, called.exitCode(), called.err());
        return called.out().replace("\r\n", "\n");
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
