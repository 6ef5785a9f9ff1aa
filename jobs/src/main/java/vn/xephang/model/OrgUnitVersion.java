package vn.xephang.model;

import java.time.LocalDate;

/**
 * What an org unit was called, coded and belonged to while this version was valid.
 *
 * @param orgUnitId identity: stable, readable, never an official code
 * @param orgUnitCode official code of that time; may be empty
 * @param orgUnitNameVi without the type word
 * @param validToOn inclusive; null while it lives
 * @param certainty verified, memory or judgement
 */
public record OrgUnitVersion(
        String orgUnitId,
        String orgUnitLevelCode,
        String orgUnitCode,
        String orgUnitNameVi,
        String orgUnitNameEn,
        String orgUnitType,
        String parentOrgUnitId,
        String regionCode,
        LocalDate validFromOn,
        LocalDate validToOn,
        String certainty,
        String source) {

    /** Alive on any day of the period, both ends counted. */
    public boolean aliveWithin(LocalDate from, LocalDate to) {
        return !validFromOn.isAfter(to) && (validToOn == null || !validToOn.isBefore(from));
    }

    public boolean aliveOn(LocalDate day) {
        return aliveWithin(day, day);
    }
}
