package vn.xephang.read;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;

/** The fonts in which the texts of an .xls stand: the cell's, or those of its runs. */
final class XlsFonts {

    private final HSSFWorkbook book;
    private final boolean hasVnFont;

    XlsFonts(HSSFWorkbook book) {
        this.book = book;
        this.hasVnFont = hasVnFont(book);
    }

    private static boolean hasVnFont(HSSFWorkbook book) {
        // Font 4 does not exist in the format; the count leaves it out, the indexes do not.
        for (int i = 0; i <= book.getNumberOfFonts(); i++) {
            if (i != 4 && Tcvn3.isFont(name(book, i))) {
                return true;
            }
        }
        return false;
    }

    /** The runs of a text; none where no font of the book needs to be looked at. */
    List<CellTexts.Run> runs(Cell cell) {
        if (!hasVnFont || XlsBook.type(cell) != CellType.STRING) {
            return List.of();
        }
        HSSFRichTextString rich = (HSSFRichTextString) cell.getRichStringCellValue();
        String text = rich.getString();
        List<CellTexts.Run> runs = new ArrayList<>();
        int from = 0;
        int font = cell.getCellStyle().getFontIndex();
        for (int i = 0; i < rich.numFormattingRuns(); i++) {
            int to = Math.min(rich.getIndexOfFormattingRun(i), text.length());
            add(runs, text, from, to, font);
            from = Math.max(from, to);
            font = rich.getFontOfFormattingRun(i);
        }
        add(runs, text, from, text.length(), font);
        return runs;
    }

    private void add(List<CellTexts.Run> runs, String text, int from, int to, int font) {
        if (to > from) {
            runs.add(new CellTexts.Run(text.substring(from, to), name(book, font)));
        }
    }

    private static String name(HSSFWorkbook book, int font) {
        return book.getFontAt(font).getFontName();
    }
}
