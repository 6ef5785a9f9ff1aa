package vn.xephang.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.xephang.run.TestLake;

/** What a command answered: its exit code, and what it printed. */
record Called(int exitCode, String out, String err) {

    /** Calls a command in this JVM, on the lake. */
    static Called on(TestLake lake, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--lake", lake.lake().root().toString()));
        return of(all.toArray(String[]::new));
    }

    static synchronized Called of(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (PrintStream outHere = new PrintStream(printed, true, StandardCharsets.UTF_8);
                PrintStream errHere = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            System.setOut(outHere);
            System.setErr(errHere);
            int exitCode = Xephang.execute(arguments);
            return new Called(
                    exitCode, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Lines of the answer without the first, which names the columns. */
    List<String> rows() {
        return out.lines().skip(1).toList();
    }
}
