package vn.xephang.view;

import java.util.List;

/**
 * A check of a view that returned rows.
 *
 * @param firstRows the first few of them, written out
 */
public record FailedCheck(String check, long rowCount, List<String> firstRows) {

    public FailedCheck {
        firstRows = List.copyOf(firstRows);
    }

    @Override
    public String toString() {
        return check + ": " + rowCount + (rowCount == 1 ? " row" : " rows") + ", such as "
                + String.join(" | ", firstRows);
    }
}
