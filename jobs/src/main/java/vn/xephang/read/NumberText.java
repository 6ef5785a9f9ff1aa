package vn.xephang.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.xephang.schema.LandingContract.NumberFormat;

/**
 * Numbers that are text, read as the contract says that they are written. Where numbers are grouped, a footnote mark
 * such as {@code (1)} may stand before them, apart from them.
 */
final class NumberText {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern GROUPED_BY_POINT = grouped("\\.", ",");
    private static final Pattern GROUPED_BY_COMMA = grouped(",", "\\.");
    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private NumberText() {}

    private static Pattern grouped(String group, String point) {
        return Pattern.compile("(\\(\\d{1,2}\\)[\\s\\p{Z}]+)?(?<sign>[+-]?)(?<whole>\\d{1,3}(" + group
                + "\\d{3})+|\\d+)(" + point + "(?<part>\\d+))?");
    }

    /** The number that a text writes; empty when it is none in this format. */
    static Optional<Double> number(String text, NumberFormat format) {
        String stripped = BLANKS_AROUND.matcher(text).replaceAll("");
        return switch (format) {
            case PLAIN -> PLAIN.matcher(stripped).matches() ? Optional.of(Double.valueOf(stripped)) : Optional.empty();
            case VI -> number(GROUPED_BY_POINT.matcher(stripped));
            case EN -> number(GROUPED_BY_COMMA.matcher(stripped));
        };
    }

    private static Optional<Double> number(Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String part = matcher.group("part") == null ? "" : "." + matcher.group("part");
        return Optional.of(
                Double.valueOf(matcher.group("sign") + matcher.group("whole").replaceAll("[.,]", "") + part));
    }
}
