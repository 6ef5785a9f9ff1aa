package vn.xephang.rebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.xephang.model.Metric;

/** Real figures on the maps of 64, 63 and 34 provinces. */
class RealMapsTest {

    private static final LocalDate MAP_OF_64 = LocalDate.parse("2008-07-31");
    private static final LocalDate MAP_OF_63 = LocalDate.parse("2008-08-01");
    private static final LocalDate MAP_OF_34 = LocalDate.parse("2025-07-01");
    private static final List<LocalDate> LATER =
            List.of(MAP_OF_63, LocalDate.parse("2025-01-01"), MAP_OF_34, LocalDate.parse("2026-04-30"));

    /** Units whose territory changed in 2008 by shares that nobody states. */
    private static final Set<String> OF_2008 = Set.of("VNM.ha-noi", "VNM.vinh-phuc", "VNM.hoa-binh");

    @Test
    void populationOf2016OnTheMapOf34IsWhatOneAddsByHand() {
        Map<String, String> byHand = new TreeMap<>();
        // Thousand persons, GSO "Average population by province", Total Prel. 2016. Eleven units stayed as they were.
        byHand.put("VNM.ha-noi", "7328.4");
        byHand.put("VNM.cao-bang", "529.8");
        byHand.put("VNM.dien-bien", "557.4");
        byHand.put("VNM.lai-chau", "436.0");
        byHand.put("VNM.son-la", "1208.0");
        byHand.put("VNM.lang-son", "768.7");
        byHand.put("VNM.quang-ninh", "1224.6");
        byHand.put("VNM.thanh-hoa", "3528.3");
        byHand.put("VNM.nghe-an", "3105.5");
        byHand.put("VNM.ha-tinh", "1266.7");
        byHand.put("VNM.thua-thien-hue", "1149.8");
        byHand.put("VNM.tuyen-quang-2025", "1583.0"); // Hà Giang 816.1 + Tuyên Quang 766.9
        byHand.put("VNM.lao-cai-2025", "1484.4"); // Lào Cai 684.3 + Yên Bái 800.1
        byHand.put("VNM.thai-nguyen-2025", "1546.4"); // Bắc Kạn 319.0 + Thái Nguyên 1227.4
        byHand.put("VNM.phu-tho-2025", "3279.0"); // Phú Thọ 1381.7 + Vĩnh Phúc 1066.0 + Hòa Bình 831.3
        byHand.put("VNM.bac-ninh-2025", "2836.2"); // Bắc Giang 1657.6 + Bắc Ninh 1178.6
        byHand.put("VNM.hung-yen-2025", "2960.2"); // Hưng Yên 1170.2 + Thái Bình 1790.0
        byHand.put("VNM.hai-phong-2025", "3766.6"); // Hải Dương 1785.8 + Hải Phòng 1980.8
        byHand.put("VNM.ninh-binh-2025", "3609.4"); // Hà Nam 803.7 + Nam Định 1852.6 + Ninh Bình 953.1
        byHand.put("VNM.quang-tri-2025", "1501.2"); // Quảng Bình 877.7 + Quảng Trị 623.5
        byHand.put("VNM.da-nang-2025", "2533.9"); // Đà Nẵng 1046.2 + Quảng Nam 1487.7
        byHand.put("VNM.quang-ngai-2025", "1759.3"); // Quảng Ngãi 1251.5 + Kon Tum 507.8
        byHand.put("VNM.gia-lai-2025", "2941.9"); // Bình Định 1524.6 + Gia Lai 1417.3
        byHand.put("VNM.khanh-hoa-2025", "1815.2"); // Khánh Hòa 1213.8 + Ninh Thuận 601.4
        byHand.put("VNM.lam-dong-2025", "3116.3"); // Bình Thuận 1222.7 + Đắk Nông 605.4 + Lâm Đồng 1288.2
        byHand.put("VNM.dak-lak-2025", "2773.9"); // Phú Yên 899.4 + Đắk Lắk 1874.5
        byHand.put("VNM.ho-chi-minh-2025", "11385.3"); // TP HCM 8297.5 + Bình Dương 1995.8 + BR-VT 1092.0
        byHand.put("VNM.dong-nai-2025", "3920.2"); // Đồng Nai 2963.8 + Bình Phước 956.4
        byHand.put("VNM.tay-ninh-2025", "2609.4"); // Long An 1490.6 + Tây Ninh 1118.8
        byHand.put("VNM.can-tho-2025", "3342.9"); // Cần Thơ 1257.9 + Hậu Giang 772.5 + Sóc Trăng 1312.5
        byHand.put("VNM.vinh-long-2025", "3354.3"); // Vĩnh Long 1048.6 + Bến Tre 1265.2 + Trà Vinh 1040.5
        byHand.put("VNM.dong-thap-2025", "3427.5"); // Tiền Giang 1740.2 + Đồng Tháp 1687.3
        byHand.put("VNM.ca-mau-2025", "2108.8"); // Bạc Liêu 886.2 + Cà Mau 1222.6
        byHand.put("VNM.an-giang-2025", "3936.6"); // An Giang 2159.9 + Kiên Giang 1776.7

        Map<String, String> rebased = new TreeMap<>();
        of(RealTables.gso(RealTables.POPULATION, "Total Prel. 2016", 2016), 2016, MAP_OF_63, MAP_OF_34)
                .forEach((unit, value) -> rebased.put(
                        unit, ((Rebased.Value) value).value().setScale(1).toPlainString()));

        assertEquals(34, rebased.size());
        assertEquals(byHand, rebased);
    }

