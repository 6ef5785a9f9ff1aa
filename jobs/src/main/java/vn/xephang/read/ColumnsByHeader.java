package vn.xephang.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;

/** Finds single columns of a table by their header, and collects what is missing or there twice. */
final class ColumnsByHeader {

    private final FoundTable table;
    private final List<Finding> findings = new ArrayList<>();

    ColumnsByHeader(FoundTable table) {
        this.table = table;
    }

    /** The one column with one of these headers; none or several is a finding. */
    OptionalInt required(List<String> headers) {
        OptionalInt column = optional(headers);
        if (column.isEmpty() && table.columnsWith(headers).isEmpty()) {
            missing(table.declared(headers.get(0)));
        }
        return column;
    }

    /** The one column with one of these headers, if any; several is a finding. */
    OptionalInt optional(List<String> headers) {
        List<Integer> columns = table.columnsWith(headers);
        if (columns.size() > 1) {
            String places = columns.stream().map(table::headerRef).collect(Collectors.joining(", "));
            findings.add(table.findingAt(
                    FindingCode.COLUMN_TWICE, table.headerRef(columns.get(1)), places, table.declared(headers.get(0))));
        }
        return columns.size() == 1 ? OptionalInt.of(columns.get(0)) : OptionalInt.empty();
    }

    /**
     * The columns that write a unit, beside that of its names.
     *
     * @param names empty where that was not found
     */
    Optional<UnitColumns> unit(OptionalInt names) {
        OptionalInt code = declared(table.table().unitCode());
        OptionalInt parent = declared(table.table().unitParent());
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnitColumns(names.getAsInt(), code.orElse(0), parent.orElse(0)));
    }

    private OptionalInt declared(List<String> headers) {
        return headers.isEmpty() ? OptionalInt.empty() : required(headers);
    }

    /**
     * Warns of columns with a header that nobody reads.
     *
     * @param known headers, beside those that the contract ignores
     * @param used columns that are read
     */
    void warnOfUnknown(List<String> known, Set<Integer> used) {
        nearMisses(known, used)
                .forEach(column -> findings.add(table.findingAt(
                        FindingCode.COLUMN_UNKNOWN, table.headerRef(column), table.written(column), "")));
    }

    /** Tells missing columns at headers that are nearly theirs. @return the other columns with an unknown header */
    List<Integer> nearMisses(List<String> known, Set<Integer> used) {
        List<String> headers = new ArrayList<>(known);
        headers.addAll(table.table().ignore());
        headers.addAll(table.table().unitCode());
        headers.addAll(table.table().unitParent());
        headers.add(table.table().yearColumn());
        headers.add(table.table().metricColumn());
        Set<Integer> expected = new HashSet<>(table.columnsWith(headers));
        expected.addAll(used);
        List<Integer> unknown = IntStream.rangeClosed(1, table.grid().lastColumn())
                .filter(column ->
                        !expected.contains(column) && !table.headers(column).isEmpty())
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        findings.replaceAll(finding -> misspelt(finding, unknown));
        return unknown;
    }

    /** A missing column that stands there under nearly its name is told at that header, which it takes away. */
    private Finding misspelt(Finding finding, List<Integer> unknown) {
        if (finding.code() != FindingCode.COLUMN_MISSING || !finding.cell().isEmpty()) {
            return finding;
        }
        Optional<Integer> meant = unknown.stream()
                .filter(column -> NearMiss.is(table.written(column), finding.expected()))
                .findFirst();
        meant.ifPresent(unknown::remove);
        return meant.map(column -> table.findingAt(
                        FindingCode.COLUMN_MISSING, table.headerRef(column), table.written(column), finding.expected()))
                .orElse(finding);
    }

    void missing(String expected) {
        findings.add(table.finding(FindingCode.COLUMN_MISSING, headerRow(), expected));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return findings;
    }

    /** What stands in the header rows, for the message. */
    private String headerRow() {
        return IntStream.rangeClosed(1, table.grid().lastColumn())
                .mapToObj(table::written)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
