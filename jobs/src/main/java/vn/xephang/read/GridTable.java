package vn.xephang.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.RawCell;

/** A table of a sheet, read whole. */
final class GridTable {

    private final FoundTable table;
    private final Layout layout;
    private final RawCells made;
    private final List<RawCell> cells = new ArrayList<>();
    private final List<Finding> interrupted = new ArrayList<>();

    GridTable(FoundTable table, Figures figures) {
        this.table = table;
        this.made = RawCells.of(table, figures);
        this.layout = Layout.of(table);
        if (!layout.isBlocked()) {
            List<Integer> rows = rows();
            rows.forEach(this::readRow);
            InterruptedTable.finding(table, layout, rows).ifPresent(interrupted::add);
        }
    }

    List<RawCell> cells() {
        return cells;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(layout.findings());
        findings.addAll(interrupted);
        if (!layout.isBlocked() && cells.isEmpty()) {
            findings.add(table.finding(FindingCode.NO_ROWS, "" + table.firstDataRow(), ""));
        }
        return findings;
    }

    private List<Integer> rows() {
        Set<Integer> names = new TreeSet<>();
        layout.columns().forEach(place -> names.add(place.unit().name()));
        Set<Integer> columns = new TreeSet<>(names);
        layout.columns().forEach(place -> columns.add(place.valueColumn()));
        SkippedRows skipped = SkippedRows.of(table);
        return TableRows.of(table, columns, names).stream()
                .filter(row -> names.stream()
                        .noneMatch(column ->
                                skipped.has(table.grid().at(row, column).asDelivered())))
                .toList();
    }

    private void readRow(int row) {
        cells.addAll(cells(table, layout, made, table.grid(), row));
    }

    /** A value without a name is read too: it is for the registry to say that it knows no such unit. */
    static List<RawCell> cells(FoundTable table, Layout layout, RawCells made, Grid grid, int row) {
        List<RawCell> cells = new ArrayList<>();
        for (Layout.Place place : layout.columns()) {
            UnitText unit = UnitText.of(grid, row, place.unit());
            int valueRow = place.column().isFilledDown() ? grid.contentRow(row, place.valueColumn()) : row;
            GridCell value = grid.at(valueRow, place.valueColumn());
            if (!unit.isBlank() || !value.isBlank()) {
                cells.add(made.cell(
                        place,
                        place.column().target(),
                        table.year(),
                        unit,
                        grid.ref(row, place.unit().name()),
                        value,
                        grid.ref(valueRow, place.valueColumn())));
            }
        }
        return cells;
    }
}
