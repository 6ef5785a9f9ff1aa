package vn.xephang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The temporary folder that the launcher gave to this process alone. Engines unpack native libraries there and count
 * on an orderly end to remove them, which a process that halts does not have.
 */
final class OwnTemp {

    private static final String NAME = "xephang.";

    private OwnTemp() {}

    /** Removes the folder; one that is not this process's own is left alone. */
    static void remove() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        if (!folder.getFileName().toString().startsWith(NAME) || Boolean.getBoolean("xephang.long")) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Cannot remove the temporary folder " + folder + ": " + e.getMessage());
        }
    }
}
