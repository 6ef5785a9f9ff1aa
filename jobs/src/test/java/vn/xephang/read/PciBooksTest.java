package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.xephang.model.CellKind;
import vn.xephang.model.RawCell;
import vn.xephang.read.PublishedFigures.Figure;

class PciBooksTest {

    private static final PublishedFigures FIGURES = PublishedFigures.subIndicesAndScores();
    private static final PublishedFigures RESULTS = PublishedFigures.results();

    static List<Integer> years() {
        return RealBooks.pciYears();
    }

    @Test
    void theComparisonHas8015Values() {
        Map<String, Long> counts = FIGURES.figures().stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.target().replaceAll("metric:pci_(?!unweighted).*", "sub-indices"),
                        TreeMap::new,
                        Collectors.counting()));
        assertEquals(Map.of("sub-indices", 7086L, "metric:pci_unweighted", 191L, "published:pci/points", 738L), counts);
    }

    @ParameterizedTest
    @MethodSource("years")
    void givesEveryUnitItsPublishedSubIndicesAndScore(int year) {
        assertEquals(List.of(), differences(FIGURES.of(year), Reading.ofPci(year)));
    }

    @ParameterizedTest
    @MethodSource("years")
    void givesEveryUnitItsPublishedRankAndRating(int year) {
        assertEquals(List.of(), differences(RESULTS.of(year), Reading.ofPci(year)));
    }

    @ParameterizedTest
    @MethodSource("years")
    void readsNothingThatWasNotPublished(int year) {
        Map<String, Long> read = Reading.ofPci(year).cells().stream()
                .filter(cell -> !traditionalCondition(cell))
                .collect(Collectors.groupingBy(RawCell::target, TreeMap::new, Collectors.counting()));
        List<Figure> expected = new ArrayList<>(FIGURES.of(year).figures());
        RESULTS.of(year).figures().stream()
                .filter(figure -> !figure.target().endsWith("points"))
                .forEach(expected::add);
        assertEquals(
                expected.stream().collect(Collectors.groupingBy(Figure::target, TreeMap::new, Collectors.counting())),
                read);
    }

    @ParameterizedTest
    @MethodSource("years")
    void findsNothingWrongInAPublishedBook(int year) {
        assertEquals(List.of(), Reading.ofPci(year).messages());
    }

    @Test
    void readsTheThreeTraditionalConditionsOf2005() {
        List<RawCell> cells = Reading.ofPci(2005).cells().stream()
                .filter(PciBooksTest::traditionalCondition)
                .toList();
        assertEquals(3 * 42, cells.size());
        assertTrue(cells.stream().allMatch(cell -> cell.cellKind() == CellKind.NUMBER));
    }

    @Test
    void fillsABandOf2005DownOverItsMergedCells() {
        List<RawCell> bands = Reading.ofPci(2005).cells("published:pci/rating");
        RawCell seventh = bands.get(6);
        assertEquals("Xếp hạng theo chỉ số PCI!A8", seventh.orgUnitCellRef());
        assertEquals("Tốt", seventh.valueAsDelivered());
        assertEquals("Xếp hạng theo chỉ số PCI!D2", seventh.cellRef());
        assertEquals("Xếp hạng theo chỉ số PCI!D9", bands.get(7).cellRef());
    }

    @Test
    void saysWhereAValueStandsAndWhatItIsAbout() {
        RawCell longAn = Reading.ofPci(2013).cells("metric:pci_support").stream()
                .filter(cell -> cell.orgUnitAsWritten().equals("Long An"))
                .findFirst()
                .orElseThrow();
        assertEquals("Summary_VN!P4", longAn.orgUnitCellRef());
        assertEquals("Summary_VN!Q4", longAn.cellRef());
        assertEquals("pci-2013", longAn.contractId());
        assertEquals(
                "2013 Y official", longAn.referenceYear() + " " + longAn.periodCode() + " " + longAn.dataVintage());
    }

    @ParameterizedTest
    @MethodSource("years")
    void readsVisibleSheetsOnly(int year) {
        List<String> sheets = Reading.ofPci(year).cells().stream()
                .map(cell -> cell.cellRef().substring(0, cell.cellRef().lastIndexOf('!')))
                .distinct()
                .toList();
        assertEquals(year == 2005 ? 2 : 1, sheets.size());
        assertTrue(!sheets.contains("Summary"), "the hidden copy of 2013 was read");
    }

    private static boolean traditionalCondition(RawCell cell) {
        return cell.target().matches("metric:pci_(human_resources|infrastructure|market_proximity)");
    }

    /** Expected figures that were not read for that unit, to 15 digits; without a unit's name, for any unit. */
    private static List<String> differences(PublishedFigures expected, Reading reading) {
        Map<String, List<RawCell>> read = reading.cells().stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.target() + " " + PublishedFigures.unit(cell.orgUnitAsWritten())));
        return expected.figures().stream()
                .filter(figure -> (figure.unit().isEmpty()
                                ? reading.cells(figure.target())
                                : read.getOrDefault(figure.target() + " " + figure.unit(), List.of()))
                        .stream().noneMatch(cell -> isEqual(figure.value(), cell)))
                .map(Figure::toString)
                .toList();
    }

    private static boolean isEqual(String expected, RawCell cell) {
        if (cell.number() == null) {
            return expected.equals(cell.valueAsDelivered());
        }
        double wanted = Double.parseDouble(expected);
        return Math.abs(wanted - cell.number()) <= 1e-14 * Math.abs(wanted);
    }
}
