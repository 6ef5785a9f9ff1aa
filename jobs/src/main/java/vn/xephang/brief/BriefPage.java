package vn.xephang.brief;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import vn.xephang.answer.Brief;

/** Where everything stands on the page. */
final class BriefPage {

    private static final float MARGIN = 40;
    private static final float RIGHT = Page.WIDTH - MARGIN;
    private static final float WIDE = RIGHT - MARGIN;
    private static final float GAP = 14;
    private static final float COLUMN = (WIDE - GAP) / 2;
    private static final float TEXT = 9;
    private static final float LEADING = 11.5f;
    private static final float HEADING_ROOM = 17;
    private static final float TILE = 54;
    private static final float LARGEST_IN_TWO_LINES = 13;
    private static final float BARS = 86;
    private static final float CHART_AT_BEST = 175;
    private static final float CHART_MOST = 280;
    private static final float ROW_LEAST = 10.5f;
    private static final float ROW_MOST = 16;

    private final Page page;
    private final Brief brief;
    private final Language language;
    private final Numbers numbers;
    private final Phrases phrases;

    BriefPage(Page page, Brief brief, Language language) {
        this.page = page;
        this.brief = brief;
        this.language = language;
        this.numbers = new Numbers(language);
        this.phrases = new Phrases(brief, language);
    }

    void draw() {
        float y = tiles(head());
        y = Math.max(why(y), next(y)) + 4;
        List<Brief.Line> lines = CriteriaTable.shown(brief.lines());
        float notes = HEADING_ROOM + noteLines().size() * LEADING;
        float aroundRows = 2 * HEADING_ROOM + 4 * LEADING;
        float room = Page.HEIGHT - MARGIN - notes - aroundRows - y;
        int rows = Math.max(1, lines.size());
        float row = Math.max(ROW_LEAST, Math.min(ROW_MOST, (room - CHART_AT_BEST) / rows));
        float chart = Math.min(CHART_MOST, room - rows * row);
        history(y, chart);
        notes(criteria(lines, y + chart + HEADING_ROOM, row));
        foot();
    }

    private float head() {
        phrases.syntheticMark().ifPresent(mark -> {
            float width = page.width(mark, TEXT) + 12;
            page.box(RIGHT - width, MARGIN - 8, width, 15, Page.FALL);
            page.text(mark, RIGHT - width + 6, MARGIN + 3, Page.Style.bold(TEXT).in(Color.WHITE));
        });
        page.text(phrases.title(), MARGIN, MARGIN + 10, Page.Style.bold(20));
        page.textWithin(phrases.scorecard(), MARGIN, MARGIN + 26, WIDE, Page.Style.soft(10));
        return MARGIN + 36;
    }

    private float tiles(float y) {
        List<String[]> tiles = new ArrayList<>();
        tiles.add(new String[] {language.of("Hạng", "Rank"), phrases.place(), phrases.placeNote()});
        tiles.add(new String[] {language.of("Thay đổi", "Change"), phrases.change(), phrases.changeNote()});
        tiles.add(new String[] {language.of("Điểm", "Points"), phrases.points(), phrases.pointsNote()});
        phrases.rating()
                .ifPresent(rating ->
                        tiles.add(new String[] {language.of("Xếp loại", "Rating"), rating, phrases.ratingNote()}));
        float width = (WIDE - GAP * (tiles.size() - 1)) / tiles.size();
        for (int i = 0; i < tiles.size(); i++) {
            float x = MARGIN + i * (width + GAP);
            page.box(x, y, width, TILE, new Color(0xF2F4F6));
            page.text(tiles.get(i)[0], x + 8, y + 13, Page.Style.soft(TEXT));
            value(tiles.get(i)[1], x + 8, y + 33, width - 16, i == 1 ? way() : Page.INK);
            page.textWithin(tiles.get(i)[2], x + 8, y + 48, width - 16, Page.Style.soft(8));
        }
        return y + TILE + 18;
    }

    /** In one line, or small in two. */
    private void value(String text, float x, float baseline, float width, Color colour) {
        if (page.width(text, LARGEST_IN_TWO_LINES) <= width) {
            page.textWithin(text, x, baseline, width, Page.Style.bold(17).in(colour));
        } else {
            page.paragraph(
                    text, x, baseline - 7, width, 12, Page.Style.bold(TEXT + 1).in(colour));
        }
    }

    private Color way() {
        return phrases.change().startsWith("▲") ? Page.RISE : phrases.change().startsWith("▼") ? Page.FALL : Page.INK;
    }

    private void heading(String text, float x, float y, float width) {
        page.text(text, x, y, Page.Style.bold(10.5f));
        page.line(x, y + 4, x + width, y + 4, 0.6f, Page.SOFT);
    }

    /** The sentence, and one bar per cause to the left or right of nothing. */
    private float why(float top) {
        heading(language.of("Vì sao hạng thay đổi", "Why the rank changed"), MARGIN, top, COLUMN);
        float y =
                page.paragraph(phrases.sentence(), MARGIN, top + HEADING_ROOM, COLUMN, LEADING, Page.Style.plain(TEXT));
        List<Brief.Factor> factors = brief.why().factors();
        if (factors.isEmpty()) {
            return y;
        }
        y = bars(factors, y + 3);
        page.text(
                language.of("bậc; + là lên, − là xuống", "places; + is up, − is down"),
                MARGIN,
                y,
                Page.Style.soft(7.5f));
        y += 10;
        return phrases.orders().isEmpty()
                ? y + 8
                : page.paragraph(phrases.orders().get(), MARGIN, y, COLUMN, 9, Page.Style.soft(7.5f)) + 8;
    }

