package vn.xephang.validate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.DueDate;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.LocalDay;

/** Whether the figures of a delivery arrived in time. */
public final class Deadlines {

    private final LandingFile file;
    private final List<DueDate> dates;
    private final Set<Due> seen = new TreeSet<>();

    private record Due(int year, String levelCode, String periodCode, String dataVintage) implements Comparable<Due> {
        private static final java.util.Comparator<Due> ORDER = java.util.Comparator.comparingInt(Due::year)
                .thenComparing(Due::levelCode)
                .thenComparing(Due::periodCode)
                .thenComparing(Due::dataVintage);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param dates of all calendars */
    public Deadlines(LandingFile file, List<DueDate> dates) {
        this.file = file;
        this.dates = dates.stream()
                .filter(date -> date.sourceCode().equals(file.sourceCode()))
                .toList();
    }

    /** Notes what a value is about. @param levelCode level of its unit */
    public void see(ConformedValue value, String levelCode) {
        if (!dates.isEmpty()) {
            seen.add(new Due(value.referenceYear(), levelCode, value.periodCode(), value.dataVintage()));
        }
    }

    public List<Finding> findings() {
        LocalDate receivedOn = LocalDay.of(file.receivedAt());
        List<Finding> findings = new ArrayList<>();
        for (Due due : seen) {
            for (DueDate date : dates) {
                long days = isOf(date, due) ? ChronoUnit.DAYS.between(date.dueOn(due.year()), receivedOn) : 0;
                if (days > 0) {
                    findings.add(Finding.ofSheet(
                            FindingCode.LATE,
                            file,
                            "",
                            due.year(),
                            receivedOn + " (+" + days + ")",
                            due.year() + " " + due.periodCode() + " " + due.dataVintage() + " " + due.levelCode() + ": "
                                    + date.dueOn(due.year())));
                }
            }
        }
        return findings;
    }

    private static boolean isOf(DueDate date, Due due) {
        return date.isFor(due.year())
                && date.orgUnitLevelCode().equals(due.levelCode())
                && date.periodCode().equals(due.periodCode())
                && date.dataVintage().equals(due.dataVintage());
    }
}
