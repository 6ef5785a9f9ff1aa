package vn.xephang.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

class OrgUnitMatcherTest {

    private static final CodeLists LISTS = lists();

    @ParameterizedTest
    @CsvSource({
        "TP.HCM, VNM.ho-chi-minh",
        "Tp.HCM, VNM.ho-chi-minh",
        "HCMC, VNM.ho-chi-minh",
        "TP.Hồ Chí Minh, VNM.ho-chi-minh",
        "Thành phố Hồ Chí Minh, VNM.ho-chi-minh",
        "BRVT, VNM.ba-ria-vung-tau",
        "Bà Rịa Vũng Tàu, VNM.ba-ria-vung-tau",
        "TT- Huế, VNM.thua-thien-hue",
        "TT.Huế, VNM.thua-thien-hue",
        "Thua Thien Hue, VNM.thua-thien-hue",
        "Đăk Lăk, VNM.dak-lak",
        "Đak Lak, VNM.dak-lak",
        "Đắc Lắk, VNM.dak-lak",
        "Dak Nong, VNM.dak-nong",
        "Bắc Cạn, VNM.bac-kan",
        "Bac Can, VNM.bac-kan",
        "Quàng Ngãi, VNM.quang-ngai",
        "'Quảng Ngãi ', VNM.quang-ngai",
        "Ha Noi, VNM.ha-noi",
        "Tỉnh Long An, VNM.long-an",
        "LONG AN, VNM.long-an",
        "80, VNM.long-an"
    })
    void findsAProvinceAsSourcesWriteIt(String asWritten, String orgUnitId) {
        assertEquals(new OrgUnitMatch.Found(orgUnitId), matcherOf(2008).match(asWritten));
    }

    @Test
    void readsDecomposedLettersAsComposedOnes() {
        assertEquals(new OrgUnitMatch.Found("VNM.hoa-binh"), matcherOf(2013).match("Ho\u0300a Bi\u0300nh"));
    }

    @Test
    void doesNotGuessAnUnknownName() {
        assertEquals(new OrgUnitMatch.Unknown(), matcherOf(2013).match("Long Anh"));
        assertEquals(new OrgUnitMatch.Unknown(), matcherOf(2013).match(""));
    }

    @Test
    void findsHaTayInTheYearOfItsEndAndNotAfter() {
        assertEquals(new OrgUnitMatch.Found("VNM.ha-tay"), matcherOf(2008).match("Hà Tây"));
        assertEquals(new OrgUnitMatch.Unknown(), matcherOf(2009).match("Hà Tây"));
    }

    @Test
    void readsCode80AsLongAnBeforeTheMergerAndAsTayNinhAfter() {
        assertEquals(new OrgUnitMatch.Found("VNM.long-an"), matcherOf(2023).match("80"));
        assertEquals(
                new OrgUnitMatch.Found("VNM.tay-ninh-2025"), matcherOf(2026).match("80"));
    }

    @Test
    void namesTheCandidatesWhenAYearHasBothMaps() {
        assertEquals(
                new OrgUnitMatch.Ambiguous(List.of("VNM.tay-ninh", "VNM.tay-ninh-2025")),
                matcherOf(2025).match("Tây Ninh"));
    }

    @Test
    void findsTotalsAndSubtotalsAmongTheProvincesOfOneForm() {
        OrgUnitMatcher matcher = matcherOf(2013, List.of("country", "region", "province"));
        assertEquals(new OrgUnitMatch.Found("VNM"), matcher.match("WHOLE COUNTRY"));
        assertEquals(new OrgUnitMatch.Found("VNM.region.dbsh"), matcher.match("Red River Delta"));
        assertEquals(new OrgUnitMatch.Found("VNM.long-an"), matcher.match("Long An"));
    }

    @Test
    void findsNoSubtotalWhereAFormHasProvincesOnly() {
        assertEquals(new OrgUnitMatch.Unknown(), matcherOf(2013).match("Red River Delta"));
    }

    private static OrgUnitMatcher matcherOf(int year) {
        return matcherOf(year, List.of("province"));
    }

    private static OrgUnitMatcher matcherOf(int year, List<String> levels) {
        return new OrgUnitMatcher(
                new OrgUnitRegistry(LISTS.orgUnits()),
                LISTS.orgUnitNames(),
                LISTS.typeWords(),
                levels,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31));
    }

    private static CodeLists lists() {
        Problems problems = new Problems();
        CodeLists lists = CodeLists.load(
                new SchemaFiles(List.of(Path.of(System.getProperty("xephang.home"), "schemas"))), problems);
        problems.refuseIfAny();
        return lists;
    }
}
