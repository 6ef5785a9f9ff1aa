package vn.xephang.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rows of a table: from below its header to the first row that is empty in all its columns
 * (the contract may allow some on end inside the table), or to a stop label. */
final class TableRows {

    private TableRows() {}

    /**
     * @param columns that make up the table
     * @param names those of them where a stop label may stand
     */
    static List<Integer> of(FoundTable table, Collection<Integer> columns, Collection<Integer> names) {
        List<HeaderText> stops = HeaderText.all(table.table().stopAt());
        List<Integer> rows = new ArrayList<>();
        int emptyRows = 0;
        for (int row = table.firstDataRow(); row <= table.grid().lastRow(); row++) {
            boolean isEmpty = isEmpty(table.grid(), row, columns);
            emptyRows = isEmpty ? emptyRows + 1 : 0;
            if (emptyRows > table.table().emptyRows() || isStop(table.grid(), row, names, stops)) {
                break;
            }
            if (!isEmpty) {
                rows.add(row);
            }
        }
        return rows;
    }

    static boolean isEmpty(Grid grid, int row, Collection<Integer> columns) {
        return columns.stream().allMatch(column -> grid.at(row, column).isBlank());
    }

    static boolean isStop(Grid grid, int row, Collection<Integer> names, List<HeaderText> stops) {
        return !stops.isEmpty()
                && names.stream()
                        .map(column -> HeaderText.normal(grid.at(row, column).asDelivered()))
                        .anyMatch(name -> stops.stream().anyMatch(stop -> stop.matches(name)));
    }
}
