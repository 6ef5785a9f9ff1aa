package vn.xephang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the scripts of dashboards/ decide without a server: who sees which rows, which SQL is allowed, what counts as stale. */
class DashboardScriptsTest {

    private static final Path DASHBOARDS = Path.of(System.getProperty("xephang.home", "."))
            .toAbsolutePath()
            .normalize()
            .resolve("dashboards");

    @Test
    void decideAsTheirOwnTestsSay() throws Exception {
        String printed =
                outputOf(List.of("python3", DASHBOARDS.resolve("manage.py").toString(), "venv", "superset"));
        String python = printed.strip().lines().reduce("", (earlier, line) -> line);

        String said = outputOf(List.of(python, "-m", "unittest", "discover", "-s", "tests"));

        assertTrue(Pattern.compile("Ran [1-9][0-9]+ tests").matcher(said).find(), said);
    }

    /** All that a program printed, which must end well. */
    private static String outputOf(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder program =
                new ProcessBuilder(command).directory(DASHBOARDS.toFile()).redirectErrorStream(true);
        program.environment().put("PYTHONPATH", DASHBOARDS.toString());
        program.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        program.environment().put("PYTHONUTF8", "1");
        Process process = program.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), command + " does not end");
        assertEquals(0, process.exitValue(), () -> command + " failed:\n" + printed);
        return printed;
    }
}
