package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.xephang.conform.Conformed;
import vn.xephang.read.RealBooks;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;

/** Real books with an empty row put in. */
class InterruptedTableTest {

    private static final FileSteps STEPS = new FileSteps(Declarations.load(new SchemaFiles(TestLake.schemaLayers())));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2009, 0, C20, 21-67", "2014, 0, B20, 21-65"})
    void oneFindingTellsOfAnEmptyRowInsideATable(int year, int sheet, String cell, String below) throws IOException {
        assertEquals(
                List.of("TABLE_INTERRUPTED " + cell + ": The empty row 20 ends the table: rows " + below
                        + " below it are not read"),
                findings(year, sheet, 19));
    }

    @Test
    void anEmptyRowBelowTheTableIsNothing() throws IOException {
        assertEquals(List.of(), findings(2014, 0, 64));
    }

    /** @param above index of the row that an empty one is put in front of, from 0 */
    private List<String> findings(int year, int sheet, int above) throws IOException {
        Path book = folder.resolve(RealBooks.pci(year).getFileName());
        Files.write(book, EditedBook.of(RealBooks.pci(year), workbook -> {
            Sheet table = workbook.getSheetAt(sheet);
            table.shiftRows(above, table.getLastRowNum(), 1);
        }));
        List<String> found = new ArrayList<>();
        STEPS.conform(RealBooks.delivered("vcci", book), 0).forEachRemaining(item -> {
            if (item instanceof Conformed.Refused refused) {
                found.add(refused.finding().code() + " " + refused.finding().cell() + ": "
                        + refused.finding().messageEn());
            }
        });
        return found;
    }
}
