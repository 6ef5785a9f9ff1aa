package vn.xephang.read;

/** What a row writes of its unit; empty where there is no such column or nothing in it. */
record UnitText(String name, String code, String parent) {

    static UnitText of(Grid grid, int row, UnitColumns columns) {
        return new UnitText(
                grid.at(row, columns.name()).asDelivered(),
                columns.code() == 0 ? "" : grid.at(row, columns.code()).asDelivered(),
                columns.parent() == 0 ? "" : grid.at(row, columns.parent()).asDelivered());
    }

    boolean isBlank() {
        return HeaderText.isBlank(name) && HeaderText.isBlank(code);
    }
}
