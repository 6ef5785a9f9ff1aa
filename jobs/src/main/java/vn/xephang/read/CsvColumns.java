package vn.xephang.read;

import java.util.List;
import java.util.OptionalInt;
import vn.xephang.model.Finding;

/**
 * Where the columns of a CSV stand, from 1.
 *
 * @param year column of the row's year; 0 where the contract has none
 * @param metric column of the row's metric code; 0 where the contract has none
 */
record CsvColumns(List<Layout.Place> values, int year, int metric) {

    /** @param findings receives what is wrong with them */
    static CsvColumns of(FoundTable table, List<Finding> findings) {
        Layout layout = Layout.of(table);
        findings.addAll(layout.findings());
        ColumnsByHeader columns = new ColumnsByHeader(table);
        int year = at(columns, table.table().yearColumn());
        int metric = at(columns, table.table().metricColumn());
        findings.addAll(columns.findings());
        return new CsvColumns(layout.columns(), year, metric);
    }

    private static int at(ColumnsByHeader columns, String header) {
        OptionalInt at = header.isEmpty() ? OptionalInt.empty() : columns.required(List.of(header));
        return at.orElse(0);
    }
}
