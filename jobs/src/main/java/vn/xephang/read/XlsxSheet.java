package vn.xephang.read;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One sheet of an .xlsx as a grid; of a formula the value that was stored with it. */
final class XlsxSheet {

    private final List<String> sharedTexts;
    private final XlsxStyles styles;
    private final Grid grid;
    private int row;
    private int column;

    XlsxSheet(String name, List<String> sharedTexts, XlsxStyles styles) {
        this.sharedTexts = sharedTexts;
        this.styles = styles;
        this.grid = new Grid(name);
    }

    Grid read(InputStream in) throws XMLStreamException, RefusedFile {
        XMLStreamReader xml = XlsxXml.open(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> startRow(xml);
                    case "c" -> readCell(xml);
                    case "mergeCell" -> merge(xml);
                    default -> {}
                }
            }
        }
        xml.close();
        return grid;
    }

    /** Rows and cells without a reference follow the one before. */
    private void startRow(XMLStreamReader xml) {
        row = Integer.parseInt(XlsxXml.attribute(xml, "r", "" + (row + 1)));
        column = 0;
    }

    private void readCell(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        String ref = XlsxXml.attribute(xml, "r", "");
        column = ref.isEmpty() ? column + 1 : columnOf(ref);
        String type = XlsxXml.attribute(xml, "t", "n");
        int style = Integer.parseInt(XlsxXml.attribute(xml, "s", "0"));
        String value = value(xml);
        grid.put(row, column, content(type, value, style));
    }

    private static String value(XMLStreamReader xml) throws XMLStreamException {
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                value = switch (xml.getLocalName()) {
                    case "v" -> xml.getElementText();
                    case "is" -> XlsxSharedTexts.richText(xml, "is");
                    default -> value;
                };
            }
        }
        return value;
    }

    private GridCell content(String type, String value, int style) {
        if (value.isEmpty()) {
            return GridCell.BLANK;
        }
        return switch (type) {
            case "s" -> GridCell.ofText(sharedTexts.get(Integer.parseInt(value.strip())));
            case "b" -> GridCell.ofBoolean(value.strip().equals("1"));
            case "e" -> GridCell.ofError(value);
            case "n" -> styles.number(Double.parseDouble(value), style);
            case "str" -> GridCell.ofText(XlsxXml.unescaped(value));
            default -> GridCell.ofText(value);
        };
    }

    private void merge(XMLStreamReader xml) {
        String range = XlsxXml.attribute(xml, "ref", "");
        int colon = range.indexOf(':');
        if (colon > 0) {
            String first = range.substring(0, colon);
            String last = range.substring(colon + 1);
            grid.merge(new Grid.Merged(rowOf(first), rowOf(last), columnOf(first), columnOf(last)));
        }
    }

    /** 28 of {@code AB17}. */
    private static int columnOf(String ref) {
        int column = 0;
        for (int i = 0; i < ref.length() && Character.isLetter(ref.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(ref.charAt(i)) - 'A' + 1;
        }
        return column;
    }

    /** 17 of {@code AB17}. */
    private static int rowOf(String ref) {
        return Integer.parseInt(ref.replaceFirst("^[A-Za-z]+", ""));
    }
}
