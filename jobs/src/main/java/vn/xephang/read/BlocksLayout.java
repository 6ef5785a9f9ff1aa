package vn.xephang.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.xephang.model.CellKind;
import vn.xephang.model.CellRef;
import vn.xephang.model.FindingCode;
import vn.xephang.schema.LandingContract.Block;
import vn.xephang.schema.LandingContract.Column;

/**
 * Blocks beside each other, each sorted by itself: a value belongs to the name in its own block. Value columns are
 * found by header, most names columns have none; so each block must stand together as names, then values, and no
 * column of names may be left over. A column moved anywhere breaks one of the two.
 */
final class BlocksLayout {

    private final FoundTable table;
    private final ColumnsByHeader columns;
    private final Set<Integer> namesColumns = new HashSet<>();
    private final List<Layout.Place> places = new ArrayList<>();
    private final Set<Integer> namesByHeader;

    BlocksLayout(FoundTable table) {
        this.table = table;
        this.columns = new ColumnsByHeader(table);
        this.namesByHeader = new HashSet<>(table.columnsWith(table.table().names()));
    }

    Layout find() {
        List<TreeMap<Integer, Column>> blocks =
                table.table().blocks().stream().map(this::valueColumns).toList();
        columns.nearMisses(headers(), Set.of());
        if (columns.findings().isEmpty()) {
            Set<Integer> values = new HashSet<>();
            blocks.forEach(block -> values.addAll(block.keySet()));
            List<Integer> rows = TableRows.of(table, values, List.of());
            blocks.stream().filter(block -> !block.isEmpty()).forEach(block -> place(block, values, rows));
        }
        if (columns.findings().isEmpty()) {
            refuseLeftOver();
        }
        return new Layout(places, columns.findings());
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>(table.table().names());
        table.table().blocks().forEach(block -> block.columns().forEach(column -> headers.add(column.header())));
        return headers;
    }

    private TreeMap<Integer, Column> valueColumns(Block block) {
        TreeMap<Integer, Column> found = new TreeMap<>();
        for (Column column : block.columns()) {
            List<String> header = List.of(column.header());
            OptionalInt at = column.isOptional() ? columns.optional(header) : columns.required(header);
            at.ifPresent(place -> found.put(place, column));
        }
        return found;
    }

    private void place(TreeMap<Integer, Column> block, Set<Integer> allValues, List<Integer> rows) {
        int names = block.firstKey() - 1;
        boolean standsTogether = block.lastKey() - block.firstKey() == block.size() - 1;
        boolean hasNames = names >= 1
                && !allValues.contains(names)
                && namesByHeader.contains(names)
                && isNamesLike(names, rows)
                && namesColumns.add(names);
        block.forEach((value, column) ->
                places.add(new Layout.Place(column, UnitColumns.of(names), value, Optional.empty())));
        if (!standsTogether || !hasNames) {
            moved(block.firstKey(), names, block.firstEntry().getValue().header());
        }
    }

    /** More than half of the rows hold a text that is no number. */
    private boolean isNamesLike(int column, List<Integer> rows) {
        long texts = rows.stream()
                .map(row -> table.grid().at(row, column))
                .filter(cell -> cell.kind() == CellKind.TEXT)
                .filter(cell -> cell.text().chars().anyMatch(Character::isLetter))
                .count();
        return texts * 2 > rows.size();
    }

    private void refuseLeftOver() {
        Set<Integer> claimed = new HashSet<>(namesColumns);
        places.forEach(place -> claimed.add(place.valueColumn()));
        Set<Integer> known = new HashSet<>(table.columnsWith(table.table().ignore()));
        known.addAll(claimed);
        List<Integer> rows = TableRows.of(table, claimed, namesColumns);
        for (int column = 1; column <= table.grid().lastColumn(); column++) {
            if (!known.contains(column) && isLeftOver(column, claimed, rows)) {
                moved(column, column, columnName(column));
            }
        }
    }

    /** Between the blocks nothing else may stand; beside them no further column of names. */
    private boolean isLeftOver(int column, Collection<Integer> claimed, List<Integer> rows) {
        boolean isBetween = claimed.stream().anyMatch(other -> other < column)
                && claimed.stream().anyMatch(other -> other > column);
        boolean isEmpty = table.headers(column).isEmpty()
                && rows.stream().allMatch(row -> table.grid().at(row, column).isBlank());
        return isBetween ? !isEmpty : namesByHeader.contains(column) && isNamesLike(column, rows);
    }

    /** @param shown the column to quote: what stands where names should, or the column that is left over */
    private void moved(int column, int shown, String name) {
        columns.add(table.findingAt(
                FindingCode.COLUMN_MOVED, table.headerRef(column), quoted(shown), table.declared(name)));
    }

    private String columnName(int column) {
        String written = table.written(column);
        return written.isEmpty() ? table.table().names().get(0) : written;
    }

    /** {@code D = Trà Vinh}: letters and first content. */
    private String quoted(int column) {
        if (column < 1) {
            return "-";
        }
        return IntStream.rangeClosed(table.headerRow(), table.firstDataRow())
                .mapToObj(row -> table.grid().at(row, column).asDelivered())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> CellRef.letters(column) + " = " + text.replaceAll("\\s+", " "))
                .orElse(CellRef.letters(column));
    }
}
