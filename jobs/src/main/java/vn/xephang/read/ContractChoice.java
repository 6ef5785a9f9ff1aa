package vn.xephang.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContract.Table;

/** Finds the one contract that fits what stands in a file. */
final class ContractChoice {

    private static final int NEAREST_SHOWN = 3;

    private final LandingFile file;
    private final List<SheetHead> heads;

    /** The tables found, or the findings that say why there are none. */
    record Chosen(List<FoundTable> tables, List<Finding> findings) {}

    /** How well a table fits a sheet. */
    private record Fit(LandingContract contract, Table table, SheetHead head, SheetHead.Match match) {

        boolean isWhole() {
            return match.isWhole() && isOnItsSheet() && isOfKnownYear() && !head.hasAny(table.absent());
        }

        boolean isOnItsSheet() {
            return table.sheet().isEmpty() || table.sheet().equals(head.grid().sheet());
        }

        boolean isOfKnownYear() {
            return match.statedYears().stream().allMatch(contract.years()::contains);
        }

        double share() {
            return 1
                    - (double) match.missing().size()
                            / (table.title().size() + table.match().size());
        }

        String text() {
            String years = isOfKnownYear() ? "" : " " + match.statedYears();
            return contract.contractId() + " (" + head.label() + years + ")";
        }
    }

    ContractChoice(LandingFile file, List<Grid> grids) {
        this.file = file;
        this.heads = grids.stream().map(SheetHead::new).toList();
    }

    /** @param contracts that may fit, by source and format */
    Chosen among(List<LandingContract> contracts) {
        if (contracts.isEmpty()) {
            return refused(
                    FindingCode.NO_CONTRACT,
                    "no contract reads such files of source '" + file.sourceCode() + "'",
                    "landing/<source>/ with a source that a contract names");
        }
        List<Fit> fits = contracts.stream().flatMap(this::fits).toList();
        List<Fit> whole = fits.stream().filter(Fit::isWhole).toList();
        if (whole.isEmpty()) {
            return refused(FindingCode.NO_CONTRACT, found(fits), expected(fits));
        }
        if (whole.stream().map(Fit::table).distinct().count() < whole.size()
                || whole.stream().map(Fit::contract).distinct().count() > 1) {
            return refused(FindingCode.AMBIGUOUS_CONTRACT, texts(whole), "");
        }
        return tables(whole.get(0).contract(), whole);
    }

    private Stream<Fit> fits(LandingContract contract) {
        return contract.tables().stream()
                .flatMap(table -> heads.stream().map(head -> new Fit(contract, table, head, head.find(table))));
    }

    private Chosen tables(LandingContract contract, List<Fit> fits) {
        List<Integer> years = contract.years().isConstant()
                ? List.of(contract.years().from())
                : fits.stream()
                        .flatMap(fit -> fit.match().statedYears().stream())
                        .distinct()
                        .toList();
        if (years.size() > 1) {
            return refused(FindingCode.YEAR_UNKNOWN, years.toString(), String.join(", ", matchTexts(contract)));
        }
        int year = years.isEmpty() ? 0 : years.get(0);
        List<FoundTable> tables = new ArrayList<>();
        for (Fit fit : fits) {
            tables.add(new FoundTable(
                    file, contract, fit.table(), fit.head(), fit.match().row(), year));
        }
        return new Chosen(tables, missingTables(contract, fits));
    }

    private List<Finding> missingTables(LandingContract contract, List<Fit> fits) {
        return contract.tables().stream()
                .filter(table -> fits.stream().noneMatch(fit -> fit.table().equals(table)))
                .map(table ->
                        Finding.ofFile(FindingCode.COLUMN_MISSING, file, sheets(), String.join("; ", table.match())))
                .toList();
    }

    private Chosen refused(FindingCode code, String found, String expected) {
        return new Chosen(List.of(), List.of(Finding.ofFile(code, file, found, expected)));
    }

    /** The sheets, and what nearly fits. */
    private String found(List<Fit> fits) {
        String nearly = texts(fits.stream().filter(fit -> fit.match().isWhole()).toList());
        return nearly.isEmpty() ? sheets() : nearly;
    }

    private String sheets() {
        return heads.stream().map(SheetHead::label).collect(Collectors.joining(", "));
    }

    private static String texts(List<Fit> fits) {
        return fits.stream().map(Fit::text).collect(Collectors.joining(", "));
    }

    /** The contracts that come nearest, with the header texts that they look for. */
    private static String expected(List<Fit> fits) {
        return fits.stream()
                .sorted(Comparator.comparingDouble(Fit::share).reversed())
                .map(Fit::contract)
                .distinct()
                .limit(NEAREST_SHOWN)
                .map(contract -> contract.contractId() + " " + contract.years().text() + ": "
                        + String.join("; ", matchTexts(contract)))
                .collect(Collectors.joining(" | "));
    }

    private static List<String> matchTexts(LandingContract contract) {
        return contract.tables().stream()
                .flatMap(table -> Stream.concat(table.title().stream(), table.match().stream()))
                .toList();
    }
}
