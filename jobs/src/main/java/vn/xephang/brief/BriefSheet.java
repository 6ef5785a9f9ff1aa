package vn.xephang.brief;

import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet that is filled from the top: texts over its whole width, and rows of a name and up to five values. */
final class BriefSheet {

    private static final int COLUMNS = 6;
    private static final int CHARACTER = 256;
    private static final int NAME_WIDTH = 50;
    private static final int VALUE_WIDTH = 14;
    private static final int LINE = 105;
    private static final float LINE_HEIGHT = 15;
    private static final int CHART_ROWS = 15;

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;
    private final CellStyle wrapped;
    private final CellStyle bold;
    private final CellStyle heading;
    private final CellStyle marked;
    private final CellStyle head;
    private final CellStyle whole;
    private final CellStyle decimal;
    private int next;

    BriefSheet(XSSFWorkbook book, String name) {
        this.book = book;
        this.sheet = book.createSheet(name);
        this.wrapped = style(11, false);
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        this.bold = style(18, true);
        this.heading = style(12, true);
        heading.setBorderBottom(BorderStyle.THIN);
        this.marked = style(11, true);
        marked.setFillForegroundColor(IndexedColors.ROSE.getIndex());
        marked.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        this.head = style(10, false);
        head.setAlignment(HorizontalAlignment.RIGHT);
        this.whole = format("#,##0");
        this.decimal = format("#,##0.00##");
        page();
    }

    private void page() {
        sheet.setColumnWidth(0, NAME_WIDTH * CHARACTER);
        for (int column = 1; column < COLUMNS; column++) {
            sheet.setColumnWidth(column, VALUE_WIDTH * CHARACTER);
        }
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(XSSFPrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    private CellStyle style(int size, boolean isBold) {
        XSSFFont font = book.createFont();
        font.setFontHeightInPoints((short) size);
        font.setBold(isBold);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        return style;
    }

    private CellStyle format(String pattern) {
        CellStyle style = style(11, false);
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        return style;
    }

    /** How many rows are filled. */
    int rows() {
        return next;
    }

    void gap() {
        next++;
    }

    void title(String text) {
        across(text, bold);
    }

    void heading(String text) {
        gap();
        across(text, heading);
    }

    void mark(String text) {
        across(text, marked);
    }

    void text(String text) {
        across(text, wrapped).setHeightInPoints(LINE_HEIGHT * (1 + text.length() / LINE));
    }

    private XSSFRow across(String text, CellStyle style) {
        XSSFRow row = sheet.createRow(next);
        for (int column = 0; column < COLUMNS; column++) {
            row.createCell(column).setCellStyle(style);
        }
        row.getCell(0).setCellValue(text);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, COLUMNS - 1));
        next++;
        return row;
    }

    void head(String name, String... columns) {
        XSSFRow row = sheet.createRow(next++);
        row.createCell(0).setCellValue(name);
        for (int i = 0; i < columns.length; i++) {
            XSSFCell cell = row.createCell(i + 1);
            cell.setCellValue(columns[i]);
            cell.setCellStyle(head);
        }
    }

    /** @param values texts, numbers, or either in an Optional that may be empty */
    void row(String name, Object... values) {
        XSSFRow row = sheet.createRow(next++);
        row.createCell(0).setCellValue(name);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> given ? given.orElse(null) : values[i];
            fill(row.createCell(i + 1), value);
        }
    }

    private void fill(XSSFCell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(BriefXlsx.isWhole(value) ? whole : decimal);
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }

    /** Of years in the first column and ranks in the second of these rows; 1 on top. */
    void rankChart(int firstRow, int lastRow, String name) {
        XSSFChart chart = sheet.createDrawingPatriarch()
                .createChart(new XSSFClientAnchor(0, 0, 0, 0, 0, next, COLUMNS, next + CHART_ROWS));
        XDDFCategoryAxis years = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis ranks = chart.createValueAxis(AxisPosition.LEFT);
        ranks.setOrientation(AxisOrientation.MAX_MIN);
        ranks.setMinimum(1);
        // Where the years cross the ranks: below the last one, which is the largest.
        years.setCrosses(AxisCrosses.MAX);
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, years, ranks);
        XDDFLineChartData.Series series = (XDDFLineChartData.Series) data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(firstRow, lastRow, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(firstRow, lastRow, 1, 1)));
        series.setTitle(name, null);
        series.setSmooth(false);
        series.setMarkerStyle(MarkerStyle.CIRCLE);
        data.setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        chart.plot(data);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        next += CHART_ROWS;
    }
}
