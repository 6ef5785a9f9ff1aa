package vn.xephang.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.xephang.answer.Brief;
import vn.xephang.answer.BriefQuestion;
import vn.xephang.answer.Refused;
import vn.xephang.brief.BriefFiles;
import vn.xephang.brief.Language;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Scorecard;
import vn.xephang.view.Catalogue;

/** One page about one unit in one year. */
@Command(
        name = "brief",
        description = "One page about a unit in a year, as PDF or workbook: rank, why it changed, all years, criteria,"
                + " what the next place takes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  xephang brief pci 2013 --unit \"Long An\" --out long-an-2013.pdf",
            "  xephang brief justice-district 2024 --unit \"Tân An\" --out tan-an.xlsx --language en",
            "  xephang brief pci 2016 --all --out briefs",
            "  xephang brief pci 2016 --all --level province --as xlsx --out briefs"
        })
final class BriefCommand implements Callable<Integer> {

    private static final int TOLD_EVERY = 20;

    @Mixin
    private LakeOptions options;

    @Parameters(index = "0", paramLabel = "SCORECARD", description = "Such as pci.")
    private String scorecardCode;

    @Parameters(index = "1", paramLabel = "YEAR", description = "Reference year of the data.")
    private int year;

    @ArgGroup(multiplicity = "1")
    private Asked asked;

    /** One unit, or all. */
    static final class Asked {

        @Option(names = "--unit", paramLabel = "NAME_OR_CODE", description = "The unit, as it was called that year.")
        private Optional<String> unit = Optional.empty();

        @Option(names = "--all", description = "Every unit of the year, a file each; --out is their folder.")
        private boolean isAll;
    }

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE|DIR",
            description = "File that ends in .pdf or .xlsx; with --all a folder.")
    private Path out;

    @Option(
            names = "--as",
            paramLabel = "pdf|xlsx",
            defaultValue = "pdf",
            description = "Format of the files of a folder (default: ${DEFAULT-VALUE}).")
    private BriefFiles.Format format;

    @Option(
            names = "--language",
            paramLabel = "vi|en",
            defaultValue = "vi",
            description = "Language of the page: vi or en (default: ${DEFAULT-VALUE}).")
    private Language language;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Level of the units, such as province; refused where the scorecard ranks another.")
    private Optional<String> level;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        BriefFiles.Format fileFormat = asked.isAll ? format : formatOfFile();
        Declarations declarations = options.declarations();
        level.ifPresent(code -> refuseAnotherLevel(declarations, code));
        try (Catalogue catalogue = options.catalogue(Optional.empty())) {
            List<Brief> briefs = new BriefQuestion(scorecardCode, year, asked.unit).answer(declarations, catalogue);
            BriefFiles files = new BriefFiles(language, fileFormat);
            if (asked.isAll) {
                files.writeAll(briefs, out, count -> tell(count, briefs.size()));
                System.out.println(briefs.size() + " briefs in " + out);
            } else {
                files.write(briefs.get(0), out);
                System.out.println(out);
            }
            return Exit.DONE;
        }
    }

    private BriefFiles.Format formatOfFile() {
        return BriefFiles.Format.of(out)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Invalid value for option '--out': '" + out + "'; expected a file that ends in .pdf or"
                                + " .xlsx"));
    }

    private void refuseAnotherLevel(Declarations declarations, String code) {
        declarations
                .scorecards()
                .find(scorecardCode)
                .map(Scorecard::orgUnitLevelCode)
                .filter(ranked -> !ranked.equals(code))
                .ifPresent(ranked -> {
                    throw new Refused("Cannot brief level " + code + ": " + scorecardCode + " ranks units of level "
                            + ranked + ".");
                });
    }

    private static void tell(int count, int of) {
        if (count % TOLD_EVERY == 0 || count == of) {
            System.err.println("brief     " + count + " of " + of);
        }
    }
}
