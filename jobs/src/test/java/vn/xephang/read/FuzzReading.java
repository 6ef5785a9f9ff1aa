package vn.xephang.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.xephang.model.RawCell;

/** What a changed cell may do to the cells that a contract reads. */
final class FuzzReading {

    private static final int SHOWN = 3;

    private FuzzReading() {}

    /**
     * @param place {@code Sheet!B17}, in a CSV {@code <record>:<field>}: there the whole row may change, as year and
     *     metric stand in it
     */
    static String outcome(Reading before, Reading after, String place) {
        if (!after.messages().equals(before.messages())) {
            return "cell: a finding";
        }
        List<RawCell> others = others(before.cells(), place);
        if (!others.equals(others(after.cells(), place))) {
            return "BUG other values differ without a finding";
        }
        return before.cells().equals(after.cells()) ? "cell: not one that is read" : "cell: its value";
    }

    private static List<RawCell> others(List<RawCell> cells, String place) {
        if (place.contains(":") && !place.contains("!")) {
            String row = "" + (Integer.parseInt(place.substring(0, place.indexOf(':'))) + 1);
            return cells.stream()
                    .filter(cell -> !cell.cellRef().replaceAll("\\D", "").equals(row))
                    .toList();
        }
        return cells.stream()
                .filter(cell ->
                        !cell.cellRef().equals(place) && !cell.orgUnitCellRef().equals(place))
                .toList();
    }

    /** The first places where two contents differ. */
    static String difference(Map<String, String> expected, Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        expected.forEach((place, text) -> {
            if (!text.equals(found.get(place))) {
                differences.add(place + " '" + text + "' / '" + found.get(place) + "'");
            }
        });
        found.forEach((place, text) -> {
            if (!expected.containsKey(place)) {
                differences.add(place + " none / '" + text + "'");
            }
        });
        return differences.size() + " " + differences.stream().limit(SHOWN).toList();
    }
}
