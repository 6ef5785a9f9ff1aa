package vn.xephang.read;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.xephang.schema.LandingContract.NumberFormat;

/**
 * Numbers that are text, read as the contract says that they are written, never as a cell suggests: {@code 1.234} is
 * 1234 under {@code vi}, 1.234 under {@code en}. Where numbers are grouped, a footnote mark such as {@code (1)} may
 * stand beside them, a percent sign behind them, and brackets around a negative one. Brackets around one or two digits
 * may be a footnote mark as well as a number: they are none of both.
 */
record NumberText(BigDecimal value, boolean isPercent) {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\p{Z}\u200B\uFEFF]+|[\\s\\p{Z}\u200B\uFEFF]+$");
    private static final Pattern MARK_ALONE = Pattern.compile("\\(\\d{1,2}\\)");
    private static final String BLANK = "[ \u00A0\u2007\u2009\u202F]";
    private static final String MARK = "\\(\\d{1,2}\\)|\\(?\\*{1,3}\\)?";
    private static final Pattern GROUPED_BY_POINT = grouped("\\.", ",");
    private static final Pattern GROUPED_BY_COMMA = grouped(",", "\\.");
    /** Beyond, a text of digits is no figure of a form, and its decimal would be long to make. */
    private static final int LONGEST = 60;

    private static Pattern grouped(String group, String point) {
        return Pattern.compile("((" + MARK
                + ")[\\s\\p{Z}]+)?(?<open>\\()?(?<sign>[+\u2212\u2013-])?(?<whole>\\d{1,3}(?<by>"
                + group + "|" + BLANK + ")\\d{3}(\\k<by>\\d{3})*|\\d+)(" + point + "(?<part>\\d+))?(?<percent>" + BLANK
                + "?%)?(?<close>\\))?([\\s\\p{Z}]+(" + MARK + ")|\\*{1,3}|[\u00B9\u00B2\u00B3\u2070-\u2079]+)?");
    }

    /** The number that a text writes; empty when it is none in this format. */
    static Optional<NumberText> of(String text, NumberFormat format) {
        String stripped = BLANKS_AROUND.matcher(text).replaceAll("");
        if (stripped.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (format) {
            case PLAIN ->
                PLAIN.matcher(stripped).matches() ? finite(new BigDecimal(stripped), false) : Optional.empty();
            case VI -> grouped(stripped, GROUPED_BY_POINT.matcher(stripped));
            case EN -> grouped(stripped, GROUPED_BY_COMMA.matcher(stripped));
        };
    }

    private static Optional<NumberText> grouped(String text, Matcher matcher) {
        if (MARK_ALONE.matcher(text).matches() || !matcher.matches()) {
            return Optional.empty();
        }
        boolean isInBrackets = matcher.group("open") != null;
        boolean isClosed = matcher.group("close") != null;
        String sign = matcher.group("sign");
        if (isInBrackets != isClosed || (isInBrackets && sign != null)) {
            return Optional.empty();
        }
        String part = matcher.group("part") == null ? "" : "." + matcher.group("part");
        BigDecimal value = new BigDecimal(matcher.group("whole").replaceAll("\\D", "") + part);
        boolean isNegative = isInBrackets || (sign != null && !sign.equals("+"));
        return finite(isNegative ? value.negate() : value, matcher.group("percent") != null);
    }

    private static Optional<NumberText> finite(BigDecimal value, boolean isPercent) {
        return Double.isFinite(value.doubleValue()) ? Optional.of(new NumberText(value, isPercent)) : Optional.empty();
    }
}
