package vn.xephang.validate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.xephang.model.Finding;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.schema.ControlRule;

/** Figures of one year for tests, one row per unit and one column per metric: cell {@code B2} is the first. */
final class Sheet {

    private final List<String> metrics;
    private final Figures figures = new Figures();
    private int rows = 1;

    Sheet(String... metrics) {
        this.metrics = List.of(metrics);
    }

    /** Numbers as text; {@code ..} is missing, an empty text is no cell at all. */
    Sheet row(String unit, String... numbers) {
        rows++;
        for (int i = 0; i < numbers.length; i++) {
            if (!numbers[i].isEmpty()) {
                figures.add(figure(unit, metrics.get(i), numbers[i], (char) ('B' + i) + "" + rows));
            }
        }
        return this;
    }

    private static Figure figure(String unit, String metric, String number, String cell) {
        Optional<BigDecimal> value = number.equals("..") ? Optional.empty() : Optional.of(new BigDecimal(number));
        return new Figure(metric, unit, 2020, "Y", value, "d1", "gso/form.csv", cell);
    }

    /** {@code CODE cell: sentence}. */
    List<String> findings(ControlRule... rules) {
        return findings(new UnitTree(units()), rules);
    }

    private List<String> findings(UnitTree tree, ControlRule... rules) {
        List<String> texts = new ArrayList<>();
        for (Finding finding : new ControlChecks(List.of(rules), tree).check(figures, all -> true)) {
            texts.add(finding.code() + " " + finding.cell() + ": " + finding.messageEn());
        }
        return texts;
    }

    /** A country with region r1 (provinces p1, p2) and region r2 (province p3). */
    private static List<OrgUnitVersion> units() {
        return List.of(
                unit("c", "country", null),
                unit("r1", "region", "c"),
                unit("r2", "region", "c"),
                unit("p1", "province", "r1"),
                unit("p2", "province", "r1"),
                unit("p3", "province", "r2"));
    }

    private static OrgUnitVersion unit(String id, String level, String parent) {
        return new OrgUnitVersion(
                id, level, null, id, id, level, parent, null, LocalDate.of(2004, 1, 1), null, "verified", "made up");
    }
}
