package vn.xephang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Lake;
import vn.xephang.run.LakeRun;
import vn.xephang.run.Progress;
import vn.xephang.run.RunRecord;

/** Every notebook, executed in its pinned environment over a lake made from the example data. */
class NotebookTest {

    private static final Path HOME =
            Path.of(System.getProperty("xephang.home", ".")).toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path lake;
    private static String python;

    private static void makeALakeAndFindPython() throws Exception {
        lake = folder.resolve("lake");
        copy(HOME.resolve("examples/landing"), lake.resolve("landing"));
        new LakeRun(
                        new Lake(lake),
                        List.of(HOME.resolve("schemas")),
                        Clock.systemUTC(),
                        new Progress(new PrintStream(System.err, true, StandardCharsets.UTF_8)))
                .run(new RunRecord(new Lake(lake), Clock.systemUTC()));
        String printed =
                outputOf(List.of("python3", HOME.resolve("dashboards/manage.py").toString(), "venv", "notebook"));
        python = printed.strip().lines().reduce("", (earlier, line) -> line);
    }

    /** All in one call: most of a short notebook is starting Python. */
    @BeforeAll
    static void executeThem() throws Exception {
        makeALakeAndFindPython();
        List<String> command = new ArrayList<>(List.of(
                python, "-m", "nbconvert", "--to=notebook", "--execute", "--output-dir=" + folder.resolve("executed")));
        notebooks().map(Path::toString).forEach(command::add);
        outputOf(command);
    }

    @TestFactory
    Stream<DynamicTest> answersItsQuestionWithAPlot() throws IOException {
        return notebooks()
                .map(notebook -> DynamicTest.dynamicTest(
                        name(notebook),
                        () -> assertTrue(
                                outputs(folder.resolve("executed").resolve(name(notebook)))
                                        .anyMatch(output -> output.path("data").has("image/png")),
                                name(notebook) + " ran, but no figure came out")));
    }

    @TestFactory
    Stream<DynamicTest> isCommittedWithoutOutputs() throws IOException {
        return notebooks()
                .map(notebook -> DynamicTest.dynamicTest(
                        name(notebook),
                        () -> assertEquals(
                                0,
                                outputs(notebook).count(),
                                name(notebook) + " holds outputs; clear them, they age with the release")));
    }

    private static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("notebooks"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
            assertTrue(!found.isEmpty(), "no notebook in notebooks/");
            return found.stream();
        }
    }

    private static Stream<JsonNode> outputs(Path notebook) throws IOException {
        return items(JSON.readTree(notebook.toFile()).path("cells")).flatMap(cell -> items(cell.path("outputs")));
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Standard output of a program that ends well; what it said on standard error is the message otherwise. */
    private static String outputOf(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder program = new ProcessBuilder(new ArrayList<>(command)).redirectError(said.toFile());
        program.environment().put("XEPHANG_LAKE", lake.toString());
        program.environment().put("PYTHONUTF8", "1");
        Process process = program.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), command + " does not end");
        assertEquals(0, process.exitValue(), () -> command + " failed:\n" + text(said));
        return printed;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "(no message: " + e.getMessage() + ")";
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
