package vn.xephang.read;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.xephang.model.FindingCode;

/** One sheet of an .xlsx as a grid; of a formula the value that was stored with it. */
final class XlsxSheet {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_MERGED = 65_536;

    private final XlsxSharedTexts sharedTexts;
    private final XlsxStyles styles;
    private Grid grid;
    private final CellTexts texts = new CellTexts();
    private int row;
    private int column;
    private int mergedCount;

    XlsxSheet(String name, XlsxSharedTexts sharedTexts, XlsxStyles styles) {
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
        texts.putInto(grid);
        return grid;
    }

    /** The first rows as a grid; merged cells stand behind the rows and are not seen. */
    Grid readHead(InputStream in, int rows) throws XMLStreamException, RefusedFile {
        XMLStreamReader xml = XlsxXml.open(in);
        while (row <= rows && readRow(xml)) {
            // each row adds to the grid
        }
        texts.putInto(grid);
        return grid;
    }

    /** The next row alone in a grid; empty behind the last. */
    Optional<Grid> nextRow(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        grid = new Grid(grid.sheet());
        boolean isRow = readRow(xml);
        texts.putInto(grid);
        return isRow ? Optional.of(grid) : Optional.empty();
    }

    /** Number of the row read last. */
    int row() {
        return row;
    }

    private boolean readRow(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        boolean isInside = false;
        while (xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (event == XMLStreamConstants.START_ELEMENT && name.equals("row")) {
                startRow(xml);
                isInside = true;
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("c")) {
                readCell(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("row") && isInside) {
                return true;
            }
        }
        return false;
    }

    /** Rows and cells without a reference follow the one before. */
    private void startRow(XMLStreamReader xml) {
        row = Integer.parseInt(XlsxXml.attribute(xml, "r", "" + (row + 1)));
        column = 0;
    }

    private void readCell(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        String ref = XlsxXml.attribute(xml, "r", "");
        column = ref.isEmpty() ? column + 1 : columnOf(ref);
        if (row < 1 || row > MOST_ROWS || column < 1 || column > MOST_COLUMNS) {
            throw new RefusedFile(FindingCode.FILE_TOO_LARGE, "sheet " + grid.sheet() + " has a cell " + ref);
        }
        String type = XlsxXml.attribute(xml, "t", "n");
        int style = Integer.parseInt(XlsxXml.attribute(xml, "s", "0"));
        List<CellTexts.Run> inline = List.of();
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
                value = xml.getElementText();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("is")) {
                inline = XlsxSharedTexts.runs(xml, "is");
            }
        }
        put(type, value, inline, style);
    }

    private void put(String type, String value, List<CellTexts.Run> inline, int style) throws RefusedFile {
        if (inline.isEmpty() && value.isEmpty()) {
            return;
        }
        switch (type) {
            case "b" -> grid.put(row, column, GridCell.ofBoolean(value.strip().equals("1")));
            case "e" -> grid.put(row, column, GridCell.ofError(value));
            case "n" -> grid.put(row, column, styles.number(Double.parseDouble(value), style));
            default -> putText(runs(type, value, inline), style);
        }
    }

    private List<CellTexts.Run> runs(String type, String value, List<CellTexts.Run> inline) {
        if (!inline.isEmpty()) {
            return inline;
        }
        return switch (type) {
            case "s" -> sharedTexts.runs(Integer.parseInt(value.strip()));
            case "str" -> List.of(new CellTexts.Run(XlsxXml.unescaped(value), ""));
            default -> List.of(new CellTexts.Run(value, ""));
        };
    }

    private void putText(List<CellTexts.Run> runs, int style) throws RefusedFile {
        String font = styles.font(style);
        List<CellTexts.Run> inFonts =
                Tcvn3.isFont(font) ? runs.stream().map(run -> run.in(font)).toList() : runs;
        if (CellTexts.mustWait(inFonts)) {
            texts.add(row, column, inFonts);
        } else {
            grid.put(row, column, GridCell.ofText(XlsxSharedTexts.text(runs)));
        }
    }

    private void merge(XMLStreamReader xml) throws RefusedFile {
        mergedCount++;
        if (mergedCount > MOST_MERGED) {
            throw new RefusedFile(
                    FindingCode.FILE_TOO_LARGE,
                    "sheet " + grid.sheet() + " has over " + MOST_MERGED + " merged ranges");
        }
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
        for (int i = 0; i < ref.length() && column <= MOST_COLUMNS && Character.isLetter(ref.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(ref.charAt(i)) - 'A' + 1;
        }
        return column;
    }

    /** 17 of {@code AB17}. */
    private static int rowOf(String ref) {
        return Integer.parseInt(ref.replaceFirst("^[A-Za-z]+", ""));
    }
}
