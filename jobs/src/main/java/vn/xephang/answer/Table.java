package vn.xephang.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.xephang.view.QueryResult;

/** Columns and rows, as an answer is printed. */
public record Table(List<String> columnNames, List<List<Object>> rows) {

    public static Table of(QueryResult result) {
        return new Table(result.columnNames(), result.rows());
    }

    /** The same with other headings, for people; columns without one are left out. */
    public Table titled(Map<String, String> titles) {
        List<Integer> kept = titles.keySet().stream().map(columnNames::indexOf).toList();
        return new Table(
                List.copyOf(titles.values()),
                rows.stream().map(row -> pick(row, kept)).toList());
    }

    private static List<Object> pick(List<Object> row, List<Integer> indexes) {
        List<Object> picked = new ArrayList<>();
        indexes.forEach(index -> picked.add(row.get(index)));
        return picked;
    }
}
