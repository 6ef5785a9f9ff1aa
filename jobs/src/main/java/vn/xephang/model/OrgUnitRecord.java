package vn.xephang.model;

import java.time.LocalDate;

/**
 * From which day on the units of a level inside a unit are recorded. Of what was before, the registry says nothing.
 *
 * @param orgUnitId the unit that holds them; the closest one counts
 */
public record OrgUnitRecord(
        String orgUnitId, String orgUnitLevelCode, LocalDate recordedFromOn, String certainty, String source) {}
