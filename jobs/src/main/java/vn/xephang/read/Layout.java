package vn.xephang.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.xephang.model.Blocks;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContract.Column;
import vn.xephang.schema.LandingContract.UnitLine;

/**
 * Where the columns of a table stand.
 *
 * @param columns in the order of the sheet; not to be read when a finding blocks
 */
record Layout(List<Place> columns, List<Finding> findings) {

    /**
     * A value column with the columns that write its unit.
     *
     * @param dated the year and vintage that its header states; empty where the header states none
     */
    record Place(Column column, UnitColumns unit, int valueColumn, Optional<Dated> dated) {}

    /** The reference year that a column's header states, and the vintage that goes with how it is written. */
    record Dated(int year, String dataVintage) {}

    Layout {
        columns = columns.stream()
                .sorted(Comparator.comparingInt(Place::valueColumn))
                .toList();
        findings = List.copyOf(findings);
    }

    static Layout of(FoundTable table) {
        Layout layout = columnsOf(table);
        List<Finding> findings = new ArrayList<>(layout.findings());
        wrongUnit(table, table.table().unitLine()).ifPresent(findings::add);
        return new Layout(layout.columns(), findings);
    }

    private static Optional<Finding> wrongUnit(FoundTable table, UnitLine line) {
        if (!line.isStated()) {
            return Optional.empty();
        }
        Optional<String> stated = table.head().filledIn(line.text(), LandingContract.UNIT);
        return stated.equals(Optional.of(HeaderText.normal(line.expected())))
                ? Optional.empty()
                : Optional.of(table.finding(FindingCode.UNIT_OF_MEASURE_WRONG, stated.orElse(""), line.expected()));
    }

    private static Layout columnsOf(FoundTable table) {
        if (table.table().isSideBySide()) {
            return new BlocksLayout(table).find();
        }
        return table.table().yearHeads().isEmpty() ? new HeaderLayout(table).find() : new YearsLayout(table).find();
    }

    boolean isBlocked() {
        return isBlocked(findings);
    }

    static boolean isBlocked(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.code().blocks().compareTo(Blocks.FORM) >= 0);
    }
}
