package vn.xephang.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of a unit that lacks the value of a criterion. */
public enum MissingRule {
    /** No total, hence no rank: a missing value must not make the worst place. */
    NO_RANK,

    /** The criterion earns nothing, as where a report that was not handed in is work not done. */
    ZERO_POINTS;

    /** The word in rubric files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final Set<String> CODES =
            Arrays.stream(values()).map(MissingRule::code).collect(Collectors.toUnmodifiableSet());

    static MissingRule read(Yaml yaml, String key) {
        String code = yaml.oneOf(key, CODES);
        return CODES.contains(code) ? valueOf(code.toUpperCase(Locale.ROOT)) : NO_RANK;
    }
}
