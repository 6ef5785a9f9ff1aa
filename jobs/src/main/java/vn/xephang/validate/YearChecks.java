package vn.xephang.validate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.xephang.model.Observation;
import vn.xephang.model.WholeYears;
import vn.xephang.model.YearFinding;
import vn.xephang.model.YearRow;

/**
 * Settled rows -> the same, followed at the end of each year by what control rules find between figures of several
 * deliveries. What they find within one delivery is told where the delivery is read. Holds of a year only the newest
 * figures that rules read.
 */
public final class YearChecks extends WholeYears {

    private final ControlChecks checks;
    private final Map<String, Figures> byPeriod = new TreeMap<>();

    /** @param rows whole years, one after the other */
    public YearChecks(Iterator<YearRow> rows, ControlChecks checks) {
        super(rows);
        this.checks = checks;
    }

    @Override
    protected boolean note(YearRow row) {
        if (row instanceof Observation observation
                && observation.supersededAt() == null
                && checks.reads(observation.metricCode())) {
            byPeriod.computeIfAbsent(observation.periodCode(), none -> new Figures())
                    .add(Figure.of(observation));
        }
        return true;
    }

    @Override
    protected List<YearRow> finish(int year) {
        List<YearRow> found = new ArrayList<>();
        byPeriod.values().forEach(figures -> checks.check(figures, YearChecks::isOfSeveral)
                .forEach(finding -> found.add(YearFinding.of(finding))));
        byPeriod.clear();
        return found;
    }

    private static boolean isOfSeveral(Stream<Figure> figures) {
        return figures.map(Figure::deliveryId).distinct().limit(2).count() > 1;
    }
}
