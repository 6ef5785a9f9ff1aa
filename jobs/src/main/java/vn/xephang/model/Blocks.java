package vn.xephang.model;

import java.util.Locale;

/** What a finding keeps out of the release. */
public enum Blocks {
    NOTHING,
    CELL,
    /** Every value of the form (contract) in that file. */
    FORM,
    FILE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
