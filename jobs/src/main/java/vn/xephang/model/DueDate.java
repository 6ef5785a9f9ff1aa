package vn.xephang.model;

import java.time.LocalDate;

/**
 * When figures of a source are due: one line of a calendar.
 *
 * @param orgUnitLevelCode level of the units whose figures they are
 * @param fromYear first reference year, both ends counted
 * @param dueYearOffset 0 where they are due in the reference year itself, 1 in the year after
 * @param basis where the deadline stands
 */
public record DueDate(
        String calendarId,
        String sourceCode,
        String orgUnitLevelCode,
        String periodCode,
        String dataVintage,
        int fromYear,
        int untilYear,
        int dueYearOffset,
        int dueMonth,
        int dueDay,
        String basis) {

    /** The last day on which figures of a reference year are in time, in Việt Nam. */
    public LocalDate dueOn(int referenceYear) {
        return LocalDate.of(referenceYear + dueYearOffset, dueMonth, dueDay);
    }

    public boolean isFor(int referenceYear) {
        return referenceYear >= fromYear && referenceYear <= untilYear;
    }
}
