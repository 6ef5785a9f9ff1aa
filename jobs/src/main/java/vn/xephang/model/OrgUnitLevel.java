package vn.xephang.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Levels of administration, from the top. */
public enum OrgUnitLevel {
    COUNTRY,
    REGION,
    PROVINCE,
    DISTRICT,
    COMMUNE;

    private static final Map<String, OrgUnitLevel> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(OrgUnitLevel::code, Function.identity()));
    private static final List<String> CODES =
            Arrays.stream(values()).map(OrgUnitLevel::code).toList();

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    public boolean isAbove(OrgUnitLevel other) {
        return compareTo(other) < 0;
    }

    /** Empty where no level has this code. */
    public static Optional<OrgUnitLevel> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static List<String> codes() {
        return CODES;
    }
}
