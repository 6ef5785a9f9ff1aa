package vn.xephang.read;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.xephang.schema.LandingContract;

/** A header text of a contract, compared without regard to case, line breaks and runs of blanks. */
final class HeaderText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
    private static final String YEAR = "(?<year>\\d{4})";

    private final String wanted;
    private final Pattern pattern;

    private HeaderText(String wanted, Pattern pattern) {
        this.wanted = wanted;
        this.pattern = pattern;
    }

    /** @param declared may hold {@code {year}} once */
    static HeaderText of(String declared) {
        String wanted = normal(declared);
        int at = wanted.indexOf(LandingContract.YEAR);
        if (at < 0) {
            return new HeaderText(wanted, null);
        }
        String before = Pattern.quote(wanted.substring(0, at));
        String after = Pattern.quote(wanted.substring(at + LandingContract.YEAR.length()));
        return new HeaderText(wanted, Pattern.compile(before + YEAR + after));
    }

    static List<HeaderText> all(List<String> declared) {
        return declared.stream().map(HeaderText::of).toList();
    }

    /** NFC, one blank for each run of blanks, trimmed, lower case. */
    static String normal(String text) {
        return BLANKS.matcher(composed(text)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Also true of no-break and zero-width blanks, which {@link String#isBlank} keeps. */
    static boolean isBlank(String text) {
        return text.chars()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF');
    }

    /** @param normal a text that went through {@link #normal} */
    boolean matches(String normal) {
        return pattern == null ? wanted.equals(normal) : pattern.matcher(normal).matches();
    }

    /** The year that a matching text states. */
    OptionalInt year(String normal) {
        if (pattern == null) {
            return OptionalInt.empty();
        }
        Matcher matcher = pattern.matcher(normal);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group("year"))) : OptionalInt.empty();
    }
}
