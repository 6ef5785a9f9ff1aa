package vn.xephang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Superset: hands over to the script that keeps it, which also runs without Java. */
@Command(
        name = "dashboards",
        description = "Superset: install, start, stop, import the assets, check every chart.",
        footerHeading = "%nExamples:%n",
        footer = {"  xephang dashboards install", "  xephang dashboards start --port 8088", "  xephang dashboards check"
        })
final class DashboardsCommand implements Callable<Integer> {

    /** What can be done with the dashboards. */
    enum Action {
        INSTALL,
        START,
        STOP,
        IMPORT,
        CHECK,
        STATUS
    }

    @Mixin
    private LakeOptions options;

    @Parameters(paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES} (in lower case).")
    private Action action;

    @Option(names = "--port", paramLabel = "N", description = "Port on 127.0.0.1 (0: any free one).")
    private Integer port;

    @Override
    public Integer call() {
        return call(options, action, port);
    }

    /** Runs the script and gives back its exit code. */
    static int call(LakeOptions options, Action action, Integer port) {
        Path home = LakeOptions.home();
        List<String> command = new ArrayList<>(List.of(
                "python3",
                home.resolve("dashboards").resolve("manage.py").toString(),
                action.name().toLowerCase(java.util.Locale.ROOT),
                "--lake",
                options.lake().root().toString(),
                "--home",
                home.toString()));
        if (port != null) {
            command.addAll(List.of("--port", port.toString()));
        }
        System.out.flush();
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Dashboards need python3 (3.9 or newer) on the PATH; without it use --no-dashboards", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.WORLD;
        }
    }
}
