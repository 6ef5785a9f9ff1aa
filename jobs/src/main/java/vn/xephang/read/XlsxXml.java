package vn.xephang.read;

import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Walks the XML of a workbook part; no DTD, no outside entities. Names are local: both OOXML namespaces are read. */
final class XlsxXml {

    /** A character that XML cannot hold, as {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setXMLReporter((message, type, info, where) -> {});
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private XlsxXml() {}

    /** What to do at an element; reading its text is allowed. */
    interface Element {
        void start(String name, XMLStreamReader xml) throws XMLStreamException;
    }

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        return new NoDocumentType(FACTORY.createXMLStreamReader(in));
    }

    /** A workbook part declares a document type, which no program that writes workbooks does. */
    static final class DocumentType extends XMLStreamException {

        private static final long serialVersionUID = 1;

        DocumentType() {
            super("a part of the workbook has a DTD");
        }
    }

    private static final class NoDocumentType extends StreamReaderDelegate {

        NoDocumentType(XMLStreamReader xml) {
            super(xml);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD) {
                throw new DocumentType();
            }
            return event;
        }
    }

    static void read(InputStream in, Element element) throws XMLStreamException {
        XMLStreamReader xml = open(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                element.start(xml.getLocalName(), xml);
            }
        }
        xml.close();
    }

    /** Value of the attribute with this local name, whatever its namespace. */
    static String attribute(XMLStreamReader xml, String name, String otherwise) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return otherwise;
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }

    static String reason(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
