package vn.xephang.model;

import java.util.Locale;

/** How bad a finding is: an error blocks what its scope says, a warning and an info never block. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The word in files and columns: {@code error}, {@code warning}, {@code info}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
