package vn.xephang.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import vn.xephang.model.Finding;
import vn.xephang.model.Severity;

/**
 * A copy of a delivered workbook to send back: wrong cells are coloured (errors red, others yellow) and carry a comment
 * that says what is wrong and what to do. Values, sheets and rows stay as they are, so that the copy, corrected, is
 * a delivery again.
 */
public final class MarkedCopy {

    /** A workbook is held whole while it is marked; larger ones have only their findings as CSV. */
    static final long LARGEST_BYTES = 30L << 20;

    private static final String AUTHOR = "Xephang";
    private static final int COMMENT_COLUMNS = 6;
    private static final int COMMENT_ROWS = 9;

    private final Workbook book;
    private final Map<String, CellStyle> styles = new HashMap<>();

    private MarkedCopy(Workbook book) {
        this.book = book;
    }

    /** @return whether there is a copy: not of CSV, of workbooks that cannot be opened, or of very large ones */
    public static boolean write(Path delivered, List<Finding> findings, Path copy) {
        try {
            if (Files.size(delivered) > LARGEST_BYTES || FileKind.of(delivered) == FileKind.TEXT) {
                return false;
            }
        } catch (RefusedFile e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + delivered, e);
        }
        try (InputStream in = Files.newInputStream(delivered);
                Workbook book = WorkbookFactory.create(in)) {
            new MarkedCopy(book).mark(findings);
            try (OutputStream out = Files.newOutputStream(copy)) {
                book.write(out);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            // What cannot be opened was refused for that; its findings say so.
            return false;
        }
    }

    private void mark(List<Finding> findings) {
        Map<Integer, Map<CellAddress, StringBuilder>> comments = new TreeMap<>();
        Map<Integer, Map<CellAddress, Severity>> severities = new TreeMap<>();
        for (Finding finding : findings) {
            int sheet = Math.max(0, book.getSheetIndex(finding.sheet()));
            CellAddress at = finding.cell().isEmpty() ? CellAddress.A1 : new CellAddress(finding.cell());
            StringBuilder text = comments.computeIfAbsent(sheet, none -> new TreeMap<>())
                    .computeIfAbsent(at, none -> new StringBuilder());
            text.append(text.length() == 0 ? "" : "\n\n").append(sentences(finding));
            severities
                    .computeIfAbsent(sheet, none -> new TreeMap<>())
                    .merge(at, finding.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        comments.forEach((sheet, texts) -> mark(book.getSheetAt(sheet), texts, severities.get(sheet)));
    }

    private void mark(Sheet sheet, Map<CellAddress, StringBuilder> texts, Map<CellAddress, Severity> severities) {
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        texts.forEach((at, text) -> {
            Cell cell = cell(sheet, at);
            cell.setCellStyle(coloured(cell.getCellStyle(), severities.get(at)));
            comment(drawing, cell, text.toString());
        });
    }

    private static Cell cell(Sheet sheet, CellAddress at) {
        Row row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        return row.getCell(at.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private CellStyle coloured(CellStyle style, Severity severity) {
        return styles.computeIfAbsent(style.getIndex() + severity.code(), none -> {
            CellStyle coloured = book.createCellStyle();
            coloured.cloneStyleFrom(style);
            IndexedColors colour = severity == Severity.ERROR ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW;
            coloured.setFillForegroundColor(colour.getIndex());
            coloured.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return coloured;
        });
    }

    private void comment(Drawing<?> drawing, Cell cell, String text) {
        cell.removeCellComment();
        CreationHelper make = book.getCreationHelper();
        ClientAnchor anchor = make.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + COMMENT_COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + COMMENT_ROWS);
        Comment comment = drawing.createCellComment(anchor);
        comment.setAuthor(AUTHOR);
        comment.setString(make.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static String sentences(Finding finding) {
        return finding.code() + "\n" + finding.messageVi() + ". " + finding.howToFixVi() + "\n" + finding.messageEn()
                + ". " + finding.howToFixEn();
    }
}
