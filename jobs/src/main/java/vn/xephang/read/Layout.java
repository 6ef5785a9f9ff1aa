package vn.xephang.read;

import java.util.Comparator;
import java.util.List;
import vn.xephang.model.Blocks;
import vn.xephang.model.Finding;
import vn.xephang.schema.LandingContract.Column;

/**
 * Where the columns of a table stand.
 *
 * @param columns in the order of the sheet; not to be read when a finding blocks
 */
record Layout(List<Place> columns, List<Finding> findings) {

    /** A value column with the column of its unit names. */
    record Place(Column column, int namesColumn, int valueColumn) {}

    Layout {
        columns = columns.stream()
                .sorted(Comparator.comparingInt(Place::valueColumn))
                .toList();
        findings = List.copyOf(findings);
    }

    static Layout of(FoundTable table) {
        return table.table().isSideBySide() ? new BlocksLayout(table).find() : new HeaderLayout(table).find();
    }

    boolean isBlocked() {
        return isBlocked(findings);
    }

    static boolean isBlocked(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.code().blocks().compareTo(Blocks.FORM) >= 0);
    }
}
