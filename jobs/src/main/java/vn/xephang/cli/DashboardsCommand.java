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
        description = "Superset: install, start, stop, import the assets, check every chart; roles and users.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  xephang dashboards install",
            "  xephang dashboards start --port 8088",
            "  xephang dashboards check",
            "  xephang dashboards roles",
            "  xephang dashboards users --users /etc/xephang/users.yaml"
        })
final class DashboardsCommand implements Callable<Integer> {

    /** What can be done with the dashboards. */
    enum Action {
        INSTALL,
        START,
        STOP,
        IMPORT,
        CHECK,
        ROLES,
        USERS,
        STATUS
    }

    @Mixin
    private LakeOptions options;

    @Parameters(paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES} (in lower case).")
    private Action action;

    @Option(names = "--port", paramLabel = "N", description = "Port on 127.0.0.1 (0: any free one).")
    private Integer port;

    @Option(
            names = "--users",
            paramLabel = "FILE",
            description = "With users: who signs in, with role and org units (dashboards/access/users.example.yaml).")
    private Path users;

    @Override
    public Integer call() {
        List<String> more = users == null
                ? List.of()
                : List.of("--users", users.toAbsolutePath().toString());
        return call(options, action, port, more);
    }

    /** Runs the script and gives back its exit code. */
    static int call(LakeOptions options, Action action, Integer port) {
        return call(options, action, port, List.of());
    }

    private static int call(LakeOptions options, Action action, Integer port, List<String> more) {
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
        command.addAll(more);
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
