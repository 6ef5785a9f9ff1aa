package vn.xephang.read;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** The one thing of an .xlsx style that matters: whether its numbers are dates. */
final class XlsxStyles {

    private final boolean is1904;
    private final List<Boolean> isDate = new ArrayList<>();

    XlsxStyles(boolean is1904) {
        this.is1904 = is1904;
    }

    static XlsxStyles read(InputStream in, boolean is1904) throws XMLStreamException {
        XlsxStyles styles = new XlsxStyles(is1904);
        Map<Integer, String> formats = new HashMap<>();
        boolean[] isInCellStyles = {false};
        XlsxXml.read(in, (name, xml) -> {
            switch (name) {
                case "numFmt" ->
                    formats.put(
                            Integer.valueOf(XlsxXml.attribute(xml, "numFmtId", "0")),
                            XlsxXml.attribute(xml, "formatCode", ""));
                case "cellXfs" -> isInCellStyles[0] = true;
                case "cellStyles", "dxfs" -> isInCellStyles[0] = false;
                case "xf" -> {
                    if (isInCellStyles[0]) {
                        styles.add(Integer.parseInt(XlsxXml.attribute(xml, "numFmtId", "0")), formats);
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

    private void add(int formatId, Map<Integer, String> formats) {
        String format = formats.getOrDefault(formatId, BuiltinFormats.getBuiltinFormat(formatId));
        isDate.add(DateUtil.isADateFormat(formatId, format));
    }
}
