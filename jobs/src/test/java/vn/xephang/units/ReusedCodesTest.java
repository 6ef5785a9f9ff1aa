package vn.xephang.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes and names that mean another unit since 2025-07-01, looked up from both sides of that day. */
class ReusedCodesTest {

    private static final OrgUnitMatchers MATCHERS = OrgUnitMatchers.of(SharedLists.shipped());

    @ParameterizedTest
    @CsvSource({
        "15, VNM.yen-bai, VNM.lao-cai-2025",
        "24, VNM.bac-giang, VNM.bac-ninh-2025",
        "44, VNM.quang-binh, VNM.quang-tri-2025",
        "52, VNM.binh-dinh, VNM.gia-lai-2025",
        "80, VNM.long-an, VNM.tay-ninh-2025",
        "82, VNM.tien-giang, VNM.dong-thap-2025",
        "91, VNM.kien-giang, VNM.an-giang-2025"
    })
    void aReusedCodeIsTheOldProvinceBeforeAndTheNewOneAfter(String code, String before, String after) {
        assertEquals(new OrgUnitMatch.Found(before), in(2023).match(code));
        assertEquals(new OrgUnitMatch.Found(after), in(2026).match(code));
        assertEquals(new OrgUnitMatch.Found(before), firstHalfOf2025().match(code));
        assertEquals(new OrgUnitMatch.Found(after), secondHalfOf2025().match(code));
        assertEquals(
                new OrgUnitMatch.Ambiguous(
                        List.of(before, after).stream().sorted().toList()),
                in(2025).match(code));
    }

    @ParameterizedTest
    @CsvSource({
        "Lào Cai, 10, 15",
        "Bắc Ninh, 27, 24",
        "Quảng Trị, 45, 44",
        "Gia Lai, 64, 52",
        "Tây Ninh, 72, 80",
        "Đồng Tháp, 87, 82",
        "An Giang, 89, 91"
    })
    void aNameThatTookAnotherCodeNeedsItsOwnCodeOfTheTime(String name, String before, String after) {
        assertEquals(in(2023).match(name), in(2023).match(before + " " + name));
        assertEquals(in(2026).match(name), in(2026).match(after + " " + name));
        assertEquals(
                OrgUnitMatch.Disagreeing.class,
                in(2023).match(after + " " + name).getClass());
        assertEquals(
                OrgUnitMatch.Disagreeing.class,
                in(2026).match(before + " " + name).getClass());
        assertEquals(OrgUnitMatch.Elsewhere.class, in(2026).match(before).getClass());
    }

    @Test
    void theCodeDecidesWhereAYearHasBothMaps() {
        assertEquals(new OrgUnitMatch.Found("VNM.tay-ninh"), in(2025).match("72 Tây Ninh"));
        assertEquals(new OrgUnitMatch.Found("VNM.tay-ninh-2025"), in(2025).match("80 Tây Ninh"));
    }

    @Test
    void aProvinceThatOnlyChangedItsTypeKeepsItsCodeAndItsOtherName() {
        for (int year : new int[] {2024, 2025, 2026}) {
            assertEquals(new OrgUnitMatch.Found("VNM.thua-thien-hue"), in(year).match("46"));
            assertEquals(new OrgUnitMatch.Found("VNM.thua-thien-hue"), in(year).match("Thừa Thiên Huế"));
        }
        assertEquals(new OrgUnitMatch.Found("VNM.thua-thien-hue"), in(2026).match("Thành phố Huế"));
        assertEquals(new OrgUnitMatch.Found("VNM.dong-nai-2025"), in(2026).match("Tỉnh Đồng Nai"));
        assertEquals(new OrgUnitMatch.Found("VNM.dong-nai-2025"), in(2026).match("Thành phố Đồng Nai"));
    }

    @Test
    void aCommuneCodeOfTheNewMapMeansAnotherCommuneBefore() {
        OrgUnitScope before = OrgUnitScope.of("commune", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
        OrgUnitScope after = OrgUnitScope.of("commune", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertEquals(
                new OrgUnitMatch.Found("VNM.long-an.tan-an.phuong-1"),
                MATCHERS.matcher(before).match("27694"));
        assertEquals(
                new OrgUnitMatch.Found("VNM.tay-ninh-2025.long-an"),
                MATCHERS.matcher(after).match("27694"));
        assertEquals(
                OrgUnitMatch.Disagreeing.class,
                MATCHERS.matcher(before).match("27694 Phường Long An").getClass());
        assertEquals(
                new OrgUnitMatch.Found("VNM.tay-ninh-2025.long-an"),
                MATCHERS.matcher(after).match("27694 Phường Long An"));
    }

    @Test
    void mocHoaIsOneUnitBeforeAndAfterKienTuongLeftIt() {
        OrgUnitScope in2012 = OrgUnitScope.of("district", LocalDate.of(2012, 1, 1), LocalDate.of(2012, 12, 31));
        OrgUnitScope in2014 = OrgUnitScope.of("district", LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31));
        assertEquals(
                new OrgUnitMatch.Found("VNM.long-an.moc-hoa"),
                MATCHERS.matcher(in2012).match("Mộc Hóa"));
        assertEquals(
                new OrgUnitMatch.Found("VNM.long-an.moc-hoa"),
                MATCHERS.matcher(in2014).match("Mộc Hóa"));
        assertEquals(
                new OrgUnitMatch.Elsewhere(List.of("VNM.long-an.kien-tuong")),
                MATCHERS.matcher(in2012).match("Kiến Tường"));
        assertEquals(
                new OrgUnitMatch.Found("VNM.long-an.kien-tuong"),
                MATCHERS.matcher(in2014).match("Kiến Tường"));
        assertEquals(
                Set.of(true),
                SharedLists.shipped().orgUnitChanges().stream()
                        .filter(change -> "VNM.long-an.moc-hoa".equals(change.fromOrgUnitId())
                                && change.effectiveOn().getYear() == 2013)
                        .map(change -> change.territoryChanged())
                        .collect(Collectors.toSet()));
    }

    private static OrgUnitMatcher in(int year) {
        return MATCHERS.matcher("province", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static OrgUnitMatcher firstHalfOf2025() {
        return MATCHERS.matcher("province", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30));
    }

    private static OrgUnitMatcher secondHalfOf2025() {
        return MATCHERS.matcher("province", LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31));
    }
}
