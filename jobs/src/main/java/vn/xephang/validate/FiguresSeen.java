package vn.xephang.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.model.Target;

/**
 * The figures of one delivery that control rules or rules for values read, and no others; checked when the delivery is at its end. Beyond
 * a number of figures that a process can hold, nothing is checked, and a finding says so.
 */
public final class FiguresSeen {

    static final int MOST = 2_000_000;

    private final LandingFile file;
    private final ControlChecks checks;
    private final ValueChecks values;
    private final Map<String, Figures> byPeriod = new TreeMap<>();
    private int count;

    public FiguresSeen(LandingFile file, ControlChecks checks, ValueChecks values) {
        this.file = file;
        this.checks = checks;
        this.values = values;
    }

    /** Notes a usable value; null where the source marks it as missing. */
    public void see(RawCell cell, String orgUnitId, Double value) {
        if (Target.of(cell.target()) instanceof Target.OfMetric metric && isRead(metric.metricCode())) {
            count++;
            if (count <= MOST) {
                byPeriod.computeIfAbsent(cell.referenceYear() + cell.periodCode(), none -> new Figures())
                        .add(Figure.of(file, cell, metric.metricCode(), orgUnitId, value));
            } else {
                byPeriod.clear();
            }
        }
    }

    public List<Finding> findings() {
        if (count > MOST) {
            return List.of(Finding.ofFile(FindingCode.SUMS_NOT_CHECKED, file, "" + count, "" + MOST));
        }
        List<Finding> findings = new ArrayList<>();
        byPeriod.values().forEach(figures -> findings.addAll(checks.check(figures, all -> true)));
        // A cell that breaks sums is told once, however strange its value is besides.
        Set<String> told = findings.stream().map(Finding::where).collect(Collectors.toSet());
        values.withinDelivery(byPeriod.values().stream().flatMap(Figures::all)).stream()
                .filter(finding -> !told.contains(finding.where()))
                .forEach(findings::add);
        return findings;
    }

    private boolean isRead(String metricCode) {
        return checks.reads(metricCode) || values.reads(metricCode);
    }
}
