package vn.xephang.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.xephang.model.FindingCode;

/**
 * Decides, sheet by sheet, which texts under a {@code .Vn} font are TCVN3 and which are Unicode that was left under the
 * font. A text decides by its own letters where it can; where both readings are possible, the other texts of the sheet
 * under that font decide.
 */
final class CellTexts {

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}]+");

    /** What a text under the font can be. */
    enum Reading {
        TCVN3,
        UNICODE,
        EITHER
    }

    /** A text that waits for its sheet. */
    private record Waiting(int row, int column, List<Run> runs) {}

    /** A stretch of text in one font. */
    record Run(String text, String font) {

        /** A run without a font of its own has the cell's. */
        Run in(String cellFont) {
            return font.isEmpty() ? new Run(text, cellFont) : this;
        }

        boolean isUndecided() {
            return Tcvn3.isFont(font) && !isAscii(text);
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Integer> votes = new TreeMap<>();

    /** Whether a text must wait because of one of its fonts. */
    static boolean mustWait(List<Run> runs) {
        return runs.stream().anyMatch(run -> Tcvn3.isFont(run.font()));
    }

    void add(int row, int column, List<Run> runs) {
        waiting.add(new Waiting(row, column, runs));
        for (Run run : runs) {
            if (run.isUndecided()) {
                Reading reading = reading(run.text());
                votes.merge(
                        run.font(),
                        reading == Reading.TCVN3 ? 1 : reading == Reading.UNICODE ? -1 : 0,
                        (a, b) -> a + b);
            }
        }
    }

    /** Puts the texts into the grid, after the sheet was seen whole. */
    void putInto(Grid grid) throws RefusedFile {
        for (Waiting cell : waiting) {
            boolean isUnsure = cell.runs().stream().anyMatch(this::isUnsure);
            String text = cell.runs().stream().map(this::text).collect(Collectors.joining());
            grid.put(cell.row(), cell.column(), GridCell.ofText(text));
            if (isUnsure) {
                grid.note(FindingCode.TEXT_ENCODING_UNSURE, cell.row(), cell.column(), text);
            }
        }
        waiting.clear();
    }

    private boolean isUnsure(Run run) {
        return run.isUndecided() && reading(run.text()) == Reading.EITHER && votes.getOrDefault(run.font(), 0) == 0;
    }

    private String text(Run run) {
        if (!Tcvn3.isFont(run.font())) {
            return run.text();
        }
        if (isAscii(run.text())) {
            return votes.getOrDefault(run.font(), 0) > 0 ? Tcvn3.shown(run.text(), run.font()) : run.text();
        }
        Reading reading = reading(run.text());
        boolean isTcvn3 =
                reading == Reading.TCVN3 || (reading == Reading.EITHER && votes.getOrDefault(run.font(), 0) > 0);
        return isTcvn3 ? Tcvn3.shown(Tcvn3.decoded(run.text()).orElse(run.text()), run.font()) : run.text();
    }

    static Reading reading(String text) {
        Optional<String> decoded = Tcvn3.decoded(text);
        if (decoded.isEmpty()) {
            return Reading.UNICODE;
        }
        if (hasSignOfNoText(text)) {
            return Reading.TCVN3;
        }
        boolean isTcvn3 = isVietnamese(decoded.get());
        boolean isUnicode = isVietnamese(text);
        return isTcvn3 == isUnicode ? Reading.EITHER : isTcvn3 ? Reading.TCVN3 : Reading.UNICODE;
    }

    /** Signs that stand in no Vietnamese text, such as {@code µ} or the soft hyphen. */
    private static boolean hasSignOfNoText(String text) {
        return text.chars().anyMatch(c -> c > 0x7F && "\u00A0²³°«»".indexOf(c) < 0 && !isVietnameseLetter(c));
    }

    private static boolean isVietnameseLetter(int c) {
        return "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".indexOf(c) >= 0;
    }

    private static boolean isVietnamese(String text) {
        return WORDS.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !isAscii(word))
                .allMatch(VietnameseWord::isPossible);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80 || c == '\u00A0');
    }
}
