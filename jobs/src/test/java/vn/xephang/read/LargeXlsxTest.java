package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.xephang.model.Finding;
import vn.xephang.model.RawCell;
import vn.xephang.model.ReadItem;

/** The way for large workbooks, taken with small ones: every .xlsx counts as large here. */
class LargeXlsxTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2013, 2014, 2015, 2016})
    void rowByRowGivesTheSameCellsAsTheWholeBook(int year) {
        List<ReadItem> items = read(RealBooks.pci(year));
        Reading whole = Reading.ofPci(year);
        assertEquals(
                whole.cells(),
                items.stream()
                        .filter(RawCell.class::isInstance)
                        .map(RawCell.class::cast)
                        .toList());
        assertEquals(List.of("READ_AS_VALUES"), codes(items));
    }

    @Test
    void aDamagedSheetGivesNoCell() throws IOException {
        byte[] bytes = Files.readAllBytes(RealBooks.pci(2013));
        for (int at = bytes.length / 4; at < bytes.length / 4 + 4_000; at++) {
            bytes[at] = 0;
        }
        List<ReadItem> items = read(Files.write(folder.resolve("damaged.xlsx"), bytes));
        assertEquals(List.of("FILE_UNREADABLE"), codes(items));
        assertEquals(1, items.size());
    }

    @Test
    void aWorkbookCutOffIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(RealBooks.pci(2013));
        List<ReadItem> items = read(Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length / 2)));
        assertEquals(List.of("FILE_UNREADABLE"), codes(items));
    }

    private static List<String> codes(List<ReadItem> items) {
        return items.stream()
                .filter(Finding.class::isInstance)
                .map(item -> ((Finding) item).code().name())
                .toList();
    }

    private static List<ReadItem> read(Path path) {
        List<ReadItem> items = new ArrayList<>();
        new LandingReader(RealBooks.contracts(), RealBooks.metrics(), 0)
                .read(RealBooks.delivered("vcci", path))
                .forEachRemaining(items::add);
        return items;
    }
}
