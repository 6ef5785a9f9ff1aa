package vn.xephang.read;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells of an .xlsx refer to by number. */
final class XlsxSharedTexts {

    static final XlsxSharedTexts NONE = new XlsxSharedTexts();

    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, List<CellTexts.Run>> runs = new HashMap<>();

    private XlsxSharedTexts() {}

    static XlsxSharedTexts read(InputStream in) throws XMLStreamException {
        XlsxSharedTexts shared = new XlsxSharedTexts();
        XMLStreamReader xml = XlsxXml.open(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                shared.add(runs(xml, "si"));
            }
        }
        xml.close();
        return shared;
    }

    private void add(List<CellTexts.Run> richText) {
        if (richText.stream().anyMatch(run -> !run.font().isEmpty())) {
            runs.put(texts.size(), richText);
        }
        texts.add(text(richText));
    }

    String text(int number) {
        return texts.get(number);
    }

    /** The runs of a text; a run in the cell's font names none. */
    List<CellTexts.Run> runs(int number) {
        List<CellTexts.Run> found = runs.get(number);
        return found == null ? List.of(new CellTexts.Run(texts.get(number), "")) : found;
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
