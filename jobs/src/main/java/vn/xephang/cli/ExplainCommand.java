package vn.xephang.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.xephang.answer.ExplainQuestion;
import vn.xephang.view.Catalogue;

/** Why a rank changed. */
@Command(
        name = "explain",
        description = "Why the rank of a unit changed between two years; the effects add up to the change.",
        footerHeading = "%nExamples:%n",
        footer = {"  xephang explain pci \"Long An\" 2012 2013", "  xephang explain pci 80 2015 2016 --format json"})
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Mixin
    private OutputOptions output;

    @Parameters(index = "0", paramLabel = "SCORECARD", description = "Such as pci.")
    private String scorecardCode;

    @Parameters(index = "1", paramLabel = "UNIT", description = "Name or official code.")
    private String unit;

    @Parameters(index = "2", paramLabel = "YEAR1", description = "The earlier year.")
    private int fromYear;

    @Parameters(index = "3", paramLabel = "YEAR2", description = "The later year.")
    private int toYear;

    @Override
    public Integer call() {
        try (Catalogue catalogue = options.catalogue(Optional.empty())) {
            ExplainQuestion.Answer answer = new ExplainQuestion(scorecardCode, unit, fromYear, toYear)
                    .answer(options.declarations(), catalogue);
            output.print(answer.effects());
            if (output.isForPeople()) {
                System.err.println(answer.summary());
            }
            return Exit.DONE;
        }
    }
}
