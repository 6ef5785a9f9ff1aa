package vn.xephang.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One check of a view: a query that returns no rows while the view is right. */
record ViewCheck(String name, String sql) {

    private static final int ROWS_SHOWN = 5;

    /** The check that its key is unique, and its own. */
    static List<ViewCheck> of(ViewFile view) {
        List<ViewCheck> checks = new ArrayList<>();
        if (!view.key().isEmpty()) {
            checks.add(new ViewCheck(view.name() + " key", uniqueKey(view)));
        }
        checks.add(new ViewCheck(view.name() + ".check.sql", view.checkSql()));
        return checks;
    }

    private static String uniqueKey(ViewFile view) {
        String key = String.join(", ", view.key());
        return "select 'rows share the key " + key + "' as problem, concat_ws(' ', " + key + ") as found\nfrom mart."
                + view.name() + "\ngroup by " + key + "\nhaving count(*) > 1";
    }

    Optional<FailedCheck> run(Connection connection) {
        try {
            List<List<String>> rows = DuckDb.texts(
                    connection, "select count(*) over () as row_count, * from (\n" + sql + "\n) limit " + ROWS_SHOWN);
            return rows.isEmpty() ? Optional.empty() : Optional.of(failed(rows));
        } catch (SQLException e) {
            throw new CatalogueFailed("Cannot run the check " + name, e);
        }
    }

    private FailedCheck failed(List<List<String>> rows) {
        return new FailedCheck(
                name,
                Long.parseLong(rows.get(0).get(0)),
                rows.stream()
                        .map(row -> String.join(": ", row.subList(1, row.size())))
                        .toList());
    }
}
