package vn.xephang.schema;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.xephang.model.Blocks;

/**
 * What a source's file looks like in some years, from {@code schemas/landing/<contract_id>.yaml}. Files are matched by
 * what stands in them, never by their name.
 *
 * @param sourceCode folder below {@code landing/}, or {@link #ANY_SOURCE}
 * @param separator between the fields of a CSV
 * @param encoding of a CSV without a byte order mark
 * @param orgUnitLevelCodes levels of the units in its rows: one, or several where subtotals are rows too
 * @param blocks what a wrong cell keeps out: itself, every value of the form, or the whole file
 * @param holderOrgUnitId the unit that holds all units of the form, at any distance; empty: no limit
 * @param numberFormat how numbers are written that are text
 * @param noFigure observation status by the text, such as {@code ..}, that stands where there is no figure
 * @param mapOn the date whose map the source uses, {@code {year}} standing for the reference year; empty: any day of
 *     the period
 * @param periodEndOn last day of the period where the form ends it earlier than the code, {@code {year}} standing for the
 *     reference year; empty: the last day of the code
 * @param stageCode of results and entered points whose target names no stage
 */
public record LandingContract(
        String contractId,
        String sourceCode,
        String formNameVi,
        String formNameEn,
        Format format,
        char separator,
        String encoding,
        Years years,
        List<String> orgUnitLevelCodes,
        String holderOrgUnitId,
        String mapOn,
        String periodCode,
        String periodEndOn,
        String dataVintage,
        Blocks blocks,
        String stageCode,
        NumberFormat numberFormat,
        Map<String, String> noFigure,
        List<Table> tables)
        implements Serializable {

    /** Stands for the reference year in header texts and in {@code map_on}. */
    public static final String YEAR = "{year}";

    /** Stands for the unit of measure in a unit line. */
    public static final String UNIT = "{unit}";

    /** Stands in a target for what the row's metric column holds. */
    public static final String METRIC = "{metric}";

    /** Stands as the vintage of a form that does not state it: then a file beside the delivery does. */
    public static final String IN_SIDECAR = "sidecar";

    /** Vintages of figures, each one going before those in front of it. */
    public static final Set<String> VINTAGES = Set.of("preliminary", "estimate", "official");

    public static final String ANY_SOURCE = "any";

    /** How numbers are written that are text; the contract decides, never the cell. */
    public enum NumberFormat {
        /** {@code 1234.5}, no grouping. */
        PLAIN,
        /** {@code 1.234,5} */
        VI,
        /** {@code 1,234.5} */
        EN
    }

    /** Of which kind the file is. */
    public enum Format {
        WORKBOOK,
        CSV
    }

    /**
     * The reference years that the layout covers, both ends counted.
     *
     * @param isConstant the file names no year, the layout occurred in this one only
     */
    public record Years(int from, int until, boolean isConstant) implements Serializable {

        public boolean contains(int year) {
            return year >= from && year <= until;
        }

        /** {@code 2013}, {@code 2013-2016}, or {@code 2013-} when open. */
        public String text() {
            return from == until ? "" + from : from + "-" + (until == OPEN ? "" : until);
        }
    }

    /** {@link Years#until} of a layout that is still in use. */
    public static final int OPEN = 9999;

    /**
     * One table of the form.
     *
     * @param sheet name of the sheet where a book has the form twice; empty where any sheet will do
     * @param title texts that stand anywhere near the top of the sheet, above the header or in it
     * @param match texts that the header rows hold; they pick the sheet and the row
     * @param absent texts that must not stand near the top of the sheet
     * @param headerRows how many rows the header takes
     * @param names headers that a column of unit names may have, an empty text for none
     * @param unitCode headers that a column of official codes beside the names may have; empty without one
     * @param unitParent headers that a column of the units above may have; empty without one
     * @param isSideBySide blocks beside each other, each with its own names column at its left
     * @param blocks the value columns; one block where the table is not side by side
     * @param stopAt labels in the names column at which the table ends
     * @param emptyRows how many empty rows on end may stand inside the table
     * @param skipRows labels in the names column whose rows are not read
     * @param ignore headers of columns that are not read
     * @param yearHeads how a year is written in the headers of columns; empty where a column is of no year of its own
     * @param unitLine the line that states the unit of measure
     * @param yearColumn header of the column with the row's reference year; empty where the file has one year
     * @param metricColumn header of the column with the row's metric code; empty without one
     */
    public record Table(
            String tableCode,
            String sheet,
            List<String> title,
            List<String> match,
            List<String> absent,
            int headerRows,
            List<String> names,
            List<String> unitCode,
            List<String> unitParent,
            boolean isSideBySide,
            List<Block> blocks,
            List<String> stopAt,
            int emptyRows,
            List<String> skipRows,
            List<String> ignore,
            List<YearHead> yearHeads,
            UnitLine unitLine,
            String yearColumn,
            String metricColumn)
            implements Serializable {

        public List<Column> columns() {
            return blocks.stream().flatMap(block -> block.columns().stream()).toList();
        }
    }

    /**
     * One way in which a column's header writes its year.
     *
     * @param text such as {@code {year}} or {@code Prel. {year}}: stands for {@code {year}} in the headers of columns
     */
    public record YearHead(String text, String dataVintage) implements Serializable {}

    /**
     * The line above a table that states the unit of measure.
     *
     * @param text with {@code {unit}} where the unit stands, such as {@code Đơn vị tính: {unit}}
     * @param expected what must stand there, such as {@code Triệu đồng}
     * @param unitOfMeasure what that is in the code list of metrics, such as {@code million dong}
     */
    public record UnitLine(String text, String expected, String unitOfMeasure) implements Serializable {

        /** The form has no such line. */
        static final UnitLine NONE = new UnitLine("", "", "");

        public boolean isStated() {
            return !equals(NONE);
        }
    }

    /** Value columns that share a names column. */
    public record Block(List<Column> columns) implements Serializable {}

    /**
     * One value column, found by its header, or without a header by the header beside it.
     *
     * @param leftOf header of the column at its right; empty for none
     * @param rightOf header of the column at its left; empty for none
     * @param precedence 1 unless other forms give the same metric: of two values the one of the lower number counts
     * @param isFilledDown a merged cell counts for every row that it covers
     */
    public record Column(
            String header,
            String target,
            int precedence,
            boolean isOptional,
            String leftOf,
            String rightOf,
            boolean isFilledDown)
            implements Serializable {

        /** How a message names it. */
        public String label() {
            return header.isEmpty() ? (leftOf.isEmpty() ? rightOf + " + 1" : leftOf + " - 1") : header;
        }
    }

    /** Whether files of this folder may be of this form; an unknown source may be of any. */
    public boolean isFrom(String source) {
        return source.isEmpty() || sourceCode.equals(ANY_SOURCE) || sourceCode.equals(source);
    }

    /** The unit that holds all units of the form, at any distance; empty: no limit. */
    public Optional<String> parentOrgUnitId() {
        return holderOrgUnitId.isEmpty() ? Optional.empty() : Optional.of(holderOrgUnitId);
    }

    /** The last day of the period where the form ends it early; empty: the last day of the code. */
    public Optional<LocalDate> periodEndOn(int year) {
        return dayOf(periodEndOn, year);
    }

    /** The date whose map the source uses for a year; empty: any day of the period. */
    public Optional<LocalDate> mapOn(int year) {
        return dayOf(mapOn, year);
    }

    private static Optional<LocalDate> dayOf(String text, int year) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text.replace(YEAR, "" + year)));
    }
}
