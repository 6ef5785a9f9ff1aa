package vn.xephang.read;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.DateUtil;

/** What matters of an .xlsx style: whether its numbers are dates, and the font of its texts. */
final class XlsxStyles {

    private final boolean is1904;
    private final List<Boolean> isDate = new ArrayList<>();
    private final List<String> fonts = new ArrayList<>();
    private final List<Integer> fontOfStyle = new ArrayList<>();

    XlsxStyles(boolean is1904) {
        this.is1904 = is1904;
    }

    static XlsxStyles read(InputStream in, boolean is1904) throws XMLStreamException {
        XlsxStyles styles = new XlsxStyles(is1904);
        Map<Integer, String> formats = new HashMap<>();
        boolean[] isInCellStyles = {false};
        boolean[] isInFonts = {false};
        XlsxXml.read(in, (name, xml) -> {
            switch (name) {
                case "fonts" -> isInFonts[0] = true;
                case "fills", "borders", "cellStyleXfs" -> isInFonts[0] = false;
                case "font" -> {
                    if (isInFonts[0]) {
                        styles.fonts.add("");
                    }
                }
                case "name" -> {
                    if (isInFonts[0] && !styles.fonts.isEmpty()) {
                        styles.fonts.set(styles.fonts.size() - 1, XlsxXml.attribute(xml, "val", ""));
                    }
                }
                case "numFmt" ->
                    formats.put(
                            Integer.valueOf(XlsxXml.attribute(xml, "numFmtId", "0")),
                            XlsxXml.attribute(xml, "formatCode", ""));
                case "cellXfs" -> {
                    isInCellStyles[0] = true;
                    isInFonts[0] = false;
                }
                case "cellStyles", "dxfs" -> isInCellStyles[0] = false;
                case "xf" -> {
                    if (isInCellStyles[0]) {
                        styles.add(Integer.parseInt(XlsxXml.attribute(xml, "numFmtId", "0")), formats);
                        styles.fontOfStyle.add(Integer.valueOf(XlsxXml.attribute(xml, "fontId", "0")));
                    }
                }
                default -> {}
            }
        });
        return styles;
    }

    GridCell number(double number, int style) {
        return style < isDate.size() && isDate.get(style) && DateUtil.isValidExcelDate(number)
                ? GridCell.ofText(XlsBook.dateText(DateUtil.getLocalDateTime(number, is1904)))
                : GridCell.ofNumber(number);
    }

    /** Name of the font of a style; empty where the book states none. */
    String font(int style) {
        int font = style < fontOfStyle.size() ? fontOfStyle.get(style) : fonts.size();
        return font < fonts.size() ? fonts.get(font) : "";
    }

    private void add(int formatId, Map<Integer, String> formats) {
        String format = formats.get(formatId);
        isDate.add(format == null ? isBuiltInDate(formatId) : isDate(formatId, format));
    }

    private static boolean isBuiltInDate(int formatId) {
        return (formatId >= 14 && formatId <= 22)
                || (formatId >= 27 && formatId <= 36)
                || (formatId >= 45 && formatId <= 47)
                || (formatId >= 50 && formatId <= 58);
    }

    /** Most formats have none of the letters of a date; POI is asked of the others only. */
    private static boolean isDate(int formatId, String format) {
        return format.chars().anyMatch(c -> "dmyhsDMYHS".indexOf(c) >= 0) && DateUtil.isADateFormat(formatId, format);
    }
}
