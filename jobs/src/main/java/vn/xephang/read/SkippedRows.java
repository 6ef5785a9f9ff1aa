package vn.xephang.read;

import java.util.List;

/** The rows that a contract leaves out, by what stands among their names: subtotals of no known unit, formula rows. */
record SkippedRows(List<HeaderText> labels) {

    static SkippedRows of(FoundTable table) {
        return new SkippedRows(HeaderText.all(table.table().skipRows()));
    }

    /** @param name as delivered */
    boolean has(String name) {
        return !labels.isEmpty() && labels.stream().anyMatch(label -> label.matches(HeaderText.normal(name)));
    }
}
