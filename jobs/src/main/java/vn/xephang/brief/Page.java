package vn.xephang.brief;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws on one page of A4; x from the left, y from the top, in points. */
final class Page {

    static final float WIDTH = 595;
    static final float HEIGHT = 842;

    static final Color INK = new Color(0x23272B);
    static final Color SOFT = new Color(0x5F666D);
    static final Color FAINT = new Color(0xDDE1E5);
    static final Color RISE = new Color(0x00726B);
    static final Color FALL = new Color(0xB5472B);
    static final Color OWN = new Color(0x2B4C9B);

    /** Weight of a bold stroke as a share of the size: there is one weight of the font. */
    private static final float BOLD = 0.035f;

    private static final float SMALLEST = 6;
    private static final float SHRINK = 0.25f;

    private final PDPageContentStream stream;
    private final Typeface typeface;

    Page(PDPageContentStream stream, Typeface typeface) {
        this.stream = stream;
        this.typeface = typeface;
    }

    /** How text is set. */
    record Style(float size, Color colour, boolean bold) {

        static Style plain(float size) {
            return new Style(size, INK, false);
        }

        static Style bold(float size) {
            return new Style(size, INK, true);
        }

        static Style soft(float size) {
            return new Style(size, SOFT, false);
        }

        Style in(Color other) {
            return new Style(size, other, bold);
        }

        Style at(float otherSize) {
            return new Style(otherSize, colour, bold);
        }
    }

    void text(String text, float x, float baseline, Style style) {
        String shown = typeface.shown(Normalizer.normalize(text, Normalizer.Form.NFC));
        draw(() -> {
            stream.beginText();
            stream.setFont(typeface.font(), style.size());
            stream.setNonStrokingColor(style.colour());
            stream.setStrokingColor(style.colour());
            stream.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            stream.setLineWidth(style.size() * BOLD);
            stream.newLineAtOffset(x, HEIGHT - baseline);
            stream.showText(shown);
            stream.endText();
        });
    }

    void textEndingAt(String text, float x, float baseline, Style style) {
        text(text, x - width(text, style.size()), baseline, style);
    }

    void textAround(String text, float x, float baseline, Style style) {
        text(text, x - width(text, style.size()) / 2, baseline, style);
    }

    /** Set smaller until it fits, then cut. */
    void textWithin(String text, float x, float baseline, float width, Style style) {
        float size = style.size();
        while (width(text, size) > width && size > SMALLEST) {
            size -= SHRINK;
        }
        String shown = text;
        while (width(shown, size) > width && shown.length() > 1) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        text(shown, x, baseline, style.at(size));
    }

    /** Lines that break at blanks. @return baseline of the line after the last */
    float paragraph(String text, float x, float baseline, float width, float leading, Style style) {
        float y = baseline;
        for (String line : lines(text, width, style.size())) {
            text(line, x, y, style);
            y += leading;
        }
        return y;
    }

    List<String> lines(String text, float width, float size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    float width(String text, float size) {
        return typeface.width(typeface.shown(Normalizer.normalize(text, Normalizer.Form.NFC)), size);
    }

    void box(float x, float y, float width, float height, Color colour) {
        draw(() -> {
            stream.setNonStrokingColor(colour);
            stream.addRect(x, HEIGHT - y - height, width, height);
            stream.fill();
        });
    }

    /** @param dash lengths of dash and gap; none: a whole line */
    void line(float x1, float y1, float x2, float y2, float weight, Color colour, float... dash) {
        draw(() -> {
            stream.setStrokingColor(colour);
            stream.setLineWidth(weight);
            stream.setLineDashPattern(dash, 0);
            stream.moveTo(x1, HEIGHT - y1);
            stream.lineTo(x2, HEIGHT - y2);
            stream.stroke();
            stream.setLineDashPattern(new float[0], 0);
        });
    }

    void dot(float x, float y, float radius, Color colour) {
        float pull = radius * 0.5523f;
        float fromBelow = HEIGHT - y;
        draw(() -> {
            stream.setNonStrokingColor(colour);
            stream.moveTo(x - radius, fromBelow);
            stream.curveTo(x - radius, fromBelow + pull, x - pull, fromBelow + radius, x, fromBelow + radius);
            stream.curveTo(x + pull, fromBelow + radius, x + radius, fromBelow + pull, x + radius, fromBelow);
            stream.curveTo(x + radius, fromBelow - pull, x + pull, fromBelow - radius, x, fromBelow - radius);
            stream.curveTo(x - pull, fromBelow - radius, x - radius, fromBelow - pull, x - radius, fromBelow);
            stream.fill();
        });
    }

    /** One piece of drawing. */
    private interface Drawing {
        void draw() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot draw a brief", e);
        }
    }
}
