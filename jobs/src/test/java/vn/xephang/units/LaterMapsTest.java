package vn.xephang.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.schema.CodeLists;

/** Figures "for 2023" by the units of 2025. */
class LaterMapsTest {

    private static final CodeLists LISTS = SharedLists.shipped();
    private static final OrgUnitRegistry REGISTRY = new OrgUnitRegistry(LISTS.orgUnits());
    private static final LaterMaps LATER_MAPS = new LaterMaps(OrgUnitMatchers.of(LISTS));
    private static final OrgUnitScope IN_2023 =
            OrgUnitScope.of("province", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 1);
    private static final Optional<LocalDate> MERGER = Optional.of(LocalDate.of(2025, 7, 1));

    @Test
    void flagsFiguresFor2023UnderThe34Names() {
        assertEquals(MERGER, LATER_MAPS.suspected(IN_2023, names("2025-07-01"), RECEIVED));
    }

    @Test
    void flagsFiguresFor2023UnderThe34Codes() {
        assertEquals(MERGER, LATER_MAPS.suspected(IN_2023, codes("province", "2025-07-01"), RECEIVED));
    }

    @Test
    void flagsThe34NamesBelowACountryTotal() {
        List<String> withTotal = new ArrayList<>(names("2025-07-01"));
        withTotal.add("Cả nước");
        OrgUnitScope scope = new OrgUnitScope(
                Set.of("country", "region", "province"), IN_2023.from(), IN_2023.to(), Optional.empty());
        assertEquals(MERGER, LATER_MAPS.suspected(scope, withTotal, RECEIVED));
    }

    @Test
    void flagsFiguresFor2023UnderTheNewCommuneCodesOfLongAn() {
        OrgUnitScope communes =
                OrgUnitScope.of("commune", IN_2023.from(), IN_2023.to()).within("VNM.long-an");
        assertEquals(MERGER, LATER_MAPS.suspected(communes, codes("commune", "2025-07-01"), RECEIVED));
    }

    @Test
    void acceptsThe63OfTheYearItself() {
        assertEquals(Optional.empty(), LATER_MAPS.suspected(IN_2023, names("2023-01-01"), RECEIVED));
        assertEquals(Optional.empty(), LATER_MAPS.suspected(IN_2023, codes("province", "2023-01-01"), RECEIVED));
    }

    @Test
    void acceptsAPartOfThe63() {
        assertEquals(
                Optional.empty(), LATER_MAPS.suspected(IN_2023, List.of("Long An", "Tây Ninh", "Đồng Tháp"), RECEIVED));
        assertEquals(
                Optional.empty(),
                LATER_MAPS.suspected(IN_2023, names("2023-01-01").subList(0, 34), RECEIVED));
    }

    @Test
    void acceptsThe34ForAYearThatHasThem() {
        OrgUnitScope in2026 = OrgUnitScope.of("province", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertEquals(Optional.empty(), LATER_MAPS.suspected(in2026, names("2025-07-01"), RECEIVED));
    }

    @Test
    void knowsNoMapThatCameAfterTheFile() {
        assertEquals(Optional.empty(), LATER_MAPS.suspected(IN_2023, names("2025-07-01"), LocalDate.of(2025, 6, 30)));
    }

    private static List<String> names(String day) {
        return alive("province", day).stream()
                .map(OrgUnitVersion::orgUnitNameVi)
                .toList();
    }

    private static List<String> codes(String level, String day) {
        return alive(level, day).stream().map(OrgUnitVersion::orgUnitCode).toList();
    }

    private static List<OrgUnitVersion> alive(String level, String day) {
        return REGISTRY.alive(level, LocalDate.parse(day), LocalDate.parse(day));
    }
}
