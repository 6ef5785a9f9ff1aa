package vn.xephang.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.xephang.answer.Table;
import vn.xephang.view.Catalogue;

/** What was wrong with deliveries. */
@Command(
        name = "findings",
        description = "What was wrong with deliveries, and how to mend it.",
        footerHeading = "%nExamples:%n",
        footer = {"  xephang findings", "  xephang findings --lang vi --format csv --excel > gui-lai.csv"})
final class FindingsCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Mixin
    private OutputOptions output;

    @Option(names = "--release", paramLabel = "ID", description = "A kept release instead of the served one.")
    private Optional<String> releaseId;

    @Override
    public Integer call() {
        String fix = options.isVietnamese() ? "how_to_fix" : "how_to_fix_en as how_to_fix";
        try (Catalogue catalogue = options.catalogue(releaseId)) {
            output.print(Table.of(catalogue.query("select code, severity, landing_file, sheet, cell, found, " + fix
                    + " from mart.rpt_finding order by landing_file, sheet, cell, code, found")));
            return Exit.DONE;
        }
    }
}
