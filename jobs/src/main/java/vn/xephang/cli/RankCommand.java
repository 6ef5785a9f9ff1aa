package vn.xephang.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.xephang.answer.Carry;
import vn.xephang.answer.RankQuestion;
import vn.xephang.answer.Table;
import vn.xephang.view.Catalogue;

/** A ranking, with the choices it was made with. */
@Command(
        name = "rank",
        description = "A ranking of one year, under its own rubric or another's.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  xephang rank pci 2016",
            "  xephang rank pci 2013 --rubric 2009 --unit \"Long An\"",
            "  xephang rank gso-divorce-rate 2016 --units 2025-07-01",
            "  xephang rank pci 2010 --rubric 2013 --missing leave-out",
            "  xephang rank pci 2016 --format csv --excel > pci-2016.csv"
        })
final class RankCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Mixin
    private OutputOptions output;

    @Parameters(index = "0", paramLabel = "SCORECARD", description = "Such as pci.")
    private String scorecardCode;

    @Parameters(index = "1", paramLabel = "YEAR", description = "Reference year of the data.")
    private int year;

    @Option(
            names = "--units",
            paramLabel = "as-was|DATE",
            defaultValue = "as-was",
            description = "The map: as it was, or the units of a date (default: ${DEFAULT-VALUE}).")
    private String units;

    @Option(
            names = "--missing",
            paramLabel = "refuse|leave-out",
            defaultValue = "refuse",
            description = "Criteria of that rubric without any value: refuse, or leave them out and state the maximum"
                    + " without them (default: ${DEFAULT-VALUE}).",
            converter = MissingWord.class)
    private Carry.Missing missing;

    @Option(
            names = "--changed",
            paramLabel = "name|refuse|leave-out",
            defaultValue = "name",
            description = "Criteria that measured something else by the year's own rubric: carry them over and name"
                    + " them, refuse, or leave them out (default: ${DEFAULT-VALUE}).",
            converter = ChangedWord.class)
    private Carry.Changed changed;

    /** {@code leave-out} is LEAVE_OUT. */
    static final class MissingWord implements CommandLine.ITypeConverter<Carry.Missing> {
        @Override
        public Carry.Missing convert(String word) {
            return Carry.Missing.valueOf(constant(word));
        }
    }

    /** {@code leave-out} is LEAVE_OUT. */
    static final class ChangedWord implements CommandLine.ITypeConverter<Carry.Changed> {
        @Override
        public Carry.Changed convert(String word) {
            return Carry.Changed.valueOf(constant(word));
        }
    }

    private static String constant(String word) {
        return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Option(names = "--rubric", paramLabel = "YEAR", description = "Rank by the rubric of another year.")
    private Optional<Integer> rubric;

    @Option(
            names = "--stage",
            paramLabel = "self|confirmed|final",
            defaultValue = "final",
            description = "Stage of the scores (default: ${DEFAULT-VALUE}).")
    private Stage stage;

    /** Stages of a score. */
    enum Stage {
        SELF,
        CONFIRMED,
        FINAL
    }

    @Option(names = "--unit", paramLabel = "NAME_OR_CODE", description = "Only this unit.")
    private Optional<String> unit;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "What was known then, such as 2025-03-01T00:00:00Z.")
    private Optional<Instant> asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkUnits();
        try (Catalogue catalogue = options.catalogue(Optional.empty())) {
            RankQuestion.Answer answer = new RankQuestion(
                            scorecardCode, year, units, rubric, stageCode(), unit, asOf, new Carry(missing, changed))
                    .answerWithNotes(options.declarations(), catalogue);
            Table rows = answer.ranks();
            output.print(output.isForPeople() ? forPeople(rows) : rows);
            if (output.isForPeople()) {
                System.err.println(choices(rows));
            }
            answer.notes().forEach(System.err::println);
            return Exit.DONE;
        }
    }

    private void checkUnits() {
        if (!units.equals("as-was")) {
            try {
                LocalDate.parse(units);
            } catch (DateTimeParseException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Invalid value for option '--units': '" + units + "'; expected as-was or a date such as"
                                + " 2025-07-01");
            }
        }
    }

    private static Table forPeople(Table rows) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("computed_rank", "rank");
        titles.put("rank_of", "of");
        titles.put("org_unit_code", "code");
        titles.put("org_unit_name_vi", "unit");
        titles.put("total_points", "points");
        titles.put("published_rank", "published");
        titles.put("published_points", "published points");
        titles.put("published_rating", "rating");
        titles.put("rank_reason_code", "why no rank");
        return rows.titled(titles);
    }

    private String choices(Table rows) {
        List<Object> first = rows.rows().get(0);
        Object rubricCode = first.get(rows.columnNames().indexOf("rubric_code"));
        return scorecardCode + " " + year + ", units " + units + ", stage " + stageCode() + ", "
                + (rubricCode == null
                        ? "no rubric for this year: rank of published points only"
                        : "rubric " + rubricCode + " ("
                                + first.get(rows.columnNames().indexOf("rubric_year")) + ")");
    }

    private String stageCode() {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
