package vn.xephang.read;

import vn.xephang.model.CellKind;
import vn.xephang.model.ShortestDecimal;

/**
 * What a cell holds, as delivered.
 *
 * @param text of a text, boolean or error cell, NFC; empty for a number
 * @param number of a number cell, else null
 */
record GridCell(CellKind kind, String text, Double number) {

    static final GridCell BLANK = new GridCell(CellKind.BLANK, "", null);

    /** Text that is blank throughout counts as an empty cell. */
    static GridCell ofText(String text) {
        return HeaderText.isBlank(text) ? BLANK : new GridCell(CellKind.TEXT, HeaderText.composed(text), null);
    }

    static GridCell ofNumber(double number) {
        return Double.isFinite(number) ? new GridCell(CellKind.NUMBER, "", number) : ofError("" + number);
    }

    static GridCell ofBoolean(boolean value) {
        return new GridCell(CellKind.BOOLEAN, value ? "TRUE" : "FALSE", null);
    }

    static GridCell ofError(String text) {
        return new GridCell(CellKind.ERROR, text, null);
    }

    boolean isBlank() {
        return kind == CellKind.BLANK;
    }

    /** The text, of a number its shortest round-trip decimal. */
    String asDelivered() {
        return number == null ? text : ShortestDecimal.text(number);
    }
}
