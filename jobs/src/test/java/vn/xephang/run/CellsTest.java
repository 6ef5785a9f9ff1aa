package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;

/** Numbers of the views, followed back to the cells of the delivered workbooks with another reader. */
class CellsTest {

    private static final TestLake LAKE = TwelveBooks.lake();
    private static final int DRAWN = 200;
    private static final long SEED = 20260301;

    private static final Map<String, Workbook> BOOKS = new HashMap<>();

    @Test
    void anyObservationIsFoundInItsWorkbookAtItsCell() {
        assertEquals(
                List.of(),
                strayed("select landing_file, cell_ref, value from mart.fct_observation_history order by all"));
    }

    @Test
    void anyPublishedScoreIsFoundInItsWorkbookAtItsCell() {
        assertEquals(
                List.of(),
                strayed("select landing_file, points_cell_ref, published_points from stg.published_result"
                        + " order by all"));
    }

    @Test
    void anyPublishedRankIsFoundInItsWorkbookAtItsCell() {
        assertEquals(
                List.of(),
                strayed("select landing_file, rank_cell_ref, published_rank from stg.published_result"
                        + " where published_rank is not null order by all"));
    }

    @Test
    void hiddenSheetsAreNotRead() {
        Set<String> hidden = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (List<Object> row : LAKE.query("select distinct landing_file, cell_ref from mart.fct_observation_history"
                + " union select landing_file, points_cell_ref from stg.published_result")) {
            read.add(row.get(0) + " " + sheet((String) row.get(1)));
        }
        read.forEach(sheet -> book(sheet.substring(0, sheet.indexOf(' '))));
        BOOKS.forEach((file, book) -> book.sheetIterator().forEachRemaining(sheet -> {
            if (book.getSheetVisibility(book.getSheetIndex(sheet)) != SheetVisibility.VISIBLE) {
                hidden.add(file + " " + sheet.getSheetName());
            }
        }));
        assertTrue(hidden.contains("vcci/PCI_2013.xlsx Summary"), "hidden sheets are " + hidden);
        assertEquals(13, read.size(), "sheets read are " + read);
        assertTrue(Collections.disjoint(hidden, read), "read are " + read);
    }

    /** Drawn rows of (landing file, cell, number) whose cell holds something else. */
    private static List<String> strayed(String sql) {
        List<List<Object>> rows = new ArrayList<>(LAKE.query(sql));
        Collections.shuffle(rows, new Random(SEED));
        List<List<Object>> drawn = rows.subList(0, DRAWN);
        assertTrue(drawn.stream().map(row -> row.get(0)).distinct().count() > 9, "drawn from too few books");
        return drawn.stream()
                .filter(row -> ((Number) row.get(2)).doubleValue() != number((String) row.get(0), (String) row.get(1)))
                .map(Object::toString)
                .toList();
    }

    private static double number(String landingFile, String cellRef) {
        CellReference at = new CellReference(cellRef.substring(cellRef.lastIndexOf('!') + 1));
        Cell cell =
                book(landingFile).getSheet(sheet(cellRef)).getRow(at.getRow()).getCell(at.getCol());
        return cell.getNumericCellValue();
    }

    private static String sheet(String cellRef) {
        return cellRef.substring(0, cellRef.lastIndexOf('!'));
    }

    private static Workbook book(String landingFile) {
        return BOOKS.computeIfAbsent(landingFile, name -> {
            Path file = LAKE.lake().landing().resolve(name);
            try {
                return WorkbookFactory.create(file.toFile(), null, true);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot open " + file, e);
            }
        });
    }
}
