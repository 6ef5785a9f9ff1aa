package vn.xephang.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Levels of administration, from the top. */
public enum OrgUnitLevel {
    COUNTRY,
    REGION,
    PROVINCE,
    DISTRICT,
    COMMUNE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAbove(OrgUnitLevel other) {
        return compareTo(other) < 0;
    }

    /** Empty where no level has this code. */
    public static Optional<OrgUnitLevel> of(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(OrgUnitLevel::code).toList();
    }
}
