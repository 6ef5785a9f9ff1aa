package vn.xephang.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A merge, split, rename, retype or transfer.
 *
 * @param identity continues or new
 * @param weight share of the old unit that went over; null where it is unknown
 */
public record OrgUnitChange(
        String changeId,
        LocalDate effectiveOn,
        String changeType,
        String fromOrgUnitId,
        String toOrgUnitId,
        String identity,
        String weightFamily,
        BigDecimal weight,
        Boolean territoryChanged,
        String legalBasis,
        String certainty,
        String source,
        String note) {}
