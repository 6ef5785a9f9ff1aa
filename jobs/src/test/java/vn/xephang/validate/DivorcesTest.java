package vn.xephang.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Finding;
import vn.xephang.schema.ControlRule;

/** The table of divorces, which adds up: by level, over provinces and over regions. One digit changed at a time. */
class DivorcesTest {

    private static final LocalDate MAP_ON = LocalDate.of(2016, 12, 31);
    private static final List<String> METRICS = List.of("total", "provincial", "district");
    private static final ControlRule.Scope SCOPE = new ControlRule.Scope("t", true, MAP_ON.toString());

    private static List<Figure> table;
    private static ControlChecks checks;

    @BeforeAll
    static void readTheTable() {
        table = GsoTable.divorces(System.getProperty("xephang.home", ".") + "/../shared/data/gso");
        List<ControlRule> rules = new ArrayList<>();
        rules.add(new ControlRule.Parts(SCOPE, "total", METRICS.subList(1, 3), BigDecimal.ZERO));
        for (String metric : METRICS) {
            rules.add(new ControlRule.RollUp(SCOPE, metric, "province", "region", BigDecimal.ZERO));
            rules.add(new ControlRule.RollUp(SCOPE, metric, "region", "country", BigDecimal.ZERO));
        }
        checks = new ControlChecks(rules, new UnitTree(GsoTable.orgUnits()));
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
}
