package vn.xephang.units;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys under which names are compared. Exact key: NFC, lower case, the tone of oa, oe and uy on their first letter
 * ("Hoà" and "Hòa" are one), every run of other characters than letters and digits one space. Folded key: the same
 * without tone and vowel marks, đ as d.
 */
final class UnitNameKey {

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** "HTân Hưng", "QBa Đình": the letter stands for the type word. */
    private static final Pattern GLUED_TYPE_LETTER = Pattern.compile("^([HQXP])(?=\\p{Lu}\\p{Ll})");

    private static final Pattern TONE_ON_SECOND_LETTER = Pattern.compile("(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\\p{L})");
    private static final String ON_SECOND = "àáảãạèéẻẽẹỳýỷỹỵ";
    private static final String ON_FIRST = "òóỏõọòóỏõọùúủũụ";
    private static final String BARE_SECOND = "aaaaaeeeeeyyyyy";

    private UnitNameKey() {}

    static String exact(String name) {
        String composed = GLUED_TYPE_LETTER
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFC).strip())
                .replaceFirst("$1 ");
        String words = NOT_WORD.matcher(composed.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .trim();
        return TONE_ON_SECOND_LETTER.matcher(words).replaceAll(UnitNameKey::toneOnFirst);
    }

    static String folded(String name) {
        return foldedOf(exact(name));
    }

    static String foldedOf(String exactKey) {
        String decomposed = Normalizer.normalize(exactKey, Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd');
    }

    private static String toneOnFirst(MatchResult pair) {
        int tone = ON_SECOND.indexOf(pair.group(1).charAt(1));
        return Matcher.quoteReplacement("" + ON_FIRST.charAt(tone) + BARE_SECOND.charAt(tone));
    }
}
