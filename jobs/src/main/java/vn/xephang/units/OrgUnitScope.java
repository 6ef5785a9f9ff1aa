package vn.xephang.units;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which units a file may speak of.
 *
 * @param levelCodes levels that its column of names mixes; mostly one
 * @param from first day of the period, {@code to} its last: a unit alive on any of these days is meant
 * @param parentOrgUnitId the unit above, at any distance, that holds them all; empty: no limit
 */
public record OrgUnitScope(Set<String> levelCodes, LocalDate from, LocalDate to, Optional<String> parentOrgUnitId) {

    public OrgUnitScope {
        levelCodes = Set.copyOf(levelCodes);
        if (levelCodes.isEmpty()) {
            throw new IllegalArgumentException("Cannot look for units without a level");
        }
    }

    public static OrgUnitScope of(String levelCode, LocalDate from, LocalDate to) {
        return new OrgUnitScope(Set.of(levelCode), from, to, Optional.empty());
    }

    public OrgUnitScope within(String parentOrgUnitId) {
        return new OrgUnitScope(levelCodes, from, to, Optional.of(parentOrgUnitId));
    }

    /** The same levels at any time and anywhere. */
    OrgUnitScope anywhere() {
        return new OrgUnitScope(levelCodes, LocalDate.MIN, LocalDate.MAX, Optional.empty());
    }
}
