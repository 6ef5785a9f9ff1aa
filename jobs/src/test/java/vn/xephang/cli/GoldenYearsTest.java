package vn.xephang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.xephang.run.TestLake;

/** Deliveries in, views out: every folder under {@code golden/} is a case; see the README there. */
class GoldenYearsTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("xephang.home", "."), "jobs", "src", "test", "resources", "golden");

    /** Cases to look at, all unless stated. */
    private static final Set<String> ONLY = Arrays.stream(
                    System.getProperty("golden.case", "").split(",", -1))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());

    private static final String LANDING = "landing";
    private static final String WITHDRAW = "withdraw";
    private static final String ARGUMENTS = ".args";

    /** Writes the expected files anew instead of comparing, and fails. */
    private static final boolean IS_WRITING = Boolean.getBoolean("golden.write");

    @TempDir
    private Path folder;

    static List<String> cases() throws IOException {
        return list(GOLDEN).stream()
                .filter(Files::isDirectory)
                .map(path -> path.getFileName().toString())
                .filter(name -> ONLY.isEmpty() || ONLY.contains(name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theViewsSayWhatIsExpected(String name) throws IOException {
        Path of = GOLDEN.resolve(name);
        TestLake lake = deliveredAndRun(of);
        List<Path> expected = filesOf(of.resolve("expected"));
        assertFalse(expected.isEmpty(), "case " + name + " expects nothing");
        List<Path> changed = new ArrayList<>();
        for (Path file : expected) {
            compare(file, found(lake, file), changed);
        }
        for (Path question : filesOf(of.resolve("asked"))) {
            String asked = question.getFileName().toString();
            if (asked.endsWith(ARGUMENTS)) {
                Path answer = question.resolveSibling(asked.replace(ARGUMENTS, ".csv"));
                compare(answer, answer(lake, Files.readAllLines(question)), changed);
            }
        }
        if (IS_WRITING) {
            fail("golden.write is set: nothing was compared; written anew, to be read before it is committed: "
                    + changed);
        }
    }

    private static void compare(Path file, String found, List<Path> changed) throws IOException {
        if (!IS_WRITING) {
            assertEquals(Files.readString(file), found, GOLDEN.relativize(file).toString());
        } else if (!Files.exists(file) || !found.equals(Files.readString(file))) {
            Files.writeString(file, found);
            changed.add(GOLDEN.relativize(file));
        }
    }

    /** Each step of the case in the order of its number, followed by a run. */
    private TestLake deliveredAndRun(Path of) throws IOException {
        TestLake lake = new TestLake(folder.resolve("lake"));
        for (Path step : steps(of)) {
            if (step.getFileName().toString().startsWith(LANDING)) {
                deliver(step, lake);
            } else {
                withdraw(step, lake);
            }
            lake.run();
        }
        return lake;
    }

    private static List<Path> steps(Path of) throws IOException {
        return list(of).stream()
                .filter(path -> path.getFileName().toString().matches("(" + LANDING + "|" + WITHDRAW + ")(-\\d+)?"))
                .sorted(Comparator.comparing(
                        path -> path.getFileName().toString().replaceAll("\\D", "")))
                .toList();
    }

    /** {@code <source>/<file>.txt} holds the reason why the newest delivery of that file is taken back. */
    private static void withdraw(Path step, TestLake lake) throws IOException {
        for (Path source : list(step)) {
            for (Path file : list(source)) {
                String landingFile = source.getFileName() + "/"
                        + file.getFileName().toString().replace(".txt", "");
                String delivery = (String) lake.value("select max(delivery_id) from mart.dim_delivery"
                        + " where landing_file = '" + landingFile + "'");
                String reason = Files.readString(file).strip();
                Called called = Called.on(lake, "withdraw", delivery, "--reason", reason);
                assertEquals(0, called.exitCode(), called.err());
            }
        }
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

    private static String answer(TestLake lake, List<String> arguments) {
        Called called = Called.on(lake, arguments.toArray(String[]::new));
        assertEquals(0, called.exitCode(), called.err());
        return called.out().replace("\r\n", "\n");
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        return Files.isDirectory(folder) ? list(folder) : List.of();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
