package vn.xephang.rebase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.xephang.model.BoundaryVintage;
import vn.xephang.model.DerivedMetric;
import vn.xephang.model.Metric;
import vn.xephang.model.MetricRebased;
import vn.xephang.model.Observation;

/** Years of the real provinces on the maps of 63 and 34. */
class RebasedYearTest {

    private static final String OF_63 = "2008-08-01";
    private static final String OF_34 = "2025-07-01";

    private final RebasedYear year = new RebasedYear(
            RealTables.FLOWS,
            RealTables.LISTS.orgUnits(),
            List.of(
                    metric("people", "sum"),
                    metric("births", "sum"),
                    metric("rate", "ratio_of_sums"),
                    metric("score", "none")),
            List.of(
                    new DerivedMetric("rate", DerivedMetric.Kind.RATIO, "births", "people", BigDecimal.TEN, ""),
                    new DerivedMetric("grown", DerivedMetric.Kind.GROWTH, "people", null, BigDecimal.TEN, "")),
            List.of(
                    new BoundaryVintage(OF_63, "province", "63", "63", 63, ""),
                    new BoundaryVintage(OF_34, "province", "34", "34", 34, "")));

    @Test
    void putsAYearOnEveryMapOfferedWithItsRates() {
        add("people", "VNM.long-an", 2016, 1490.6);
        add("people", "VNM.tay-ninh", 2016, 1118.8);
        add("births", "VNM.long-an", 2016, 10.0);
        add("births", "VNM.tay-ninh", 2016, 20.0);
        List<MetricRebased> rows = year.finish(2016);

        assertEquals(3 * (63 + 34), rows.size());
        assertEquals("1490.6", value(rows, "people", "VNM.long-an", OF_63));
        assertEquals("2609.4", value(rows, "people", "VNM.tay-ninh-2025", OF_34));
        assertEquals("30.0", value(rows, "births", "VNM.tay-ninh-2025", OF_34));
        assertEquals("" + 300 / 2609.4, value(rows, "rate", "VNM.tay-ninh-2025", OF_34));
        assertEquals("no value of VNM.dong-thap, VNM.tien-giang", value(rows, "people", "VNM.dong-thap-2025", OF_34));
        assertEquals(List.of(), year.finish(2017));
    }

    @Test
    void readsTheMapOfATableOffItsUnits() {
        add("people", "VNM.ha-noi", 2008, 6381.8);
        assertEquals("6381.8", value(year.finish(2008), "people", "VNM.ha-noi", OF_63));

        add("people", "VNM.ha-noi", 2008, 3300.0);
        add("people", "VNM.ha-tay", 2008, 2800.0);
        assertEquals(
                "VNM.hoa-binh was divided on 2008-08-01 into VNM.ha-noi, VNM.hoa-binh by unknown shares",
                value(year.finish(2008), "people", "VNM.ha-noi", OF_63));
    }

    @Test
    void takesFiguresOfYearsBeforeTheRegistryAsThoseOfItsFirstMap() {
        add("people", "VNM.long-an", 1995, 1224.8);
        assertEquals("1224.8", value(year.finish(1995), "people", "VNM.long-an", OF_63));
    }

    @Test
    void keepsWhatCannotBeRebasedOrHasNoMapOut() {
        add("score", "VNM.long-an", 2016, 6.5);
        add("people", "VNM", 2016, 92695.1);
        add("people", "VNM.long-an", 2016, null);
        assertEquals(List.of(), year.finish(2016));
    }

    private void add(String metric, String unit, int reference, Double value) {
        year.add(new Observation(
                metric,
                unit,
                reference,
                "Y",
                LocalDate.of(reference, 1, 1),
                LocalDate.of(reference, 12, 31),
                "official",
                value == null ? "missing" : "normal",
                value,
                "" + value,
                "gso",
                Instant.EPOCH,
                "d1",
                "",
                "",
                "B1",
                null));
    }

    /** The value, or why there is none. */
    private static String value(List<MetricRebased> rows, String metric, String unit, String vintage) {
        List<String> found = new ArrayList<>();
        for (MetricRebased row : rows) {
            if (List.of(row.metricCode(), row.orgUnitId(), row.boundaryVintage())
                    .equals(List.of(metric, unit, vintage))) {
                found.add(row.value() == null ? row.reason() : "" + row.value());
            }
        }
        assertEquals(1, found.size(), () -> metric + " " + unit + " " + vintage + " " + Map.of("found", found));
        return found.get(0);
    }

    private static Metric metric(String code, String aggregation) {
        return new Metric(code, code, code, "pieces", "neutral", aggregation, null, null, null, null, "");
    }
}
