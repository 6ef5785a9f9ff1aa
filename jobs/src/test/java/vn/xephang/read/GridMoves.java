package vn.xephang.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Sheets as a publisher might rearrange them. */
final class GridMoves {

    private GridMoves() {}

    /** The same sheet with one column taken out and put in at another place. */
    static Grid moveColumn(Grid grid, int from, int to) {
        List<Integer> order = new ArrayList<>(
                IntStream.rangeClosed(1, grid.lastColumn()).boxed().toList());
        order.add(to - 1, order.remove(from - 1));
        return ofColumns(grid, order);
    }

    /** The same sheet with its columns in this order; 0 is an empty column. */
    static Grid ofColumns(Grid grid, List<Integer> order) {
        Grid moved = new Grid(grid.sheet());
        for (int i = 0; i < order.size(); i++) {
            copyColumn(grid, order.get(i), moved, i + 1, 0);
        }
        return moved;
    }

    static Grid insertColumnLeft(Grid grid) {
        List<Integer> order = new ArrayList<>(
                IntStream.rangeClosed(1, grid.lastColumn()).boxed().toList());
        order.addAll(0, Collections.nCopies(1, 0));
        return ofColumns(grid, order);
    }

    static Grid insertRowsAbove(Grid grid, int count) {
        Grid moved = new Grid(grid.sheet());
        for (int column = 1; column <= grid.lastColumn(); column++) {
            copyColumn(grid, column, moved, column, count);
        }
        return moved;
    }

    static Grid copy(Grid grid, Grid copy) {
        for (int column = 1; column <= grid.lastColumn(); column++) {
            copyColumn(grid, column, copy, column, 0);
        }
        return copy;
    }

    static Grid with(Grid grid, int row, int column, GridCell cell) {
        Grid changed = new Grid(grid.sheet());
        for (int each = 1; each <= grid.lastColumn(); each++) {
            for (int at = 1; at <= grid.lastRow(); at++) {
                put(changed, at, each, at == row && each == column ? cell : grid.at(at, each));
            }
        }
        grid.merged().forEach(changed::merge);
        return changed;
    }

    private static void copyColumn(Grid grid, int from, Grid moved, int to, int rowsDown) {
        for (int row = 1; from > 0 && row <= grid.lastRow(); row++) {
            put(moved, row + rowsDown, to, grid.at(row, from));
        }
        grid.merged().stream()
                .filter(range -> range.firstColumn() == from && range.lastColumn() == from)
                .forEach(range ->
                        moved.merge(new Grid.Merged(range.firstRow() + rowsDown, range.lastRow() + rowsDown, to, to)));
    }

    private static void put(Grid grid, int row, int column, GridCell cell) {
        try {
            grid.put(row, column, cell);
        } catch (RefusedFile e) {
            throw new AssertionError(e);
        }
    }
}
