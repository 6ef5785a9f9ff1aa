package vn.xephang.units;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keys under which names are compared. Exact key: NFC, lower case, every run of other characters than letters and
 * digits one space. Folded key: the same without tone and vowel marks, đ as d.
 */
final class UnitNameKey {

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private UnitNameKey() {}

    static String exact(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(lower).replaceAll(" ").trim();
    }

    static String folded(String name) {
        String decomposed = Normalizer.normalize(exact(name), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd');
    }
}
