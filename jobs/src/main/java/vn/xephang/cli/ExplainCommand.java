package vn.xephang.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.xephang.answer.ExplainQuestion;
import vn.xephang.answer.Table;
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
            if (output.isForPeople()) {
                tell(answer);
            } else {
                output.print(answer.effects());
            }
            return Exit.DONE;
        }
    }

    /** One sentence, then what it rests on. */
    private void tell(ExplainQuestion.Answer answer) {
        boolean isVietnamese = options.isVietnamese();
        System.out.println(isVietnamese ? answer.sentenceVi() : answer.sentenceEn());
        System.out.println();
        output.print(answer.effects());
        answer.orders()
                .ifPresent(orders -> System.out.println((isVietnamese
                                ? "Trung bình trên các thứ tự tính được: "
                                : "Mean of the orders that can be computed: ")
                        + orders));
        section(isVietnamese ? "Tiêu chí thay đổi nhiều nhất" : "Criteria that moved most", answer.criteria());
        section(isVietnamese ? "Điểm cần để lên hạng kế tiếp" : "Points to the next place", answer.next());
    }

    private void section(String title, Table table) {
        if (!table.rows().isEmpty()) {
            System.out.println();
            System.out.println(title);
            output.print(table);
        }
    }
}
