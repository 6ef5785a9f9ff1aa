package vn.xephang.brief;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import vn.xephang.answer.Brief;

/**
 * The rank of every unit over the years, best on top, one unit in colour. Its line is only dotted where rubric or map
 * changed, as ranks to both sides of that are not of one kind.
 */
final class BumpChart {

    private static final float AXIS = 36;
    private static final float TOP = 14;
    private static final float BOTTOM = 27;
    private static final float SIDE = 16;
    private static final float LABEL = 7.5f;
    private static final float[] DASHED = {3, 2};
    private static final float[] DOTTED = {1, 2.5f};

    private final Page page;
    private final Brief.History history;
    private final Brief.Subject subject;
    private final Language language;
    private final float left;
    private final float top;
    private final float width;
    private final float height;
    private final int first;
    private final int last;
    private final int most;

    /** Fills that rectangle of the page. */
    BumpChart(Page page, Brief brief, Language language, float x, float y, float width, float height) {
        this.page = page;
        this.history = brief.history();
        this.subject = brief.subject();
        this.language = language;
        this.left = x + AXIS + SIDE;
        this.top = y + TOP;
        this.width = width - AXIS - 2 * SIDE;
        this.height = height - TOP - BOTTOM;
        this.first = history.years().get(0).year();
        this.last = history.years().get(history.years().size() - 1).year();
        this.most = history.years().stream().mapToInt(Brief.Year::rankOf).max().orElse(1);
    }

    void draw() {
        axis();
        history.years().forEach(this::changes);
        history.others().forEach(this::other);
        unit();
    }

    private void axis() {
        Page.Style small = Page.Style.soft(LABEL);
        for (int place : new int[] {1, most}) {
            page.line(left - SIDE, down(place), left + width + SIDE, down(place), 0.5f, Page.FAINT);
            page.textEndingAt("" + place, left - SIDE - 4, down(place) + 2.5f, small);
        }
        float baseline = top + height + 14;
        page.textEndingAt(language.of("năm", "year"), left - SIDE - 4, baseline, small);
        page.textEndingAt(language.of("trong số", "of"), left - SIDE - 4, baseline + 9, small);
        for (Brief.Year year : history.years()) {
            boolean isChosen = year.year() == subject.year();
            Page.Style style = isChosen ? Page.Style.bold(LABEL + 1) : small;
            page.textAround("" + year.year(), across(year.year()), baseline, style);
            page.textAround(year.rankOf() == 0 ? "–" : "" + year.rankOf(), across(year.year()), baseline + 9, small);
        }
    }

    /** A line before the year in which rules (dashed) or map (whole) are new. */
    private void changes(Brief.Year year) {
        float x = across(year.year()) - (last == first ? 0 : width / (last - first) / 2);
        if (year.isRubricChanged()) {
            page.line(x, top - 4, x, top + height + 4, 0.8f, Page.SOFT, DASHED);
        }
        if (year.isMapChanged()) {
            page.line(x + 2, top - 4, x + 2, top + height + 4, 1.4f, Page.FALL);
        }
    }

    private void other(String unit, SortedMap<Integer, Integer> places) {
        if (unit.equals(subject.orgUnitId())) {
            return;
        }
        for (Map.Entry<Integer, Integer> place : places.entrySet()) {
            Optional.ofNullable(places.get(place.getKey() + 1))
                    .ifPresent(next -> page.line(
                            across(place.getKey()),
                            down(place.getValue()),
                            across(place.getKey() + 1),
                            down(next),
                            0.4f,
                            Page.FAINT));
        }
    }

    private void unit() {
        List<Brief.Year> years = history.years();
        for (int i = 1; i < years.size(); i++) {
            Brief.Year before = years.get(i - 1);
            Brief.Year year = years.get(i);
            if (before.rank().isPresent() && year.rank().isPresent() && before.year() + 1 == year.year()) {
                boolean isBroken = year.isRubricChanged() || year.isMapChanged();
                page.line(
                        across(before.year()),
                        down(before.rank().get()),
                        across(year.year()),
                        down(year.rank().get()),
                        isBroken ? 1.2f : 2,
                        Page.OWN,
                        isBroken ? DOTTED : new float[0]);
            }
        }
        for (int i = 0; i < years.size(); i++) {
            place(years.get(i), isBelowNeighbours(i));
        }
    }

    /** No year beside it has a worse place: then its label is out of the way of the line below. */
    private boolean isBelowNeighbours(int index) {
        int own = history.years().get(index).rank().orElse(0);
        return IntStream.of(index - 1, index + 1)
                .filter(beside -> beside >= 0 && beside < history.years().size())
                .allMatch(beside -> history.years().get(beside).rank().orElse(0) < own);
    }

    private void place(Brief.Year year, boolean isLabelBelow) {
        year.rank().ifPresent(rank -> {
            boolean isChosen = year.year() == subject.year();
            page.dot(across(year.year()), down(rank), isChosen ? 4.5f : 2.8f, Page.OWN);
            float label = down(rank) - 7;
            page.textAround(
                    "" + rank,
                    across(year.year()),
                    isLabelBelow || label < top ? down(rank) + 14 : label,
                    Page.Style.bold(isChosen ? LABEL + 2 : LABEL).in(Page.OWN));
        });
    }

    private float across(int year) {
        return last == first ? left + width / 2 : left + width * (year - first) / (last - first);
    }

    private float down(int place) {
        return most <= 1 ? top : top + height * (place - 1) / (most - 1);
    }
}
