package vn.xephang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.xephang.answer.Table;
import vn.xephang.view.Catalogue;

/** The main job on the example data that ships. */
@Command(
        name = "demo",
        description = "The main job on the example data that ships: ingest, publish, check, then the dashboards.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  xephang demo                      ends with an address and a login",
            "  xephang demo --no-dashboards      on a machine without Python",
            "  xephang demo --lake my-lake --port 0"
        })
final class DemoCommand implements Callable<Integer> {

    private static final String RANKING = """
            select rank, rank_of, org_unit_code, org_unit_name_vi,
                   coalesce(total_points, published_points)::decimal(18, 2) as points, published_rank, published_rating,
                   case when rank_change > 0 then '+' || rank_change else rank_change::varchar end as rank_change
            from mart.rpt_ranking
            where scorecard_code = 'pci'
                and reference_year = (select max(reference_year) from mart.rpt_ranking where scorecard_code = 'pci')
            order by rank nulls last, org_unit_sort
            """;

    private static final String OTHERS = """
            select scorecard_code,
                   min(reference_year) || '-' || max(reference_year) as years,
                   case when bool_or(is_synthetic) then 'SYNTHETIC' else 'real figures' end as nature,
                   'xephang rank ' || scorecard_code || ' ' || max(reference_year) as command
            from mart.rpt_ranking
            where scorecard_code <> 'pci'
            group by scorecard_code
            order by scorecard_code
            """;

    @Mixin
    private LakeOptions options;

    @Option(
            names = "--examples",
            paramLabel = "DIR",
            description = "Files to deliver instead of the shipped ones: <source>/<file> below this folder.")
    private Path examples;

    @Option(names = "--no-dashboards", description = "Stop after the ranking; needs no Python.")
    private boolean isWithoutDashboards;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8088",
            description = "Port of the dashboards on 127.0.0.1, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() {
        deliver(examples == null ? LakeOptions.home().resolve("examples/landing") : examples);
        int code = RunCommand.run(options);
        if (code != Exit.DONE && code != Exit.FINDINGS) {
            return code;
        }
        printRanking();
        return isWithoutDashboards
                ? code
                : Math.max(code, DashboardsCommand.call(options, DashboardsCommand.Action.START, port));
    }

    /** Puts the example files into landing, as a source would; files that are there already stay untouched. */
    private void deliver(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path example : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path landed = options.lake().landing().resolve(folder.relativize(example));
                if (!Files.exists(landed) || Files.mismatch(example, landed) >= 0) {
                    Files.createDirectories(landed.getParent());
                    Path arriving = landed.resolveSibling("." + landed.getFileName() + ".part");
                    Files.copy(example, arriving, StandardCopyOption.REPLACE_EXISTING);
                    Files.move(arriving, landed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot deliver the examples of " + folder, e);
        }
    }

    private void printRanking() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("rank", "rank");
        titles.put("rank_of", "of");
        titles.put("org_unit_code", "code");
        titles.put("org_unit_name_vi", "unit");
        titles.put("points", "points");
        titles.put("published_rank", "published");
        titles.put("published_rating", "rating");
        titles.put("rank_change", "change");
        TablePrinter printer = new TablePrinter(System.out);
        try (Catalogue catalogue = options.catalogue(Optional.empty())) {
            printer.print(Table.of(catalogue.query(RANKING)).titled(titles), TablePrinter.Format.TABLE, false);
            Table others = Table.of(catalogue.query(OTHERS));
            if (!others.rows().isEmpty()) {
                System.out.println("\nAlso ranked:");
                printer.print(others, TablePrinter.Format.TABLE, false);
            }
        }
    }
}
