package vn.xephang.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a query returned.
 *
 * @param columnTypes as DuckDB names them, such as VARCHAR or DECIMAL(18,9)
 * @param rows values as String, Boolean, Number (Integer, Long, Double, BigDecimal, ...), LocalDate, LocalDateTime (UTC),
 *     or null; what is none of these as text
 */
public record QueryResult(List<String> columnNames, List<String> columnTypes, List<List<Object>> rows) {

    public QueryResult {
        columnNames = List.copyOf(columnNames);
        columnTypes = List.copyOf(columnTypes);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }
}
