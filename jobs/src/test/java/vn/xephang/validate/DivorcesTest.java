package vn.xephang.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.xephang.model.CellRef;
import vn.xephang.model.Finding;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.ControlRule;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.units.OrgUnitMatch;
import vn.xephang.units.OrgUnitMatchers;
import vn.xephang.units.OrgUnitRegistry;

/** The table of divorces, which adds up: by level, over provinces and over regions. One digit changed at a time. */
class DivorcesTest {

    private static final Path TABLE = Path.of(
            System.getProperty("xephang.home", "."),
            "../shared/data/gso/Number of divorce cases cleared up by province and by level.csv");
    private static final LocalDate MAP_ON = LocalDate.of(2016, 12, 31);
    private static final List<String> METRICS = List.of("total", "provincial", "district");
    private static final ControlRule.Scope SCOPE = new ControlRule.Scope("t", true, MAP_ON.toString());

    private static List<Figure> table;
    private static ControlChecks checks;

    @BeforeAll
    static void readTheTable() throws IOException {
        CodeLists lists = Declarations.load(
                        new SchemaFiles(List.of(Path.of(System.getProperty("xephang.home", "."), "schemas"))))
                .codeLists();
        table = figures(lists);
        List<ControlRule> rules = new ArrayList<>();
        rules.add(new ControlRule.Parts(SCOPE, "total", METRICS.subList(1, 3), BigDecimal.ZERO));
        for (String metric : METRICS) {
            rules.add(new ControlRule.RollUp(SCOPE, metric, "province", "region", BigDecimal.ZERO));
            rules.add(new ControlRule.RollUp(SCOPE, metric, "region", "country", BigDecimal.ZERO));
        }
        checks = new ControlChecks(rules, new UnitTree(lists.orgUnits()));
    }

    @Test
    void acceptsTheTableAsPublished() {
        assertEquals(815, numeric().size());
        assertEquals(25, table.size() - numeric().size());
        assertEquals(List.of(), findings(table));
    }

    @Test
    void namesTheCellOfEachChangedDigit() {
        int mutants = 0;
        for (Figure figure : numeric()) {
            for (String changed : changedDigits(figure)) {
                mutants++;
                assertEquals(
                        List.of("CELL_BREAKS_SUMS " + figure.cellRef() + " " + changed + " ("
                                + figure.orZero().toPlainString() + ")"),
                        findings(with(figure, changed)));
            }
        }
        assertTrue(mutants > 815, mutants + " mutants of 815 cells");
    }

    /** The number with another digit at each place; how the digit changes differs from place to place. */
    private static List<String> changedDigits(Figure figure) {
        String number = figure.orZero().toPlainString();
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < number.length(); i++) {
            int digit = (number.charAt(i) - '0' + 1 + i * 3 % 9) % 10;
            changed.add(new BigDecimal(number.substring(0, i) + digit + number.substring(i + 1)).toPlainString());
        }
        return changed;
    }

    private static List<Figure> with(Figure figure, String number) {
        List<Figure> all = new ArrayList<>(table);
        all.remove(figure);
        all.add(new Figure(
                figure.metricCode(),
                figure.orgUnitId(),
                figure.referenceYear(),
                figure.periodCode(),
                Optional.of(new BigDecimal(number)),
                "",
                "",
                figure.cellRef()));
        return all.stream()
                .filter(one -> one.referenceYear() == figure.referenceYear())
                .toList();
    }

    private static List<String> findings(List<Figure> figures) {
        List<String> texts = new ArrayList<>();
        for (int year : List.of(2013, 2014, 2015, 2016)) {
            Figures ofYear = new Figures();
            figures.stream().filter(figure -> figure.referenceYear() == year).forEach(ofYear::add);
            for (Finding finding : checks.check(ofYear, all -> true)) {
                texts.add(finding.code() + " " + finding.cell() + " " + finding.found());
            }
        }
        return texts;
    }

    private static List<Figure> numeric() {
        return table.stream().filter(figure -> figure.number().isPresent()).toList();
    }

    private static List<Figure> figures(CodeLists lists) throws IOException {
        OrgUnitMatchers matchers =
                new OrgUnitMatchers(new OrgUnitRegistry(lists.orgUnits()), lists.orgUnitNames(), lists.typeWords());
        List<Figure> figures = new ArrayList<>();
        try (Stream<CsvRecord> rows =
                CsvReader.builder()
                        .fieldSeparator(';')
                        .allowExtraFields(true)
                        .ofCsvRecord(Files.readString(TABLE))
                        .stream()) {
            rows.filter(row -> row.getStartingLineNumber() > 3).forEach(row -> {
                String unit = unit(matchers, row.getField(0).strip());
                for (int column = 1; column < row.getFieldCount(); column++) {
                    String text = row.getField(column);
                    figures.add(new Figure(
                            METRICS.get((column - 1) % 3),
                            unit,
                            2013 + (column - 1) / 3,
                            "Y",
                            text.equals("..") ? Optional.empty() : Optional.of(new BigDecimal(text)),
                            "",
                            "",
                            new CellRef("", (int) row.getStartingLineNumber(), column + 1).text()));
                }
            });
        }
        return figures;
    }

    private static String unit(OrgUnitMatchers matchers, String name) {
        if (name.equals("WHOLE COUNTRY")) {
            return "VNM";
        }
        return Stream.of("region", "province")
                .map(level -> matchers.matcher(level, MAP_ON, MAP_ON).match(name))
                .filter(OrgUnitMatch.Found.class::isInstance)
                .map(match -> ((OrgUnitMatch.Found) match).orgUnitId())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Unknown unit " + name));
    }
}
