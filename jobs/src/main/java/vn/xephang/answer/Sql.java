package vn.xephang.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.xephang.view.QueryResult;

/** What questions need of SQL. */
final class Sql {

    private Sql() {}

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Rows as column name -> value. */
    static List<Map<String, Object>> rows(QueryResult result) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<Object> values : result.rows()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(result.columnNames().get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
