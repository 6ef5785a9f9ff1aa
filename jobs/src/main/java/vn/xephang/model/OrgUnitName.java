package vn.xephang.model;

import java.time.LocalDate;

/** An alias under which sources write an org unit; empty dates: as long as the unit lives. */
public record OrgUnitName(
        String orgUnitNameAsWritten, String orgUnitId, LocalDate validFromOn, LocalDate validToOn, String source) {}
