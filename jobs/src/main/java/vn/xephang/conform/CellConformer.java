package vn.xephang.conform;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Period;
import vn.xephang.model.RawCell;
import vn.xephang.model.Target;
import vn.xephang.units.OrgUnitMatch;
import vn.xephang.units.OrgUnitMatchers;
import vn.xephang.units.OrgUnitScope;

/** Brings an accepted cell to shared codes: its unit by the registry, its value as a number, in long form. */
public final class CellConformer {

    private final OrgUnitMatchers matchers;
    private final BiFunction<String, Integer, MapOf> maps;

    /**
     * Which units a contract speaks of in a year.
     *
     * @param mapOn the date of the source's map; null: the period
     * @param parentOrgUnitId the unit that holds them all; empty: no limit
     */
    public record MapOf(List<String> levelCodes, LocalDate mapOn, Optional<String> parentOrgUnitId) {}

    /**
     * @param maps contract id and reference year -> levels and map
     */
    public CellConformer(OrgUnitMatchers matchers, BiFunction<String, Integer, MapOf> maps) {
        this.matchers = matchers;
        this.maps = maps;
    }

    /** @param deliveryOrder place of the delivery in the order of the log */
    public Conformed conform(LandingFile file, int deliveryOrder, RawCell cell) {
        OrgUnitMatch match = match(cell);
        if (match instanceof OrgUnitMatch.Found found) {
            return new Conformed.Value(value(cell, found.orgUnitId(), deliveryOrder));
        }
        if (match instanceof OrgUnitMatch.Ambiguous several) {
            return refused(FindingCode.AMBIGUOUS_ORG_UNIT, file, cell, matchers.describe(several.orgUnitIds()));
        }
        if (match instanceof OrgUnitMatch.Elsewhere && cell.hasNoFigure()) {
            return refused(FindingCode.ORG_UNIT_NOT_THERE, file, cell, cell.valueAsDelivered());
        }
        if (match instanceof OrgUnitMatch.Elsewhere elsewhere) {
            return refused(FindingCode.ORG_UNIT_ELSEWHERE, file, cell, matchers.describe(elsewhere.orgUnitIds()));
        }
        if (match instanceof OrgUnitMatch.Disagreeing both) {
            return refused(FindingCode.ORG_UNIT_CODE_NAME, file, cell, bothSides(both));
        }
        return refused(FindingCode.UNKNOWN_ORG_UNIT, file, cell, "");
    }

    private String bothSides(OrgUnitMatch.Disagreeing both) {
        return (both.byCode().isEmpty() ? "–" : matchers.describe(both.byCode()))
                + " / "
                + (both.byName().isEmpty() ? "–" : matchers.describe(both.byName()));
    }

    private OrgUnitMatch match(RawCell cell) {
        MapOf map = maps.apply(cell.contractId(), cell.referenceYear());
        Period period = Period.of(cell.periodCode(), cell.referenceYear());
        LocalDate from = map.mapOn() == null ? period.startOn() : map.mapOn();
        LocalDate to = map.mapOn() == null ? period.endOn() : map.mapOn();
        return matchers.matcher(new OrgUnitScope(Set.copyOf(map.levelCodes()), from, to, map.parentOrgUnitId()))
                .match(cell.orgUnitAsWritten());
    }

    private static ConformedValue value(RawCell cell, String orgUnitId, int deliveryOrder) {
        boolean isText = Target.of(cell.target()) instanceof Target.Published published
                && published.part() == Target.Part.RATING;
        OptionalDouble number = isText || cell.hasNoFigure() ? OptionalDouble.empty() : cell.numeric();
        return new ConformedValue(
                cell.target(),
                orgUnitId,
                cell.referenceYear(),
                cell.periodCode(),
                cell.dataVintage(),
                cell.observationStatus(),
                number.isPresent() ? number.getAsDouble() : null,
                cell.valueAsDelivered(),
                deliveryOrder,
                cell.cellRef());
    }

    private static Conformed refused(FindingCode code, LandingFile file, RawCell cell, String expected) {
        return new Conformed.Refused(
                Finding.at(code, file, cell.orgUnitCellRef(), cell.referenceYear(), cell.orgUnitAsWritten(), expected));
    }
}
