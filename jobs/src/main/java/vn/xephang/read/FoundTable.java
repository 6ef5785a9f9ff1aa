package vn.xephang.read;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContract.Table;

/**
 * A table of a contract at its place in a delivered file.
 *
 * @param headerRow first row of the header
 * @param year the reference year of all rows; 0 where each row states its own
 */
record FoundTable(LandingFile file, LandingContract contract, Table table, SheetHead head, int headerRow, int year) {

    Grid grid() {
        return head.grid();
    }

    int firstDataRow() {
        return headerRow + table.headerRows();
    }

    /** A declared header with the year of this file in it. */
    String declared(String header) {
        return year == 0 ? header : header.replace(LandingContract.YEAR, "" + year);
    }

    /** Columns with one of these headers; an empty one asks for columns without header. */
    List<Integer> columnsWith(List<String> headers) {
        List<HeaderText> wanted =
                HeaderText.all(headers.stream().map(this::declared).toList());
        return IntStream.rangeClosed(1, grid().lastColumn())
                .filter(column -> hasHeader(column, wanted))
                .boxed()
                .toList();
    }

    private boolean hasHeader(int column, List<HeaderText> wanted) {
        List<String> texts = headers(column);
        return (texts.isEmpty() ? List.of("") : texts)
                .stream().anyMatch(text -> wanted.stream().anyMatch(want -> want.matches(text)));
    }

    /** Header texts of a column as they are compared. */
    List<String> headers(int column) {
        return head.columnTexts(headerRow, table.headerRows(), column);
    }

    /** Header texts of a column as they were written, for messages. */
    String written(int column) {
        return IntStream.range(headerRow, firstDataRow())
                .mapToObj(row -> grid().at(row, column).asDelivered().replaceAll("\\s+", " "))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Where the header of a column stands. */
    String headerRef(int column) {
        return grid().ref(headerRow, column);
    }

    Finding finding(FindingCode code, String found, String expected) {
        return Finding.ofSheet(code, file, grid().sheet(), yearOrNull(), found, expected);
    }

    Finding findingAt(FindingCode code, String cellRef, String found, String expected) {
        return Finding.at(code, file, cellRef, yearOrNull(), found, expected);
    }

    private Integer yearOrNull() {
        return year == 0 ? null : Integer.valueOf(year);
    }
}