    @TestFactory
    Stream<DynamicTest> theSumOverDeliveredProvincesIsTheSameOnEveryLaterMap() {
        return delivered().stream()
                .filter(table -> table.year() >= 2008)
                .map(table -> dynamicTest(
                        table.name(),
                        () -> LATER.forEach(map -> {
                            assertEquals(63, table.values().size());
                            Map<String, Rebased> rebased = of(table.values(), table.year(), MAP_OF_63, map);
                            assertEquals(map.isBefore(MAP_OF_34) ? 63 : 34, rebased.size());
                            assertEquals(0, sum(table.values().values()).compareTo(told(rebased)), map.toString());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> before2008OnlyHaNoiVinhPhucAndHoaBinhAreRefusedAndTheRestAddsUp() {
        return delivered().stream()
                .filter(table -> table.year() >= 2004 && table.year() < 2008)
                .map(table -> dynamicTest(table.name(), () -> {
                    assertEquals(64, table.values().size());
                    Map<String, Rebased> rebased = of(table.values(), table.year(), MAP_OF_64, MAP_OF_63);
                    assertEquals(OF_2008, refused(rebased));
                    BigDecimal elsewhere = table.values().entrySet().stream()
                            .filter(value -> !OF_2008.contains(value.getKey())
                                    && !value.getKey().equals("VNM.ha-tay"))
                            .map(Map.Entry::getValue)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertEquals(0, elsewhere.compareTo(told(rebased)));
                }));
    }

    @Test
    void populationOf2007OfHaNoiVinhPhucAndHoaBinhIsRefusedOnTheMapOf63() {
        Map<String, Rebased> rebased =
                of(RealTables.gso(RealTables.POPULATION, "Total 2007", 2007), 2007, MAP_OF_64, MAP_OF_63);

        assertEquals(
                "refused: VNM.hoa-binh was divided on 2008-08-01 into VNM.ha-noi, VNM.hoa-binh by unknown shares",
                History.text(rebased.get("VNM.ha-noi")));
        assertEquals(
                "refused: VNM.vinh-phuc was divided on 2008-08-01 into VNM.ha-noi, VNM.vinh-phuc by unknown shares",
                History.text(rebased.get("VNM.vinh-phuc")));
        assertEquals(
                "refused: VNM.hoa-binh was divided on 2008-08-01 into VNM.ha-noi, VNM.hoa-binh by unknown shares",
                History.text(rebased.get("VNM.hoa-binh")));
        assertEquals("1305.6", History.text(rebased.get("VNM.phu-tho")));
    }

    @Test
    void populationOf2007IsRefusedForTwoOfThe34() {
        Map<String, Rebased> rebased =
                of(RealTables.gso(RealTables.POPULATION, "Total 2007", 2007), 2007, MAP_OF_64, MAP_OF_34);

        assertEquals(Set.of("VNM.ha-noi", "VNM.phu-tho-2025"), refused(rebased));
        assertEquals("2470.9", History.text(rebased.get("VNM.tay-ninh-2025")));
    }

    @Test
    void aValueOfToday34IsNotDividedAmongThe63() {
        Map<String, BigDecimal> of34 = new TreeMap<>();
        RealTables.FLOWS.alive("province", MAP_OF_34).forEach(unit -> of34.put(unit, BigDecimal.TEN));
        Map<String, Rebased> rebased = of(of34, 2025, MAP_OF_34, MAP_OF_63);

        assertEquals(52, refused(rebased).size());
        assertEquals("10", History.text(rebased.get("VNM.ha-noi")));
        assertEquals(
                "refused: VNM.tay-ninh-2025 was made on 2025-07-01 of VNM.long-an, VNM.tay-ninh; without weights it"
                        + " cannot be divided again",
                History.text(rebased.get("VNM.long-an")));
    }

    @Test
    void aValueOfToday34IsDividedByThePopulationOf2016WhenAsked() {
        Map<String, BigDecimal> population = RealTables.gso(RealTables.POPULATION, "Total Prel. 2016", 2016);
        Map<String, BigDecimal> of34 = new TreeMap<>();
        RealTables.FLOWS.alive("province", MAP_OF_34).forEach(unit -> of34.put(unit, new BigDecimal("26094")));
        Apportioning byPopulation = Apportioning.REFUSED.andMeasured(
                new Apportioning.Measured("gso_population_average 2016", MAP_OF_63, population));
        Map<String, Rebased> rebased = onMap(of34, 2025, MAP_OF_34).of("x", 2025, MAP_OF_63, byPopulation);

        assertEquals("14906 estimated by gso_population_average 2016", History.text(rebased.get("VNM.long-an")));
        assertEquals("11188 estimated by gso_population_average 2016", History.text(rebased.get("VNM.tay-ninh")));
        assertTrue(sum(of34.values())
                        .subtract(told(rebased))
                        .abs()
                        .compareTo(new BigDecimal("1e-9").multiply(sum(of34.values())))
                <= 0);
    }

    /** One column of a real table. */
    private record Table(String name, int year, Map<String, BigDecimal> values) {}

    /** Every additive figure by province in shared/data. */
    private static List<Table> delivered() {
        List<Table> tables = new ArrayList<>();
        for (int year = 2004; year <= 2016; year++) {
            String label = (year == 2016 ? "Prel. " : "") + year;
            add(tables, "population " + year, year, RealTables.gso(RealTables.POPULATION, "Total " + label, year));
            if (year >= 2011) {
                add(tables, "area " + year, year, RealTables.gso(RealTables.AREA, area(year), year));
            }
            if (year >= 2013) {
                add(tables, "divorces " + year, year, RealTables.gso(RealTables.DIVORCES, label + " Total", year));
            }
            if (year >= 2006 && year <= 2014) {
                for (String column : List.of("total.rev", "total.exp", "balance.trans", "target.trans")) {
                    add(
                            tables,
                            "budget " + column + " " + year,
                            year,
                            RealTables.budget(column, year, year < 2008 ? MAP_OF_64 : MAP_OF_63));
                }
            }
        }
        return tables;
    }

    private static String area(int year) {
        return year + (year == 2016 ? " (*)" : "") + " Area (Km2)";
    }

    private static void add(List<Table> tables, String name, int year, Map<String, BigDecimal> values) {
        tables.add(new Table(name, year, values));
    }

    private static SortedMap<String, Rebased> of(
            Map<String, BigDecimal> values, int year, LocalDate source, LocalDate target) {
        return onMap(values, year, source).of("x", year, target, Apportioning.REFUSED);
    }

    private static MetricsOnMap onMap(Map<String, BigDecimal> values, int year, LocalDate source) {
        return new MetricsOnMap(
                RealTables.FLOWS,
                "province",
                List.of(new Metric("x", "x", "x", "pieces", "neutral", "sum", null, null, null, null, "")),
                List.of(),
                (metric, asked) ->
                        asked == year ? Optional.of(new MetricsOnMap.OnUnits(source, values)) : Optional.empty());
    }

    private static Set<String> refused(Map<String, Rebased> rebased) {
        Set<String> refused = new TreeSet<>();
        rebased.forEach((unit, value) -> {
            if (value instanceof Rebased.Refused) {
                refused.add(unit);
            }
        });
        return refused;
    }

    private static BigDecimal told(Map<String, Rebased> rebased) {
        return sum(rebased.values().stream()
                .filter(Rebased.Value.class::isInstance)
                .map(value -> ((Rebased.Value) value).value())
                .toList());
    }

    private static BigDecimal sum(Iterable<BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value);
        }
        return sum;
    }
}
