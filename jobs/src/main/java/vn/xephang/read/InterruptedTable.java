package vn.xephang.read;

import java.util.List;
import java.util.Optional;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;

/**
 * An empty row that somebody left inside a table: it ends the table, so that the rows below it are not read. What
 * stands below a table anyway (notes, a single row of ranks, a header once more) does not look like its rows.
 */
final class InterruptedTable {

    /** So many rows below the empty one must look like rows of the table. */
    private static final int LIKE_IT = 2;

    private final FoundTable table;
    private final Layout layout;
    private final int last;

    private InterruptedTable(FoundTable table, Layout layout, int last) {
        this.table = table;
        this.layout = layout;
        this.last = last;
    }

    /** @param rows of the table, in order */
    static Optional<Finding> finding(FoundTable table, Layout layout, List<Integer> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : new InterruptedTable(table, layout, rows.get(rows.size() - 1)).finding();
    }

    private Optional<Finding> finding() {
        int first = last + 1 + table.table().emptyRows() + 1;
        for (int row = last + 1; row < first; row++) {
            if (!isEmpty(row)) {
                return Optional.empty();
            }
        }
        int end = first;
        while (end <= table.grid().lastRow() && isLikeTheLast(end)) {
            end++;
        }
        return end - first < LIKE_IT
                ? Optional.empty()
                : Optional.of(table.findingAt(
                        FindingCode.TABLE_INTERRUPTED,
                        table.grid()
                                .ref(last + 1, layout.columns().get(0).unit().name()),
                        first + "-" + (end - 1),
                        "" + (last + 1)));
    }

    private boolean isEmpty(int row) {
        return layout.columns().stream()
                .allMatch(place -> table.grid().at(row, place.valueColumn()).isBlank()
                        && table.grid().at(row, place.unit().name()).isBlank());
    }

    /** Names where it has names, numbers where it has numbers. */
    private boolean isLikeTheLast(int row) {
        return layout.columns().stream()
                .allMatch(place -> hasLetters(row, place.unit().name())
                        && (table.grid().at(last, place.valueColumn()).number() == null
                                || table.grid().at(row, place.valueColumn()).number() != null));
    }

    private boolean hasLetters(int row, int column) {
        return table.grid().at(row, column).asDelivered().chars().anyMatch(Character::isLetter);
    }
}
