package vn.xephang.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.xephang.answer.Table;
import vn.xephang.view.Catalogue;

/** Read-only SQL over the views. */
@Command(
        name = "query",
        description = "Read-only SQL over the views of a release.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  xephang query \"select org_unit_name_vi, rank from mart.rpt_ranking where reference_year = 2016\"",
            "  xephang query \"show all tables\"",
            "  xephang query \"from mart.rpt_release\" --release R20260101T000000000Z --format json"
        })
final class QueryCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Mixin
    private OutputOptions output;

    @Parameters(paramLabel = "SQL", description = "One statement.")
    private String sql;

    @Option(names = "--release", paramLabel = "ID", description = "A kept release instead of the served one.")
    private Optional<String> releaseId;

    @Override
    public Integer call() {
        try (Catalogue catalogue = options.catalogue(releaseId)) {
            output.print(Table.of(catalogue.query(sql)));
            return Exit.DONE;
        }
    }
}
