package vn.xephang.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.xephang.schema.LandingContract.Table;

/** The top of a sheet, where headers are looked for: texts as headers are compared, by row and column from 1. */
final class SheetHead {

    /** Headers stand near the top; further down a header may be repeated over rows that are no data. */
    static final int ROWS = 30;

    private final Grid grid;
    private final List<Map<Integer, String>> rows = new ArrayList<>();

    /** The best place for a table's header, with the texts that are missing there and the years that it states. */
    record Match(int row, List<String> missing, List<Integer> statedYears) {

        boolean isWhole() {
            return missing.isEmpty();
        }
    }

    SheetHead(Grid grid) {
        this.grid = grid;
        for (int row = 1; row <= Math.min(ROWS, grid.lastRow()); row++) {
            rows.add(normalRow(row));
        }
    }

    Grid grid() {
        return grid;
    }

    /** The sheet's name; of a CSV, which has none, what its first line says. */
    String label() {
        return grid.sheet().isEmpty() && !rows.isEmpty()
                ? String.join(", ", rows.get(firstFilled()).values())
                : grid.sheet();
    }

    private int firstFilled() {
        int row = 0;
        while (rows.get(row).isEmpty() && row < rows.size() - 1) {
            row++;
        }
        return row;
    }

    /**
     * The first row from which all texts of the table's {@code match} are found, else the nearest to it. Texts of its
     * {@code title} may stand in any row.
     */
    Match find(Table table) {
        Match title = at(1, rows.size(), table.title());
        Match header = findHeader(table);
        List<String> missing = new ArrayList<>(title.missing());
        missing.addAll(header.missing());
        List<Integer> years = new ArrayList<>(title.statedYears());
        years.addAll(header.statedYears());
        return new Match(header.row(), List.copyOf(missing), List.copyOf(years));
    }

    private Match findHeader(Table table) {
        List<HeaderText> wanted = HeaderText.all(table.match());
        Match anywhere = at(1, rows.size(), table.match());
        if (!anywhere.isWhole()) {
            return anywhere;
        }
        Match best = new Match(1, table.match(), List.of());
        for (int row = 1; row <= rows.size() && !best.isWhole(); row++) {
            if (texts(row, 1).anyMatch(text -> isAny(text, wanted))) {
                Match match = at(row, table.headerRows(), table.match());
                best = match.missing().size() < best.missing().size() ? match : best;
            }
        }
        return best;
    }

    /** Whether one of the texts stands anywhere in the top rows. */
    boolean hasAny(List<String> declared) {
        List<HeaderText> wanted = HeaderText.all(declared);
        return texts(1, rows.size()).anyMatch(text -> isAny(text, wanted));
    }

    /** What stands, as headers are compared, in the place of the placeholder in the first text of this form. */
    Optional<String> filledIn(String declared, String placeholder) {
        String form = HeaderText.normal(declared);
        int at = form.indexOf(placeholder);
        String before = form.substring(0, at);
        String after = form.substring(at + placeholder.length());
        return texts(1, rows.size())
                .filter(text -> text.length() > before.length() + after.length())
                .filter(text -> text.startsWith(before) && text.endsWith(after))
                .map(text -> text.substring(before.length(), text.length() - after.length())
                        .strip())
                .findFirst();
    }

    /** Texts of a column in some rows; empty where it has none. */
    List<String> columnTexts(int row, int count, int column) {
        return IntStream.range(row, Math.min(row + count, rows.size() + 1))
                .mapToObj(at -> rows.get(at - 1).getOrDefault(column, ""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private Match at(int row, int count, List<String> declared) {
        List<HeaderText> wanted = HeaderText.all(declared);
        List<String> missing = new ArrayList<>();
        List<Integer> years = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            HeaderText want = wanted.get(i);
            List<String> found =
                    texts(row, count).filter(want::matches).distinct().toList();
            if (found.isEmpty()) {
                missing.add(declared.get(i));
            }
            found.forEach(text -> want.year(text).ifPresent(years::add));
        }
        return new Match(row, List.copyOf(missing), List.copyOf(years));
    }

    private static boolean isAny(String text, List<HeaderText> wanted) {
        return wanted.stream().anyMatch(want -> want.matches(text));
    }

    private Stream<String> texts(int row, int count) {
        return rows.stream().skip(row - 1L).limit(count).flatMap(texts -> texts.values().stream());
    }

    private Map<Integer, String> normalRow(int row) {
        Map<Integer, String> texts = new TreeMap<>();
        for (int column = 1; column <= grid.lastColumn(); column++) {
            GridCell cell = grid.at(row, column);
            if (!cell.isBlank()) {
                texts.put(column, cell.number() == null ? HeaderText.normal(cell.text()) : plain(cell.number()));
            }
        }
        return texts;
    }

    /** A year may be a header; of other numbers it only matters that something stands there. */
    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
