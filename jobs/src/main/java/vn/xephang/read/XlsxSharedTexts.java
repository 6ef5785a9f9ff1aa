package vn.xephang.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that cells of an .xlsx refer to by number. The first are held in memory, those beyond in a temporary file:
 * a workbook may have hundreds of megabytes of them.
 */
final class XlsxSharedTexts implements Closeable {

    /** Letters held in memory, two bytes each. */
    static final long LETTERS_HELD = 8L << 20;

    private final long lettersHeld;
    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, List<CellTexts.Run>> runs = new HashMap<>();
    private long letters;
    /** Not made until there is need. */
    private SpilledTexts spilled;

    private XlsxSharedTexts(long lettersHeld) {
        this.lettersHeld = lettersHeld;
    }

    /** Of a workbook that has none. */
    static XlsxSharedTexts none() {
        return new XlsxSharedTexts(LETTERS_HELD);
    }

    static XlsxSharedTexts read(InputStream in) throws IOException, XMLStreamException {
        return read(in, LETTERS_HELD);
    }

    /** @param lettersHeld how many letters may be held in memory */
    static XlsxSharedTexts read(InputStream in, long lettersHeld) throws IOException, XMLStreamException {
        XlsxSharedTexts shared = new XlsxSharedTexts(lettersHeld);
        boolean isWhole = false;
        try {
            XMLStreamReader xml = XlsxXml.open(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    shared.add(runs(xml, "si"));
                }
            }
            xml.close();
            isWhole = true;
            return shared;
        } finally {
            if (!isWhole) {
                shared.close();
            }
        }
    }

    private void add(List<CellTexts.Run> richText) {
        if (letters >= lettersHeld) {
            spill(richText);
            return;
        }
        if (richText.stream().anyMatch(run -> !run.font().isEmpty())) {
            runs.put(texts.size(), richText);
        }
        String text = text(richText);
        letters += text.length();
        texts.add(text);
    }

    private void spill(List<CellTexts.Run> richText) {
        if (spilled == null) {
            spilled = new SpilledTexts();
        }
        spilled.add(richText);
    }

    /** How many are in a file. */
    int spilledCount() {
        return spilled == null ? 0 : spilled.count();
    }

    /** The runs of a text; a run in the cell's font names none. */
    List<CellTexts.Run> runs(int number) {
        if (number >= texts.size() && spilled != null) {
            return spilled.get(number - texts.size());
        }
        List<CellTexts.Run> found = runs.get(number);
        return found == null ? List.of(new CellTexts.Run(texts.get(number), "")) : found;
    }

    @Override
    public void close() throws IOException {
        if (spilled != null) {
            spilled.close();
        }
    }

    static String text(List<CellTexts.Run> runs) {
        return runs.size() == 1
                ? runs.get(0).text()
                : runs.stream().map(CellTexts.Run::text).collect(Collectors.joining());
    }

    /** The text runs up to the end of this element, without phonetic hints. */
    static List<CellTexts.Run> runs(XMLStreamReader xml, String element) throws XMLStreamException {
        List<CellTexts.Run> runs = new ArrayList<>();
        String font = "";
        int hints = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (name.equals(element)) {
                    break;
                }
                hints -= name.equals("rPh") ? 1 : 0;
                font = name.equals("r") ? "" : font;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                hints += name.equals("rPh") ? 1 : 0;
                font = name.equals("rFont") ? XlsxXml.attribute(xml, "val", "") : font;
                if (name.equals("t") && hints == 0) {
                    runs.add(new CellTexts.Run(XlsxXml.unescaped(xml.getElementText()), font));
                }
            }
        }
        return runs;
    }
}
