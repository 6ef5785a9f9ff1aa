package vn.xephang.model;

/** What a delivered cell holds, before anybody interprets it. */
public enum CellKind {
    NUMBER,
    TEXT,
    BLANK,
    BOOLEAN,
    /** A spreadsheet error such as {@code #DIV/0!}. */
    ERROR
}
