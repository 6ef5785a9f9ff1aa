package vn.xephang.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Finding;
import vn.xephang.schema.ControlRule;

/**
 * The tables of population and area, which do not quite add up: the findings are those of a committed list, made by
 * SQL of its own over the CSVs, at 0.35 on parts and 0.05 on sums.
 */
class GsoSumsTest {

    private static final Path HOME = Path.of(System.getProperty("xephang.home", "."));
    private static final Path GOLDEN = HOME.resolve("jobs/src/test/resources/gso");
    private static final String TABLES = HOME.resolve("../shared/data/gso").toString();
    private static final ControlRule.Scope SCOPE = new ControlRule.Scope("gso", true, "{year}-12-31");

    @Test
    void theCommittedListIsWhatTheSqlFinds() throws IOException, SQLException {
        assertEquals(golden(), foundBySql());
    }

    @Test
    void theControlRulesFindExactlyThoseOfTheList() throws IOException {
        List<String> found = new ArrayList<>();
        found.addAll(findings("area", GsoTable.area(TABLES), List.of(rollUps("area"), rollUps("total"))));
        found.addAll(findings("population", GsoTable.population(TABLES), List.of(parts(), rollUps("total"))));
        assertEquals(golden(), found.stream().sorted().toList());
    }

    private static List<String> findings(String table, List<Figure> figures, List<List<ControlRule>> rules) {
        Map<Integer, Figures> years = new TreeMap<>();
        figures.forEach(figure -> years.computeIfAbsent(figure.referenceYear(), none -> new Figures())
                .add(figure));
        ControlChecks checks =
                new ControlChecks(rules.stream().flatMap(List::stream).toList(), new UnitTree(GsoTable.orgUnits()));
        List<String> texts = new ArrayList<>();
        years.forEach((year, ofYear) -> {
            for (Finding finding : checks.check(ofYear, all -> true)) {
                String found = finding.code().name().equals("SUM_BROKEN") ? finding.found() : "";
                texts.add(String.join(",", table, "" + year, finding.code().name(), finding.cell(), found));
            }
        });
        return texts;
    }

    private static List<ControlRule> parts() {
        BigDecimal tolerance = new BigDecimal("0.35");
        return List.of(
                new ControlRule.Parts(SCOPE, "total", List.of("male", "female"), tolerance),
                new ControlRule.Parts(SCOPE, "total", List.of("urban", "rural"), tolerance));
    }

    private static List<ControlRule> rollUps(String metric) {
        BigDecimal tolerance = new BigDecimal("0.05");
        return List.of(
                new ControlRule.RollUp(SCOPE, metric, "province", "region", tolerance),
                new ControlRule.RollUp(SCOPE, metric, "region", "country", tolerance),
                new ControlRule.RollUp(SCOPE, metric, "province", "country", tolerance));
    }

    private static List<String> golden() throws IOException {
        List<String> lines = Files.readAllLines(GOLDEN.resolve("gso_sums.csv"));
        return lines.subList(1, lines.size()).stream().sorted().toList();
    }

    private static List<String> foundBySql() throws IOException, SQLException {
        String sql = Files.readString(GOLDEN.resolve("gso_sums.sql")).replace("{gso}", TABLES.replace("'", "''"));
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                lines.add(String.join(
                        ",",
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5)));
            }
        }
        return lines.stream().sorted().toList();
    }
}
