package vn.xephang.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.xephang.view.CatalogueMain;
import vn.xephang.view.CatalogueTimes;

/**
 * Builds the DuckDB file of a release in a process of its own, which may run out of memory or crash without harm to
 * the run. Started early, it waits with its libraries loaded until the tables are written.
 */
final class CatalogueProcess implements AutoCloseable {

    private static final String THREADS = "2";
    private static final String MEMORY = "1GB";

    private final Process process;

    CatalogueProcess(List<Path> schemaLayers) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
        Stream.of("xephang.archive")
                .map(System::getProperty)
                .filter(archive -> archive != null)
                .forEach(archive -> command.add("-XX:SharedArchiveFile=" + archive));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CatalogueMain.class.getName(), "-"));
        command.add(String.join(
                java.io.File.pathSeparator,
                schemaLayers.stream().map(Path::toString).toList()));
        command.addAll(List.of(THREADS, MEMORY));
        try {
            this.process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the process that builds the views", e);
        }
    }

    /**
     * Builds and checks the views.
     *
     * @return how long each took
     * @throws ViewsRefused when a check finds rows or the process fails
     */
    CatalogueTimes build(Path releaseFolder) {
        try {
            try (Writer stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(releaseFolder + "\n");
            }
            String problems = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new ViewsRefused("The views of the release could not be built (exit " + code + "): " + problems);
            }
            return CatalogueTimes.parse(times);
        } catch (IOException e) {
            throw new UncheckedIOException("The process that builds the views is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ViewsRefused("Interrupted while the views were built");
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
