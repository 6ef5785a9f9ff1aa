package vn.xephang.conform;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.xephang.units.OrgUnitMatcher;
import vn.xephang.units.OrgUnitMatchers;
import vn.xephang.units.OrgUnitScope;
import vn.xephang.units.WrittenOrgUnit;

/** Brings an accepted cell to shared codes: its unit by the registry, its value as a number, in long form. */
public final class CellConformer {

    private final OrgUnitMatchers matchers;
    private final BiFunction<String, Integer, MapOf> maps;
    private final Map<String, Scoped> made = new HashMap<>();
    private Scoped last;

    /**
     * Which units a contract speaks of in a year.
     *
     * @param mapOn the date of the source's map; null: the period
     * @param parentOrgUnitId the unit that holds them all; empty: no limit
     * @param periodEndOn last day of the period where the form ends it early; null: the last day of the code
     */
    public record MapOf(
            List<String> levelCodes, LocalDate mapOn, Optional<String> parentOrgUnitId, LocalDate periodEndOn) {}

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
        return scoped(cell)
                .matcher()
                .match(new WrittenOrgUnit(
                        cell.orgUnitAsWritten(), cell.orgUnitCodeAsWritten(), cell.orgUnitParentAsWritten()));
    }

    /** The units among which a cell's unit is looked for. */
    OrgUnitScope scope(RawCell cell) {
        return scoped(cell).scope();
    }

    OrgUnitMatchers matchers() {
        return matchers;
    }

    /** Neighbouring cells share it. */
    private Scoped scoped(RawCell cell) {
        if (last == null || !last.isOf(cell)) {
            last = made.computeIfAbsent(
                    cell.contractId() + '|' + cell.referenceYear() + '|' + cell.periodCode(), none -> scopedAnew(cell));
        }
        return last;
    }

    private Scoped scopedAnew(RawCell cell) {
        MapOf map = maps.apply(cell.contractId(), cell.referenceYear());
        Period period = Period.of(cell.periodCode(), cell.referenceYear());
        OrgUnitScope scope = new OrgUnitScope(
                Set.copyOf(map.levelCodes()),
                map.mapOn() == null ? period.startOn() : map.mapOn(),
                map.mapOn() == null ? endOf(period, map) : map.mapOn(),
                map.parentOrgUnitId());
        return new Scoped(
                cell.contractId(),
                cell.referenceYear(),
                cell.periodCode(),
                scope,
                matchers.matcher(scope),
                map.periodEndOn());
    }

    private static LocalDate endOf(Period period, MapOf map) {
        return map.periodEndOn() == null ? period.endOn() : map.periodEndOn();
    }

    private record Scoped(
            String contractId,
            int referenceYear,
            String periodCode,
            OrgUnitScope scope,
            OrgUnitMatcher matcher,
            LocalDate periodEndOn) {

        boolean isOf(RawCell cell) {
            return referenceYear == cell.referenceYear()
                    && contractId.equals(cell.contractId())
                    && periodCode.equals(cell.periodCode());
        }
    }

    private ConformedValue value(RawCell cell, String orgUnitId, int deliveryOrder) {
        boolean isText = Target.of(cell.target()) instanceof Target.Published published
                && published.part() == Target.Part.RATING;
        OptionalDouble number = isText || cell.hasNoFigure() ? OptionalDouble.empty() : cell.numeric();
        return new ConformedValue(
                cell.target(),
                orgUnitId,
                cell.referenceYear(),
                cell.periodCode(),
                scoped(cell).periodEndOn(),
                cell.dataVintage(),
                cell.observationStatus(),
                number.isPresent() ? number.getAsDouble() : null,
                cell.valueAsDelivered(),
                cell.precedence(),
                deliveryOrder,
                cell.cellRef());
    }

    private static Conformed refused(FindingCode code, LandingFile file, RawCell cell, String expected) {
        return new Conformed.Refused(
                Finding.at(code, file, cell.orgUnitCellRef(), cell.referenceYear(), cell.orgUnitText(), expected));
    }
}
