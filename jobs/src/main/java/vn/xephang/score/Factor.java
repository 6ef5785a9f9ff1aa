package vn.xephang.score;

import java.util.Locale;

/** What can change the rank of a unit from one year to another. */
public enum Factor {
    /** The unit's own values. */
    OWN,
    /** The values of the units that are ranked in both years. */
    OTHERS,
    /** The rules; in a year without a rubric, the publisher's unknown ones. */
    RUBRIC,
    /** Units that exist on the map of one of the two years only. */
    MAP,
    /** Units that exist in both years and are ranked in one of them only. */
    PARTICIPATION;

    /** The word in the column {@code factor_code}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the word is none of them */
    static Factor of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
