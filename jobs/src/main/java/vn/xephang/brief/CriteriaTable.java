package vn.xephang.brief;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.xephang.answer.Brief;

/** One row per criterion: its share of the maximum as a bar, points, and place among all units. */
final class CriteriaTable {

    /** More than these do not fit: then only the strongest and the weakest are shown. */
    static final int MOST_ROWS = 24;

    private static final float NAME = 212;
    private static final float BAR = 150;
    private static final float POINTS = 425;
    private static final float MAXIMUM = 465;
    private static final float BAR_HEIGHT = 6;
    private static final float TEXT = 8.5f;

    private final Page page;
    private final Language language;
    private final Numbers numbers;
    private final Phrases phrases;
    private final float left;
    private final float right;

    CriteriaTable(Page page, Phrases phrases, Language language, float left, float right) {
        this.page = page;
        this.language = language;
        this.numbers = new Numbers(language);
        this.phrases = phrases;
        this.left = left;
        this.right = right;
    }

    static List<Brief.Line> shown(List<Brief.Line> lines) {
        if (lines.size() <= MOST_ROWS) {
            return lines;
        }
        List<Brief.Line> byLead = lines.stream()
                .sorted(Comparator.comparingInt(Brief.Line::lead).reversed())
                .toList();
        List<Brief.Line> ends = Stream.concat(
                        byLead.stream().limit(MOST_ROWS / 2), byLead.stream().skip(byLead.size() - MOST_ROWS / 2))
                .toList();
        return lines.stream().filter(ends::contains).toList();
    }

    /** @return where the next thing may stand */
    float draw(List<Brief.Line> lines, float y, float rowHeight) {
        Page.Style head = Page.Style.soft(7.5f);
        page.text(language.of("thanh: phần điểm tối đa đạt được", "bar: share of the maximum"), left + NAME, y, head);
        page.textEndingAt(language.of("điểm", "points"), left + POINTS, y, head);
        page.textEndingAt(language.of("tối đa", "maximum"), left + MAXIMUM, y, head);
        page.textEndingAt(language.of("hạng", "rank"), right, y, head);
        float baseline = y + rowHeight;
        for (Brief.Line line : lines) {
            row(line, baseline);
            page.line(left, baseline + 3, right, baseline + 3, 0.3f, Page.FAINT);
            baseline += rowHeight;
        }
        return baseline;
    }

    private void row(Brief.Line line, float baseline) {
        Page.Style text = Page.Style.plain(TEXT);
        page.textWithin(language.of(line.name()), left, baseline, NAME - 8, text);
        bar(line, baseline);
        page.textEndingAt(line.points().map(numbers::points).orElse("–"), left + POINTS, baseline, text);
        page.textEndingAt(
                line.maxPoints().map(numbers::plain).orElse("–"), left + MAXIMUM, baseline, text.in(Page.SOFT));
        page.textEndingAt(phrases.placeOf(line), right, baseline, text.in(colour(line)));
    }

    private void bar(Brief.Line line, float baseline) {
        Optional<Float> own = share(line.points(), line.maxPoints());
        if (own.isEmpty()) {
            return;
        }
        float x = left + NAME;
        float y = baseline - BAR_HEIGHT;
        page.box(x, y, BAR, BAR_HEIGHT, Page.FAINT);
        page.box(x, y, BAR * own.get(), BAR_HEIGHT, colour(line));
        share(line.peerMedian(), line.maxPoints())
                .ifPresent(median ->
                        page.line(x + BAR * median, y - 1.5f, x + BAR * median, y + BAR_HEIGHT + 1.5f, 1.4f, Page.INK));
    }

    /** Between nothing and all; empty without a maximum, as for what is only deducted. */
    private static Optional<Float> share(Optional<BigDecimal> points, Optional<BigDecimal> maxPoints) {
        return points.flatMap(earned -> maxPoints
                .filter(most -> most.signum() > 0)
                .map(most -> Math.max(
                        0,
                        Math.min(1, earned.divide(most, MathContext.DECIMAL32).floatValue()))));
    }

    /** Ahead of more than half of the others by a third of them, behind as much, or neither. */
    private static Color colour(Brief.Line line) {
        int clear = Math.max(1, line.peers() / 3);
        if (line.lead() >= clear) {
            return Page.RISE;
        }
        return line.lead() <= -clear ? Page.FALL : Page.SOFT;
    }
}
