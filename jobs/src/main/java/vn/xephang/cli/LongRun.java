package vn.xephang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.xephang.landing.LandingScan;
import vn.xephang.model.Lake;
import vn.xephang.run.WorkSize;

/**
 * Large input is worked on in a JVM of its own: the flags that make a short run short (one compiler, one collector
 * thread, classes from an archive) make a long one slow.
 */
final class LongRun {

    private static final String MARK = "xephang.long";

    private LongRun() {}

    /** The exit code of a run in such a JVM, or empty when this one will do. */
    static Optional<Integer> instead(LakeOptions options) {
        Lake lake = options.lake();
        if (Boolean.getBoolean(MARK) || LandingScan.pendingBytes(lake) < WorkSize.largeBytes()) {
            return Optional.empty();
        }
        System.err.println("Large input: continuing in a JVM for long work.");
        try {
            return Optional.of(
                    new ProcessBuilder(command(options)).inheritIO().start().waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a JVM for long work", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Exit.WORLD);
        }
    }

    private static List<String> command(LakeOptions options) {
        String heap = Optional.ofNullable(System.getenv("XEPHANG_HEAP")).orElse("2g");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-D" + MARK + "=true",
                "-Dxephang.home=" + LakeOptions.home()));
        for (String opened : System.getProperty("xephang.opens", "").split(" ")) {
            if (!opened.isBlank()) {
                command.add(opened);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Xephang.class.getName(), "run"));
        command.addAll(options.asArguments());
        return command;
    }
}
