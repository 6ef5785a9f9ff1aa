package vn.xephang.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of the pages: Liberation Sans (SIL Open Font License 1.1), which PDFBox brings along and which has every
 * Vietnamese letter, so that no font of the machine is needed.
 */
final class Typeface {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float UNITS = 1000;

    private final PDType0Font font;
    private final CmapLookup letters;

    private Typeface(PDType0Font font, CmapLookup letters) {
        this.font = font;
        this.letters = letters;
    }

    /** The letters that a page uses become part of its document. */
    static Typeface in(PDDocument document) {
        try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE), FILE)) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
            document.registerTrueTypeFontForClosing(parsed);
            return new Typeface(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** The text as far as the font has it; what it has not is a question mark. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(letter -> Character.isWhitespace(letter) ? ' ' : letter)
                .map(letter -> letters.getGlyphId(letter) == 0 ? '?' : letter)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    float width(String shown, float size) {
        try {
            return font.getStringWidth(shown) / UNITS * size;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot measure text", e);
        }
    }
}
