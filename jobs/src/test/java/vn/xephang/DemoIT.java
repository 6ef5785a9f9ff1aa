package vn.xephang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.xephang.model.Lake;
import vn.xephang.publish.ReleaseStore;

/** The program as people start it: the launcher, the demo, Superset and a real browser. Runs after packaging. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final Path HOME = Path.of(System.getProperty("xephang.home"));
    private static final Path WORK = HOME.resolve("target/demo-it");
    private static final Path LAKE = WORK.resolve("lake");
    private static final Path EXAMPLES = WORK.resolve("examples");

    private static final Path TEMP = WORK.resolve("temp");

    private static Called first;

    /** What a call printed and how it ended. */
    private record Called(int exitCode, String out, String err) {}

    @BeforeAll
    static void runsTheDemoWithDashboards() throws Exception {
        delete(WORK);
        copy(HOME.resolve("examples/landing"), EXAMPLES);
        first = xephang("demo", "--lake", LAKE.toString(), "--examples", EXAMPLES.toString(), "--port", "0");
    }

    @AfterAll
    static void stopsTheDashboards() throws Exception {
        xephang("dashboards", "stop", "--lake", LAKE.toString());
    }

    @Test
    @Order(1)
    void printsTheWholeRankingOfTheLastYearAndALogin() {
        assertEquals(0, first.exitCode(), first.err());
        assertTrue(
                Pattern.compile("(?m)^ *1 +63 +48 +Đà Nẵng +70[.]00 +1 ")
                        .matcher(first.out())
                        .find(),
                first.out());
        assertTrue(
                Pattern.compile("(?m)^ *63 +63 +04 +Cao Bằng")
                        .matcher(first.out())
                        .find(),
                first.out());
        assertTrue(
                Pattern.compile("(?m)^password: \\S{12,}$").matcher(first.out()).find(), first.out());
        assertFalse(first.err().contains("[warning]"), first.err());
    }

    @Test
    @Order(2)
    void answersAtItsHealthAddress() throws Exception {
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, health.statusCode());
        assertEquals("OK", health.body().strip());
    }

    @Test
    @Order(3)
    void everyChartReturnsData() throws Exception {
        Called check = xephang("dashboards", "check", "--lake", LAKE.toString());
        assertEquals(0, check.exitCode(), check.out() + check.err());
    }

    /** The page docs/dashboards-roles.md is what came back when it was written; a difference is printed and fails. */
    @Test
    @Order(3)
    void givesEachKindOfReaderWhatThePageOfRolesSaysAndNothingElse() throws Exception {
        Called gate = call(List.of(
                "python3", HOME.resolve("dashboards/manage.py").toString(), "gate-check", "--lake", LAKE.toString()));
        assertEquals(0, gate.exitCode(), gate.out() + gate.err());
    }

    /** Into a copy of the server's own database: a page more, the same again, broken files, the page away again. */
    @Test
    @Order(3)
    void importsNothingTwiceAndTakesAwayWhatLeftTheFiles() throws Exception {
        Called check = call(List.of(
                "python3", HOME.resolve("dashboards/manage.py").toString(), "import-check", "--lake", LAKE.toString()));
        assertEquals(0, check.exitCode(), check.out() + check.err());
    }

    /** Every page in both languages, and under five choices of its filters. */
    @Test
    @Order(4)
    void showsInARealBrowserWhatTheReleaseHolds() throws Exception {
        assertEquals("2/63", rankOf("Quảng Ninh", browse("before")));
    }

    @Test
    @Order(5)
    void startsWhereTheFirstCallEndedWhenCalledAgain() throws Exception {
        Called again = xephang("demo", "--lake", LAKE.toString(), "--examples", EXAMPLES.toString(), "--no-dashboards");
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.out().startsWith("Nothing new."), again.out());
    }

    @Test
    @Order(6)
    void showsAChangedExampleValueInTheRankingAndInTheBrowserWithoutARestart() throws Exception {
        changeExample("pci-2016.csv", "Quảng Ninh", 2, "3.0");
        Called changed =
                xephang("demo", "--lake", LAKE.toString(), "--examples", EXAMPLES.toString(), "--no-dashboards");
        assertEquals(0, changed.exitCode(), changed.err());
        assertNotEquals(line(first.out(), "Quảng Ninh"), line(changed.out(), "Quảng Ninh"));
        assertEquals("6/63", rankOf("Quảng Ninh", browse("after", "--only", "leadership", "--states", "0")));
    }

    /** Ten readers ask Superset which release they see, fifty times another one becomes current by the program's own code. */
    @Test
    @Order(7)
    void showsOnlyTheServedReleaseWhileFiftyAreSwitchedUnderTenReaders() throws Exception {
        Path err = Files.createTempFile(WORK, "live", ".txt");
        Process check = new ProcessBuilder(
                        "python3",
                        HOME.resolve("dashboards/manage.py").toString(),
                        "live-check",
                        "--lake",
                        LAKE.toString(),
                        "--ask")
                .redirectError(err.toFile())
                .start();
        String said = switchAsAsked(check);
        assertTrue(check.waitFor(10, TimeUnit.MINUTES), said);
        assertEquals(0, check.exitValue(), () -> said + text(err));
        assertTrue(said.startsWith("50 switches, "), said);
        assertTrue(said.contains("\nerrors 0\nstale 0\nmixed 0\n"), said);
    }

    @Test
    @Order(8)
    void tellsEveryCommandItsExamples() throws Exception {
        for (String command : List.of(
                "demo",
                "run",
                "validate",
                "rank",
                "explain",
                "query",
                "status",
                "findings",
                "releases",
                "rollback",
                "withdraw",
                "prune",
                "dashboards")) {
            Called help = xephang(command, "--help");
            assertEquals(0, help.exitCode());
            assertTrue(help.out().contains("Examples:"), command);
        }
    }

    @Test
    @Order(9)
    void leavesNothingBehindInTheTemporaryFolder() throws Exception {
        xephang("query", "select 1", "--lake", LAKE.toString());
        try (Stream<Path> left = Files.list(TEMP)) {
            assertEquals(
                    List.of(),
                    left.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches("(xephang[.]|libduckdb|spark-|blockmgr-).*"))
                            .toList());
        }
    }

    /** Makes current what the check names, line by line; the other lines are its verdict. */
    private static String switchAsAsked(Process check) throws IOException {
        ReleaseStore releases = new ReleaseStore(new Lake(LAKE));
        StringBuilder verdict = new StringBuilder();
        try (BufferedReader asked = check.inputReader(StandardCharsets.UTF_8);
                BufferedWriter answer = check.outputWriter(StandardCharsets.UTF_8)) {
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                if (releases.ids().contains(line)) {
                    releases.makeCurrent(line);
                    answer.write("served\n");
                    answer.flush();
                } else {
                    verdict.append(line).append('\n');
                }
            }
        }
        return verdict.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "(no message: " + e.getMessage() + ")";
        }
    }

    private static String address() {
        Matcher address = Pattern.compile("http://127[.]0[.]0[.]1:\\d+").matcher(first.out());
        assertTrue(address.find(), first.out() + first.err());
        return address.group();
    }

    private static JsonNode browse(String name, String... how) throws Exception {
        Path json = WORK.resolve(name + ".json");
        List<String> command = new ArrayList<>(List.of(
                "python3",
                HOME.resolve("dashboards/manage.py").toString(),
                "browser-check",
                "--lake",
                LAKE.toString(),
                "--screenshot",
                HOME.resolve("target/dashboard-" + name + ".png").toString(),
                "--json",
                json.toString()));
        command.addAll(List.of(how));
        Called browsed = call(command);
        assertEquals(0, browsed.exitCode(), browsed.out() + browsed.err());
        return new ObjectMapper().readTree(Files.readAllBytes(json));
    }

    /** The rank that the page's table received for a province. */
    private static String rankOf(String province, JsonNode page) {
        for (JsonNode row : page.path("ranking")) {
            if (row.path("chosen_unit").asText().equals(province)) {
                return row.path("rank_label").asText();
            }
        }
        throw new AssertionError("No row for " + province + " in " + page.path("ranking"));
    }

    private static void changeExample(String file, String province, int field, String value) throws IOException {
        Path path;
        try (Stream<Path> walk = Files.walk(EXAMPLES)) {
            path = walk.filter(one -> one.endsWith(file)).findFirst().orElseThrow();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        lines.replaceAll(line -> {
            String[] fields = line.split(",", -1);
            if (fields[1].equals(province)) {
                fields[field] = value;
            }
            return String.join(",", fields);
        });
        Files.write(path, lines);
    }

    private static String line(String text, String part) {
        return text.lines().filter(one -> one.contains(part)).findFirst().orElseThrow();
    }

    private static Called xephang(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("xephang").toString()));
        command.addAll(List.of(arguments));
        return call(command);
    }

    private static Called call(List<String> command) throws Exception {
        Files.createDirectories(WORK);
        Path out = Files.createTempFile(WORK, "out", ".txt");
        Path err = Files.createTempFile(WORK, "err", ".txt");
        Files.createDirectories(TEMP);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TMPDIR", TEMP.toString());
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(20, TimeUnit.MINUTES), () -> "Still running: " + command);
        return new Called(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
