package vn.xephang.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of units with equal totals. */
public enum TieRule {
    /** They share the best place and the next places stay empty: 1, 2, 2, 4. */
    COMPETITION;

    /** The word in rubric files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final Set<String> CODES =
            Arrays.stream(values()).map(TieRule::code).collect(Collectors.toUnmodifiableSet());

    static TieRule read(Yaml rubric) {
        String code = rubric.oneOf("tie_rule", CODES);
        return CODES.contains(code) ? valueOf(code.toUpperCase(Locale.ROOT)) : COMPETITION;
    }
}
