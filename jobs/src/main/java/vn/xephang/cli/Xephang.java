package vn.xephang.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import vn.xephang.answer.Refused;
import vn.xephang.run.Versions;
import vn.xephang.schema.DeclarationsRefused;
import vn.xephang.view.QueryRefused;

/** The program: one class per command, each thin. */
@Command(
        name = "xephang",
        description = "Ranks public services: delivered workbooks to releases, views and dashboards.",
        versionProvider = Xephang.Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or nothing new",
            "2:usage",
            "3:our declarations are refused",
            "4:done, and delivered files were refused or blocked",
            "5:the world failed (disk, Spark, DuckDB, port); the served release is untouched",
            "6:a question was refused",
            "75:another run holds the lake"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ValidateCommand.class,
            RankCommand.class,
            ExplainCommand.class,
            BriefCommand.class,
            QueryCommand.class,
            StatusCommand.class,
            FindingsCommand.class,
            ReleasesCommand.class,
            RollbackCommand.class,
            ReleaseCommand.class,
            WithdrawCommand.class,
            PruneCommand.class,
            DashboardsCommand.class,
            SchemasCommand.class,
            TrainCommand.class
        })
public final class Xephang {

    public static void main(String[] arguments) {
        useUtf8();
        int code = execute(arguments);
        System.out.flush();
        System.err.flush();
        OwnTemp.remove();
        // Spark leaves threads behind whose orderly end takes longer than many a run.
        Runtime.getRuntime().halt(code);
    }

    /** Runs one command. @return its exit code */
    static int execute(String... arguments) {
        return new CommandLine(new Xephang())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure))
                .execute(arguments);
    }

    private static int tell(Exception failure) {
        if (failure instanceof DeclarationsRefused) {
            System.err.println("Declarations are refused:\n" + failure.getMessage());
            return Exit.DECLARATIONS;
        }
        if (failure instanceof Refused) {
            System.err.println(failure.getMessage());
            return Exit.REFUSED;
        }
        if (failure instanceof Unusable || failure instanceof QueryRefused) {
            System.err.println(failure.getMessage());
            return Exit.USAGE;
        }
        System.err.println("Failed: " + causes(failure));
        if (System.getenv("XEPHANG_DEBUG") != null) {
            failure.printStackTrace();
        }
        return Exit.WORLD;
    }

    /** What failed and what caused it, each in its first line. */
    private static String causes(Throwable failure) {
        Set<String> lines = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            lines.add(message.lines().findFirst().orElse(cause.getClass().getSimpleName()));
        }
        return String.join(": ", lines) + " (set XEPHANG_DEBUG=1 to see where)";
    }

    private static void useUtf8() {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Version line. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "xephang " + Versions.xephang() + " (Spark " + Versions.spark() + ", DuckDB " + Versions.duckdb() + ")"
            };
        }
    }
}
