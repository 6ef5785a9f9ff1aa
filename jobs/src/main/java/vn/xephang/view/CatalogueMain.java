package vn.xephang.view;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import vn.xephang.schema.DeclarationsRefused;
import vn.xephang.schema.SchemaFiles;

/**
 * Builds a catalogue in a process of its own, which may crash without harm.
 *
 * <p>Arguments: release folder, folders of declarations (joined as in a class path, later over earlier), threads,
 * memory limit. With {@code -} for the release folder it gets ready, waits for one line on stdin that names the
 * folder, and builds then; when stdin ends without a line it stops and has done nothing.
 */
public final class CatalogueMain {

    private static final int DONE = 0;
    private static final int USAGE = 2;
    private static final int FAILED = 5;
    private static final int ARGUMENTS = 4;

    private CatalogueMain() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String[] arguments) {
        if (arguments.length != ARGUMENTS) {
            System.err.println("Usage: CatalogueMain <release folder, or - to read it from stdin>"
                    + " <folders of declarations> <threads> <memory limit>");
            return USAGE;
        }
        try {
            CatalogueBuilder builder = CatalogueBuilder.of(declarations(arguments[1]));
            Path release = arguments[0].equals("-") ? awaited() : Path.of(arguments[0]);
            if (release != null) {
                CatalogueTimes times = builder.build(
                        release, release.resolve("xephang.duckdb"), Integer.parseInt(arguments[2]), arguments[3]);
                System.out.println(times);
            }
            return DONE;
        } catch (CatalogueFailed | ChecksFailed | DeclarationsRefused | IOException | UncheckedIOException e) {
            // Whoever started the process reads UTF-8, whatever the locale.
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                    .println(e.getMessage());
            return FAILED;
        }
    }

    private static SchemaFiles declarations(String folders) {
        return new SchemaFiles(
                Arrays.stream(folders.split(File.pathSeparator)).map(Path::of).toList());
    }

    /** Null when stdin ended. */
    private static Path awaited() throws IOException {
        DuckDb.warm();
        BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = stdin.readLine();
        return line == null ? null : Path.of(line);
    }
}
