package vn.xephang.read;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells of an .xlsx refer to by number. */
final class XlsxSharedTexts {

    private XlsxSharedTexts() {}

    static List<String> read(InputStream in) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        XMLStreamReader xml = XlsxXml.open(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                texts.add(richText(xml, "si"));
            }
        }
        xml.close();
        return texts;
    }

    /** The text runs up to the end of this element, without phonetic hints. */
    static String richText(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int hints = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("rPh")) {
                hints++;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("rPh")) {
                hints--;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")
                    && hints == 0) {
                text.append(xml.getElementText());
            }
        }
        return XlsxXml.unescaped(text.toString());
    }
}
