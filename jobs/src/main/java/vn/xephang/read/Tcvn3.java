package vn.xephang.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The eight-bit Vietnamese letters that fonts named {@code .Vn...} draw: TCVN 5712:1993, table VN3 ("TCVN3", "ABC").
 * Programs that do not know the font show them as Latin-1 characters: {@code tr\u00ADëng} for "trưởng".
 */
final class Tcvn3 {

    private static final int FIRST = 0xA1;

    /** From 0xA1 on; a point where the table has nothing, a combining accent at 0xB0-0xB4. */
    private static final String LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ." + "\u0300\u0309\u0303\u0301\u0323"
            + "àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩ"
            + "íịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ";

    private Tcvn3() {}

    /** Whether a font draws these bytes as Vietnamese letters. It does not prove that they are meant so. */
    static boolean isFont(String font) {
        return font.regionMatches(true, 0, ".Vn", 0, 3);
    }

    /** {@code .VnTimeH}: the font has capitals in the place of small letters, so the case that is meant is lost. */
    static boolean drawsCapitals(String font) {
        return isFont(font) && font.endsWith("H");
    }

    /** The text in NFC; empty where a character is none of the table. ASCII and the no-break space stay. */
    static Optional<String> decoded(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char letter = c < 0x80 || c == '\u00A0' ? c : letter(c);
            if (letter == '.' && c != '.') {
                return Optional.empty();
            }
            letters.append(letter);
        }
        return Optional.of(Normalizer.normalize(letters, Normalizer.Form.NFC));
    }

    /** As the font shows it. */
    static String shown(String decoded, String font) {
        return drawsCapitals(font) ? decoded.toUpperCase(Locale.ROOT) : decoded;
    }

    private static char letter(char c) {
        int at = c - FIRST;
        return at >= 0 && at < LETTERS.length() ? LETTERS.charAt(at) : '.';
    }
}
