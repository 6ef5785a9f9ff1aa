package vn.xephang.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.xephang.schema.LandingContract.Column;

/** A table with one column of unit names: every column is found by its header, wherever it stands. */
final class HeaderLayout {

    private final FoundTable table;
    private final ColumnsByHeader columns;
    private final Set<Integer> used = new HashSet<>();

    HeaderLayout(FoundTable table) {
        this.table = table;
        this.columns = new ColumnsByHeader(table);
    }

    Layout find() {
        OptionalInt names = columns.required(table.table().names());
        Optional<UnitColumns> unit = columns.unit(names);
        List<Layout.Place> places = new ArrayList<>();
        for (Column column : table.table().columns()) {
            OptionalInt value = column.header().isEmpty() ? beside(column, names.orElse(0)) : byHeader(column);
            if (unit.isPresent() && value.isPresent()) {
                places.add(new Layout.Place(column, unit.get(), value.getAsInt(), Optional.empty()));
            }
            value.ifPresent(used::add);
        }
        names.ifPresent(used::add);
        unit.ifPresent(found -> used.addAll(found.all()));
        List<String> known = new ArrayList<>(table.table().names());
        table.table().columns().forEach(column -> known.add(column.header()));
        columns.warnOfUnknown(known, used);
        return new Layout(places, columns.findings());
    }

    private OptionalInt byHeader(Column column) {
        List<String> header = List.of(column.header());
        return column.isOptional() ? columns.optional(header) : columns.required(header);
    }

    /** A column without header, known by the column beside it; a column with a header at that place is another one. */
    private OptionalInt beside(Column column, int names) {
        boolean isLeft = !column.leftOf().isEmpty();
        OptionalInt neighbour = columns.required(List.of(isLeft ? column.leftOf() : column.rightOf()));
        if (neighbour.isEmpty()) {
            return neighbour;
        }
        int at = neighbour.getAsInt() + (isLeft ? -1 : 1);
        if (at >= 1 && table.headers(at).isEmpty() && !isEmpty(at, names)) {
            return OptionalInt.of(at);
        }
        if (!column.isOptional()) {
            columns.missing(isLeft ? "? | " + column.leftOf() : column.rightOf() + " | ?");
        }
        return OptionalInt.empty();
    }

    private boolean isEmpty(int column, int names) {
        return TableRows.of(table, List.of(column, names), List.of(names)).stream()
                .allMatch(row -> table.grid().at(row, column).isBlank());
    }
}
