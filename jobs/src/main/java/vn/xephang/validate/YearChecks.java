package vn.xephang.validate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.xephang.model.Observation;
import vn.xephang.model.YearFinding;
import vn.xephang.model.YearRow;

/**
 * Settled rows -> the same, followed at the end of each year by what control rules find between figures of several
 * deliveries. What they find within one delivery is told where the delivery is read. Holds of a year only the newest
 * figures that rules read.
 */
public final class YearChecks implements Iterator<YearRow> {

    private final Iterator<YearRow> rows;
    private final ControlChecks checks;
    private final Deque<YearRow> ready = new ArrayDeque<>();
    private final Map<String, Figures> byPeriod = new TreeMap<>();
    private Integer year;

    /** @param rows whole years, one after the other */
    public YearChecks(Iterator<YearRow> rows, ControlChecks checks) {
        this.rows = rows;
        this.checks = checks;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty()) {
            if (rows.hasNext()) {
                take(rows.next());
            } else {
                finishYear();
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public YearRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void take(YearRow row) {
        if (year != null && year != row.referenceYear()) {
            finishYear();
        }
        year = row.referenceYear();
        if (row instanceof Observation observation
                && observation.supersededAt() == null
                && checks.reads(observation.metricCode())) {
            byPeriod.computeIfAbsent(observation.periodCode(), none -> new Figures())
                    .add(Figure.of(observation));
        }
        ready.add(row);
    }

    private void finishYear() {
        byPeriod.values().forEach(figures -> checks.check(figures, YearChecks::isOfSeveral)
                .forEach(finding -> ready.add(YearFinding.of(finding))));
        byPeriod.clear();
        year = null;
    }

    private static boolean isOfSeveral(Stream<Figure> figures) {
        return figures.map(Figure::deliveryId).distinct().limit(2).count() > 1;
    }
}
