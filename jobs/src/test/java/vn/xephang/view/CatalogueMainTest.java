package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueMainTest {

    @TempDir
    Path folder;

    @Test
    void buildsTheReleaseNamedOnStdinInAProcessOfItsOwn() throws Exception {
        try (ReleaseFolder release = new ReleaseFolder(folder)) {
            release.write();
        }
        Process process = start("-");
        say(process, folder + "\n");

        assertEquals(0, process.waitFor(), errors(process));
        assertTrue(Files.exists(folder.resolve("xephang.duckdb")));
    }

    @Test
    void doesNothingWhenStdinEnds() throws Exception {
        Process process = start("-");
        say(process, "");

        assertEquals(0, process.waitFor(), errors(process));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void exitsWithFiveAndSaysWhatIsMissing() throws Exception {
        Process process = start(folder.toString());

        assertEquals(5, process.waitFor());
        String told = errors(process);
        assertTrue(told.startsWith("Cannot load table boundary_vintage"), told);
    }

    private static Process start(String release) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CatalogueMain.class.getName(),
                        release,
                        Declarations.folder().toString(),
                        "2",
                        "512MB"))
                .start();
    }

    private static void say(Process process, String text) throws IOException {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
