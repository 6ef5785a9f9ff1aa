package vn.xephang.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.xephang.model.FindingCode;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContract.Column;
import vn.xephang.schema.LandingContract.YearHead;

/**
 * A table with one column per year, or several per year: each header states the year, and by how it is written the
 * vintage. A declared column stands for the columns of all its years; every declared column has the same years.
 */
final class YearsLayout {

    private final FoundTable table;
    private final ColumnsByHeader columns;
    private final List<Layout.Place> places = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();

    YearsLayout(FoundTable table) {
        this.table = table;
        this.columns = new ColumnsByHeader(table);
    }

    Layout find() {
        OptionalInt names = columns.required(table.table().names());
        UnitColumns unit = columns.unit(names).orElse(UnitColumns.of(0));
        Map<Column, Set<Integer>> years = new LinkedHashMap<>();
        for (Column column : table.table().columns()) {
            years.put(column, place(column, unit));
        }
        Set<Integer> allYears = new TreeSet<>();
        years.values().forEach(allYears::addAll);
        years.forEach((column, found) -> refuseMissing(column, found, allYears));
        used.addAll(unit.all());
        columns.warnOfUnknown(table.table().names(), used);
        return new Layout(places, columns.findings());
    }

    /** The years that the column has. A year beyond the contract is left to the warning of unknown columns. */
    private Set<Integer> place(Column column, UnitColumns unit) {
        Map<Integer, Integer> placeOfYear = new TreeMap<>();
        for (YearHead head : table.table().yearHeads()) {
            HeaderText wanted = HeaderText.of(column.header().replace(LandingContract.YEAR, head.text()));
            for (int at = 1; at <= table.grid().lastColumn(); at++) {
                Optional<Integer> year = year(wanted, at);
                if (year.isPresent()) {
                    Integer first = placeOfYear.putIfAbsent(year.get(), at);
                    if (first != null) {
                        twice(column, year.get(), first, at);
                    }
                    Layout.Dated dated = new Layout.Dated(year.get(), head.dataVintage());
                    places.add(new Layout.Place(column, unit, at, Optional.of(dated)));
                    used.add(at);
                }
            }
        }
        return placeOfYear.keySet();
    }

    private Optional<Integer> year(HeaderText wanted, int column) {
        return table.headers(column).stream()
                .flatMap(text -> wanted.year(text).stream().boxed())
                .filter(table.contract().years()::contains)
                .findFirst();
    }

    private void twice(Column column, int year, int first, int second) {
        columns.add(table.findingAt(
                FindingCode.COLUMN_TWICE,
                table.headerRef(second),
                table.headerRef(first) + ", " + table.headerRef(second),
                column.header().replace(LandingContract.YEAR, "" + year)));
    }

    private void refuseMissing(Column column, Set<Integer> found, Set<Integer> allYears) {
        if (found.isEmpty() && !column.isOptional()) {
            columns.missing(column.header());
        }
        if (!found.isEmpty()) {
            allYears.stream()
                    .filter(year -> !found.contains(year))
                    .forEach(year -> columns.missing(column.header().replace(LandingContract.YEAR, "" + year)));
        }
    }
}
