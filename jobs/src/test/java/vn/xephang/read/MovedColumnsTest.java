package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.xephang.model.Blocks;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Severity;

/** Whatever column is moved wherever: the very same values, or an error and no value at all. */
class MovedColumnsTest {

    static List<Integer> years() {
        return RealBooks.pciYears();
    }

    @ParameterizedTest
    @MethodSource("years")
    void aColumnMovedAnywhereNeverGivesAnotherValue(int year) {
        Book book = Book.of(year);
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (int sheet = 0; sheet < book.sheets.size(); sheet++) {
            int columns = book.sheets.get(sheet).lastColumn();
            for (int from = 1; from <= columns; from++) {
                for (int to = 1; to <= columns; to++) {
                    Outcome outcome = book.readWithMove(sheet, from, to);
                    refused += outcome == Outcome.REFUSED ? 1 : 0;
                    if (outcome == Outcome.OTHER_VALUES || (from == to && outcome != Outcome.SAME_VALUES)) {
                        wrong.add(book.sheets.get(sheet).sheet() + " column " + from + " to " + to + ": " + outcome);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(year != 2007 && year != 2009, refused > 0, "moves refused: " + refused);
    }

    @ParameterizedTest
    @ValueSource(ints = {2007, 2009})
    void columnsWithHeadersMayStandInAnyOrder(int year) {
        Book book = Book.of(year);
        Random random = new Random(year);
        for (int round = 0; round < 50; round++) {
            assertEquals(Outcome.SAME_VALUES, book.readWith(0, grid -> {
                List<Integer> order = new ArrayList<>(
                        IntStream.rangeClosed(1, grid.lastColumn()).boxed().toList());
                Collections.shuffle(order, random);
                return GridMoves.ofColumns(grid, order);
            }));
        }
    }

    @ParameterizedTest
    @MethodSource("years")
    void rowsInsertedAboveChangeNothing(int year) {
        assertEquals(Outcome.SAME_VALUES, Book.of(year).readWithEach(grid -> GridMoves.insertRowsAbove(grid, 2)));
    }

    @ParameterizedTest
    @MethodSource("years")
    void aColumnInsertedAtTheLeftChangesNothing(int year) {
        assertEquals(Outcome.SAME_VALUES, Book.of(year).readWithEach(GridMoves::insertColumnLeft));
    }

    @Test
    void saysWhichValueColumnLeftItsNames() {
        Book book = Book.of(2014);
        Reading moved = book.read(0, grid -> GridMoves.moveColumn(grid, 5, 25));
        assertEquals(
                List.of("COLUMN_MOVED at vcci/PCI_2014.xlsx Summary_VN!Y1: Column \"Tiếp cận đất đai\" no longer stands"
                        + " beside its column of unit names: X = Nhóm xếp hạng"),
                moved.messages());
    }

    @Test
    void saysWhichColumnOfNamesStandsBetweenTheBlocks() {
        Book book = Book.of(2014);
        Reading moved = book.read(
                0,
                grid -> GridMoves.ofColumns(
                        grid,
                        IntStream.concat(IntStream.of(1, 2, 3, 2), IntStream.rangeClosed(4, grid.lastColumn()))
                                .boxed()
                                .toList()));
        assertEquals(
                List.of("COLUMN_MOVED at vcci/PCI_2014.xlsx Summary_VN!D1: Column \"Tỉnh\" no longer stands"
                        + " beside its column of unit names: D = Tỉnh"),
                moved.messages());
        assertEquals(List.of(), moved.cells());
    }

    private enum Outcome {
        SAME_VALUES,
        REFUSED,
        OTHER_VALUES
    }

    /** The sheets of a book that its contract reads. */
    private record Book(LandingFile file, List<Grid> sheets, List<String> values) {

        static Book of(int year) {
            LandingFile file = RealBooks.delivered("vcci", RealBooks.pci(year));
            List<String> read = Reading.of(file).cells().stream()
                    .map(cell -> cell.cellRef().substring(0, cell.cellRef().lastIndexOf('!')))
                    .distinct()
                    .toList();
            List<Grid> sheets = RealBooks.sheets(RealBooks.pci(year)).stream()
                    .filter(grid -> read.contains(grid.sheet()))
                    .toList();
            List<String> values = Reading.of(file, sheets).values();
            assertTrue(values.size() > 600, "no values to compare with");
            return new Book(file, sheets, values);
        }

        Reading read(int sheet, UnaryOperator<Grid> change) {
            List<Grid> changed = new ArrayList<>(sheets);
            changed.set(sheet, change.apply(sheets.get(sheet)));
            return Reading.of(file, changed);
        }

        Outcome readWithMove(int sheet, int from, int to) {
            return readWith(sheet, grid -> GridMoves.moveColumn(grid, from, to));
        }

        Outcome readWith(int sheet, UnaryOperator<Grid> change) {
            return outcome(read(sheet, change));
        }

        Outcome readWithEach(UnaryOperator<Grid> change) {
            return outcome(Reading.of(file, sheets.stream().map(change).toList()));
        }

        private Outcome outcome(Reading reading) {
            boolean isBlocked = reading.findings().stream()
                    .anyMatch(finding -> finding.severity() == Severity.ERROR
                            && finding.code().blocks().compareTo(Blocks.FORM) >= 0);
            if (isBlocked) {
                return reading.cells().isEmpty() ? Outcome.REFUSED : Outcome.OTHER_VALUES;
            }
            return reading.values().equals(values) ? Outcome.SAME_VALUES : Outcome.OTHER_VALUES;
        }
    }
}
