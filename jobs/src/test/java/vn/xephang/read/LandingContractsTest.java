package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Metric;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContractLoader;
import vn.xephang.schema.Problem;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

class LandingContractsTest {

    private static final String SOUND = """
            contract_id: x
            source_code: vcci
            form_name_vi: Biểu x
            form_name_en: Form x
            format: workbook
            years: {from: 2013, until: 2016}
            org_unit_level_code: province
            map_on: "{year}-12-31"
            period_code: Y
            data_vintage: official
            tables:
              - table: summary
                match: [Tỉnh, "PCI {year}"]
                names: [Tỉnh]
                columns:
                  - {header: "PCI {year}", target: "published:pci/points"}
            """;

    @TempDir
    Path schemas;

    @Test
    void aSoundContractHasNoProblems() {
        assertEquals(List.of(), problems(SOUND));
    }

    @Test
    void reportsEveryProblemWithItsLineAtOnce() {
        String wrong = SOUND.replace("source_code: vcci", "sauce_code: vcci")
                .replace("period_code: Y", "period_code: Q5")
                .replace("map_on: \"{year}-12-31\"", "map_on: \"{year}-13-31\"")
                .replace("target: \"published:pci/points\"", "target: \"pci/points\"");
        assertEquals(
                List.of(
                        "landing/x.yaml:2: Unknown key 'sauce_code'; known: [blocks, contract_id, data_vintage, encoding, form_name_en,"
                                + " form_name_vi, format, map_on, no_figure, number_format, org_unit_level_code,"
                                + " org_unit_level_codes, org_unit_parent, period_code, period_end_on, reference_year, separator, source_code, stage_code,"
                                + " tables, years]",
                        "landing/x.yaml:16: Invalid target 'pci/points'; expected metric:<code>,"
                                + " published:<scorecard>/points|rank|rating or entered:<scorecard>/<criterion>, the"
                                + " latter two with @self or @confirmed where not final",
                        "landing/x.yaml:1: Missing 'source_code'",
                        "landing/x.yaml:8: Invalid map_on '{year}-13-31'; expected YYYY-MM-DD or {year}-MM-DD",
                        "landing/x.yaml:9: Unknown period 'Q5'; one of Y, H1, H2"),
                problems(wrong));
    }

    @Test
    void theYearComesFromExactlyOnePlace() {
        String message = "landing/x.yaml:13: The year comes from one place: one {year} in 'title' or 'match', or"
                + " 'year_column', or 'year_heads', or the contract's 'reference_year'";
        assertEquals(List.of(message), problems(SOUND.replace("match: [Tỉnh, \"PCI {year}\"]", "match: [Tỉnh]")));
        assertEquals(
                List.of(message), problems(SOUND.replace("years: {from: 2013, until: 2016}", "reference_year: 2013")));
    }

    @Test
    void aFormMayHaveUnitsOfSeveralLevels() {
        assertEquals(
                List.of(),
                problems(SOUND.replace(
                        "org_unit_level_code: province", "org_unit_level_codes: [country, region, province]")));
    }

    @Test
    void levelsAreGivenOnceAndAreKnown() {
        assertEquals(
                List.of("landing/x.yaml:7: Unknown org unit level 'town'; one of [commune, country, district, province,"
                        + " region]"),
                problems(SOUND.replace("org_unit_level_code: province", "org_unit_level_code: town")));
        assertEquals(
                List.of("landing/x.yaml:1: Give either 'org_unit_level_code', or 'org_unit_level_codes' where"
                        + " subtotals are rows too"),
                problems(SOUND.replace("org_unit_level_code: province\n", "")));
    }

    @Test
    void aTargetStandsOnce() {
        assertEquals(
                List.of("landing/x.yaml:11: Target 'published:pci/points' stands twice"),
                problems(SOUND + "      - {header: Điểm, target: \"published:pci/points\"}\n"));
    }

    @Test
    void aContractIsNamedLikeItsFile() {
        assertEquals(
                List.of("landing/x.yaml:1: Contract 'y' must be declared in landing/y.yaml"),
                problems(SOUND.replace("contract_id: x", "contract_id: y")));
    }

    @Test
    void knowsTheDateOfTheMap() {
        LandingContract pci = contract("pci-2008");
        assertEquals(Optional.of(LocalDate.of(2008, 1, 1)), pci.mapOn(2008));
        assertEquals(Optional.empty(), contract("xephang-long").mapOn(2008));
    }

    @Test
    void everyMetricOfAContractIsInTheCodeList() {
        Problems problems = new Problems();
        Set<String> metrics =
                CodeLists.load(new SchemaFiles(List.of(RealBooks.home().resolve("schemas"))), problems)
                        .metrics()
                        .stream()
                        .map(Metric::metricCode)
                        .collect(Collectors.toSet());
        List<String> unknown = RealBooks.contracts().stream()
                .flatMap(contract -> contract.tables().stream())
                .flatMap(table -> table.columns().stream())
                .map(LandingContract.Column::target)
                .filter(target -> target.startsWith("metric:") && !target.contains("{"))
                .map(target -> target.substring("metric:".length()))
                .filter(code -> !metrics.contains(code))
                .distinct()
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void everyYearOfThePciHasExactlyOneWorkbookContract() {
        for (int year : RealBooks.pciYears()) {
            long contracts = RealBooks.contracts().stream()
                    .filter(contract -> contract.sourceCode().equals("vcci")
                            && contract.format() == LandingContract.Format.WORKBOOK
                            && contract.years().contains(year))
                    .count();
            assertEquals(1, contracts, "contracts of " + year);
        }
        assertTrue(contract("pci-csv").years().contains(2030));
    }

    private static LandingContract contract(String id) {
        return RealBooks.contracts().stream()
                .filter(contract -> contract.contractId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> problems(String yaml) {
        try {
            Files.createDirectories(schemas.resolve("landing"));
            Files.writeString(schemas.resolve("landing/x.yaml"), yaml);
        } catch (IOException e) {
            throw new AssertionError("Cannot write the contract", e);
        }
        Problems problems = new Problems();
        LandingContractLoader.load(new SchemaFiles(List.of(schemas)), problems);
        return problems.found().stream().map(Problem::toString).toList();
    }
}
