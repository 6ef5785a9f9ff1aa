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

    private static final OrgUnitMatchers MATCHERS = OrgUnitMatchers.of(lists());

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
        assertEquals(
                new OrgUnitMatch.Elsewhere(List.of("VNM.ha-tay")),
                matcherOf(2009).match("Hà Tây"));
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

    @ParameterizedTest
    @CsvSource({
        "Đức Hòa, VNM.long-an.duc-hoa",
        "Huyện Đức Hoà, VNM.long-an.duc-hoa",
        "H. Đức Hòa, VNM.long-an.duc-hoa",
        "HĐức Hòa, VNM.long-an.duc-hoa",
        "Duc Hoa, VNM.long-an.duc-hoa",
        "THÀNH PHỐ TÂN AN, VNM.long-an.tan-an",
        "TX. Kiến Tường, VNM.long-an.kien-tuong",
        "T.X Kiến Tường, VNM.long-an.kien-tuong",
        "808, VNM.long-an.chau-thanh",
        "808 Châu Thành, VNM.long-an.chau-thanh",
        "Châu Thành (808), VNM.long-an.chau-thanh",
        "15. Huyện Châu Thành, VNM.long-an.chau-thanh"
    })
    void findsADistrictOfLongAnAsSourcesWriteIt(String asWritten, String orgUnitId) {
        assertEquals(
                new OrgUnitMatch.Found(orgUnitId),
                MATCHERS.matcher(year("district", 2023).within("VNM.long-an")).match(asWritten));
    }

    @ParameterizedTest
    @CsvSource({
        "'Châu Thành, Long An', VNM.long-an.chau-thanh",
        "'Huyện Châu Thành, tỉnh Tây Ninh', VNM.tay-ninh.chau-thanh",
        "Châu Thành (Long An), VNM.long-an.chau-thanh",
        "'Châu Thành, 80', VNM.long-an.chau-thanh",
        "TP Cao Lãnh, VNM.dong-thap.cao-lanh-urban",
        "Huyện Cao Lãnh, VNM.dong-thap.cao-lanh-rural",
        "TX Cai Lậy, VNM.tien-giang.cai-lay-urban",
        "Qui Nhơn, VNM.binh-dinh.quy-nhon",
        "Quận 1, VNM.ho-chi-minh.quan-1",
        "Q.1, VNM.ho-chi-minh.quan-1",
        "Q1, VNM.ho-chi-minh.quan-1",
        "quận 01, VNM.ho-chi-minh.quan-1",
        "1, VNM.ha-noi.ba-dinh"
    })
    void findsADistrictOfTheCountryWhereTheFileSaysEnough(String asWritten, String orgUnitId) {
        assertEquals(
                new OrgUnitMatch.Found(orgUnitId),
                MATCHERS.matcher(year("district", 2023)).match(asWritten));
    }

    @ParameterizedTest
    @CsvSource({
        "'Tân Thành, Thủ Thừa', VNM.long-an.thu-thua.tan-thanh",
        "'xã Tân Thành, huyện Mộc Hóa', VNM.long-an.moc-hoa.tan-thanh",
        "28042, VNM.long-an.thu-thua.tan-thanh",
        "Tân Thành (28042), VNM.long-an.thu-thua.tan-thanh",
        "'Phường 1, Tân An', VNM.long-an.tan-an.phuong-1",
        "'P.1, Kiến Tường', VNM.long-an.kien-tuong.phuong-1",
        "Thị trấn Hiệp Hòa, VNM.long-an.duc-hoa.hiep-hoa-township",
        "Thị trấn Tân Thạnh, VNM.long-an.tan-thanh.tan-thanh-township"
    })
    void findsACommuneOfLongAnWithItsDistrict(String asWritten, String orgUnitId) {
        assertEquals(
                new OrgUnitMatch.Found(orgUnitId),
                MATCHERS.matcher(year("commune", 2023).within("VNM.long-an")).match(asWritten));
    }

    @Test
    void asksForTheProvinceOfChauThanh() {
        OrgUnitMatch match = MATCHERS.matcher(year("district", 2023)).match("Châu Thành");
        assertEquals(10, ((OrgUnitMatch.Ambiguous) match).orgUnitIds().size());
        assertEquals(
                "huyện Châu Thành, An Giang [892, 2019-09-11 – 2025-06-30]; huyện Châu Thành, Bến Tre [831, 2019-09-11"
                        + " – 2025-06-30]; huyện Châu Thành, Đồng Tháp [877, 2019-09-11 – 2025-06-30]; huyện Châu"
                        + " Thành, Hậu Giang [933, 2019-09-11 – 2025-06-30]; huyện Châu Thành, Kiên Giang [905,"
                        + " 2019-09-11 – 2025-06-30]; huyện Châu Thành, Long An [808, 2004-01-01 – 2025-06-30]; … (10)",
                MATCHERS.describe(((OrgUnitMatch.Ambiguous) match).orgUnitIds()));
    }

    @Test
    void asksForTheDistrictOfTanThanh() {
        assertEquals(
                new OrgUnitMatch.Ambiguous(List.of(
                        "VNM.long-an.moc-hoa.tan-thanh",
                        "VNM.long-an.tan-thanh.tan-thanh-commune",
                        "VNM.long-an.thu-thua.tan-thanh")),
                MATCHERS.matcher(year("commune", 2023).within("VNM.long-an")).match("Tân Thành"));
    }

    @Test
    void tellsWhoBearsANameAtAnotherTimeOrPlace() {
        assertEquals(
                new OrgUnitMatch.Elsewhere(List.of("VNM.tay-ninh-2025.long-an")),
                MATCHERS.matcher(year("commune", 2023).within("VNM.long-an")).match("Phường Long An"));
        assertEquals(
                new OrgUnitMatch.Elsewhere(List.of("VNM.tay-ninh.trang-bang")),
                MATCHERS.matcher(year("district", 2023).within("VNM.long-an")).match("Trảng Bàng"));
    }

    @Test
    void doesNotTakeAWardForACommuneOfThatName() {
        assertEquals(
                new OrgUnitMatch.Found("VNM.long-an.can-giuoc.long-an"),
                MATCHERS.matcher(year("commune", 2023)).match("Xã Long An"));
        assertEquals(
                new OrgUnitMatch.Elsewhere(List.of("VNM.long-an.tan-an")),
                MATCHERS.matcher(year("district", 2023)).match("Huyện Tân An"));
    }

    @Test
    void flagsACodeAndANameThatMeanDifferentUnits() {
        assertEquals(
                new OrgUnitMatch.Disagreeing(List.of("VNM.long-an"), List.of("VNM.tay-ninh")),
                matcherOf(2023).match("80 Tây Ninh"));
        assertEquals(
                new OrgUnitMatch.Disagreeing(List.of("VNM.long-an"), List.of("VNM.tay-ninh")),
                matcherOf(2023).match(new WrittenOrgUnit("Tây Ninh", "80", "")));
        assertEquals(
                new OrgUnitMatch.Found("VNM.tay-ninh-2025"), matcherOf(2026).match("80 Tây Ninh"));
    }

    @Test
    void readsACodeWithoutItsLeadingZero() {
        assertEquals(new OrgUnitMatch.Found("VNM.ha-noi"), matcherOf(2023).match("1"));
    }

    @Test
    void findsTotalsAndSubtotalsAmongTheProvincesOfOneForm() {
        OrgUnitMatcher mixed = MATCHERS.matcher(
                List.of("country", "region", "province"), LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31));
        assertEquals(new OrgUnitMatch.Found("VNM"), mixed.match("WHOLE COUNTRY"));
        assertEquals(new OrgUnitMatch.Found("VNM.region.dbsh"), mixed.match("Red River Delta"));
        assertEquals(new OrgUnitMatch.Found("VNM.long-an"), mixed.match("Long An"));
    }

    @Test
    void findsNoSubtotalWhereAFormHasProvincesOnly() {
        assertEquals(new OrgUnitMatch.Unknown(), matcherOf(2013).match("Red River Delta"));
    }

    private static OrgUnitMatcher matcherOf(int year) {
        return MATCHERS.matcher(year("province", year));
    }

    private static OrgUnitScope year(String level, int year) {
        return OrgUnitScope.of(level, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static CodeLists lists() {
        Problems problems = new Problems();
        CodeLists lists = CodeLists.load(
                new SchemaFiles(List.of(Path.of(System.getProperty("xephang.home"), "schemas"))), problems);
        problems.refuseIfAny();
        return lists;
    }
}