    private float bars(List<Brief.Factor> factors, float top) {
        double least = factors.stream()
                .mapToDouble(factor -> factor.places().doubleValue())
                .min()
                .orElse(0);
        double most = factors.stream()
                .mapToDouble(factor -> factor.places().doubleValue())
                .max()
                .orElse(0);
        float perPlace = (float) (BARS / (Math.max(most, 0) - Math.min(least, 0)));
        float zero = MARGIN + COLUMN - 34 - BARS - (float) Math.min(least, 0) * perPlace;
        float y = top;
        for (Brief.Factor factor : factors) {
            float length = factor.places().floatValue() * perPlace;
            Color colour = factor.places().signum() > 0 ? Page.RISE : Page.FALL;
            page.textWithin(language.of(factor.name()), MARGIN, y, 124, Page.Style.plain(8.5f));
            page.box(Math.min(zero, zero + length), y - 6, Math.abs(length), 7, colour);
            page.textEndingAt(
                    numbers.signed(factor.places()),
                    MARGIN + COLUMN,
                    y,
                    Page.Style.bold(8.5f).in(colour));
            y += 12;
        }
        page.line(zero, top - 8, zero, y - 12, 0.6f, Page.SOFT);
        return y;
    }

    private float next(float top) {
        float x = MARGIN + COLUMN + GAP;
        heading(language.of("Để lên hạng kế tiếp", "What the next place takes"), x, top, COLUMN);
        float y = page.paragraph(phrases.next(), x, top + HEADING_ROOM, COLUMN, LEADING, Page.Style.plain(TEXT));
        for (String step : phrases.steps()) {
            page.text("•", x, y + 2, Page.Style.plain(TEXT));
            y = page.paragraph(step, x + 9, y + 2, COLUMN - 9, LEADING, Page.Style.plain(8.5f));
        }
        return y + 8;
    }

    private void history(float top, float height) {
        heading(language.of("Hạng qua các năm", "Rank over the years"), MARGIN, top, WIDE);
        page.textEndingAt(
                language.of(
                        "xám: đơn vị khác · vạch đứt: đổi bộ tiêu chí · vạch đỏ: đổi địa giới · nét chấm: qua chỗ đổi",
                        "grey: other units · dashed: rubric changed · red: map changed · dotted: across a change"),
                RIGHT,
                top,
                Page.Style.soft(7.5f));
        new BumpChart(page, brief, language, MARGIN, top + 8, WIDE, height - 14).draw();
    }

    private float criteria(List<Brief.Line> lines, float top, float row) {
        heading(
                language.of("Từng tiêu chí so với các đơn vị khác", "Criteria against the other units"),
                MARGIN,
                top,
                WIDE);
        page.textEndingAt(
                language.of(
                        "vạch đen: trung vị của các đơn vị · xanh: hơn hẳn · đỏ: kém hẳn",
                        "black: median of the units · green: well ahead · red: well behind"),
                RIGHT,
                top,
                Page.Style.soft(7.5f));
        if (lines.isEmpty()) {
            page.text(
                    language.of("Năm này không có điểm theo tiêu chí.", "This year has no points by criterion."),
                    MARGIN,
                    top + HEADING_ROOM,
                    Page.Style.plain(TEXT));
            return top + 2 * HEADING_ROOM + 6;
        }
        float y = new CriteriaTable(page, phrases, language, MARGIN, RIGHT).draw(lines, top + 14, row);
        page.textWithin(
                phrases.strongest() + left(lines),
                MARGIN,
                y + 2,
                WIDE,
                Page.Style.plain(TEXT).in(Page.RISE));
        page.textWithin(
                phrases.weakest(),
                MARGIN,
                y + 2 + LEADING,
                WIDE,
                Page.Style.plain(TEXT).in(Page.FALL));
        return y + 2 + LEADING + HEADING_ROOM + 4;
    }

    /** How many criteria there was no room for. */
    private String left(List<Brief.Line> shown) {
        int left = brief.lines().size() - shown.size();
        return left == 0
                ? ""
                : language.of(
                        " · còn " + left + " tiêu chí khác trong bản Excel", " · " + left + " more in the workbook");
    }

    private List<String> noteLines() {
        List<String> lines = new ArrayList<>();
        phrases.notes().forEach(note -> lines.addAll(page.lines("• " + note, WIDE, 8.5f)));
        return lines;
    }

    private void notes(float top) {
        heading(language.of("Lưu ý khi so sánh", "When comparing"), MARGIN, top, WIDE);
        float y = top + HEADING_ROOM - 2;
        for (String line : noteLines()) {
            page.text(line, MARGIN, y, Page.Style.plain(8.5f));
            y += LEADING;
        }
    }

    private void foot() {
        page.textWithin(phrases.origin(), MARGIN, Page.HEIGHT - MARGIN + 12, WIDE, Page.Style.soft(7.5f));
    }
}
