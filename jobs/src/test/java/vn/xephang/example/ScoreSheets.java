package vn.xephang.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Entered;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;

/**
 * The synthetic score sheets: points that assessors enter, side by side as the unit scored itself, as it was confirmed
 * and as it was decided, with what else a rubric asks for.
 */
final class ScoreSheets {

    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final String TAY_NINH = "VNM.tay-ninh-2025";
    private static final List<String> RATINGS =
            List.of("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ");

    private final MadeUnits units;
    private final Rubrics rubrics;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    ScoreSheets(MadeUnits units, Rubrics rubrics) {
        this.units = units;
        this.rubrics = rubrics;
    }

    /** Path below {@code examples/} -> bytes. */
    SortedMap<String, byte[]> files() {
        for (int year = 2017; year <= 2026; year++) {
            province(year);
            if (year <= 2025) {
                district(year);
            }
            if (year >= 2020) {
                legalAccess(year);
            }
            if (year >= 2025) {
                commune(year);
            }
        }
        return files;
    }

    private void province(int year) {
        Sheet sheet = new Sheet("ten_tinh,co_ke_hoach,tai_lieu_kiem_chung,danh_gia_tu_cham,danh_gia_xac_nhan,danh_gia");
        for (MadeUnit unit : units.provinces(LocalDate.of(Math.min(year, 2025), 12, 31))) {
            List<Object> row = new ArrayList<>(List.of(unit.name()));
            boolean isIssued = Seeded.uniform(unit.id(), "plan", year) < 0.95;
            row.add(isIssued ? 1 : 0);
            row.add(isIssued ? Seeded.below(4, unit.id(), "proofs", year) : 0);
            row.addAll(stages(unit, year, rubric("justice-province", year), "ministry_assessment"));
            sheet.add(year, row);
        }
        put("phieu-diem-tinh", year, sheet);
    }

    private void district(int year) {
        Sheet sheet = new Sheet("ma_huyen,ten_huyen,danh_gia_tu_cham,danh_gia_xac_nhan,danh_gia");
        for (MadeUnit unit : units.districts(LocalDate.of(year, 1, 1))) {
            List<Object> row = new ArrayList<>(List.of(unit.version().orgUnitCode(), unit.name()));
            row.addAll(stages(unit, year, rubric("justice-district", year), "department_assessment"));
            sheet.add(year, row);
        }
        put("phieu-diem-huyen", year, sheet);
    }

    private void commune(int year) {
        Sheet sheet =
                new Sheet("ma_xa,ten_xa,HT11,HG14,CH05,CH06,danh_gia_tu_cham,danh_gia_xac_nhan,danh_gia,xep_loai");
        for (MadeUnit unit : communes(year)) {
            List<Object> row = new ArrayList<>(List.of(unit.version().orgUnitCode(), unit.name()));
            row.add(percent(unit, year, "HT11", 0.93, 0.05));
            row.add(percent(unit, year, "HG14", 0.87, 0.06));
            row.add(percent(unit, year, "CH05", 0.97, 0.02));
            row.add(percent(unit, year, "CH06", 0.68 + 0.05 * (year - 2025), 0.10));
            row.addAll(stages(unit, year, rubric("justice-commune", year), "council_assessment"));
            row.add(RATINGS.get(unit.quality(year) > 0.8 ? 0 : unit.quality(year) > -0.7 ? 1 : 2));
            sheet.add(year, row);
        }
        put("phieu-diem-xa", year, sheet);
    }

    /** From 2025 the points of the new regime are not known: only what its forerunner barred units for. */
    private void legalAccess(int year) {
        List<Criterion> entered = rubrics.own("legal-access", year).stream()
                .flatMap(rubric -> rubric.criteria().stream())
                .filter(criterion -> criterion.scoringRule() instanceof Entered)
                .toList();
        StringBuilder head = new StringBuilder("ma_xa,ten_xa,lanh_dao_bi_ky_luat");
        entered.forEach(criterion -> head.append(',')
                .append(criterion.criterionCode())
                .append("_tu_cham,")
                .append(criterion.criterionCode())
                .append("_tham_dinh"));
        Sheet sheet = new Sheet(head.toString());
        for (MadeUnit unit : communes(year)) {
            List<Object> row = new ArrayList<>(List.of(unit.version().orgUnitCode(), unit.name()));
            row.add(Seeded.uniform(unit.id(), "disciplined", year) < 0.03 ? 1 : 0);
            for (Criterion criterion : entered) {
                boolean isWeak = criterion.equals(entered.get(0)) && Seeded.uniform(unit.id(), "weak", year) < 0.05;
                List<Object> points = isWeak ? weak(criterion) : points(unit, year, criterion);
                row.add(points.get(0));
                row.add(points.get(2));
            }
            sheet.add(year, row);
        }
        put("tiep-can-phap-luat", year, sheet);
    }

    private List<MadeUnit> communes(int year) {
        LocalDate day = LocalDate.of(Math.min(year, 2025), 12, 31);
        return units.below(year < 2025 ? MadeUnits.LONG_AN : TAY_NINH, "commune", day).stream()
                .map(unit -> new MadeUnit(unit, 0))
                .toList();
    }

    private List<Object> stages(MadeUnit unit, int year, Rubric rubric, String criterionCode) {
        return points(unit, year, rubric.criterion(criterionCode).orElseThrow());
    }

    /** Under half of the maximum, whatever the unit thinks of it. */
    private static List<Object> weak(Criterion criterion) {
        BigDecimal max = criterion.maxPoints();
        return List.of(
                within(max, max.doubleValue() * 0.6),
                within(max, max.doubleValue() * 0.4),
                within(max, max.doubleValue() * 0.4));
    }

    /** As scored by the unit, confirmed and final: the first is seldom the lowest. */
    private static List<Object> points(MadeUnit unit, int year, Criterion criterion) {
        BigDecimal max = criterion.maxPoints();
        double apart = 0.6 * unit.quality(year) + Seeded.bell(unit.id(), criterion.criterionCode(), year);
        BigDecimal last = within(max, max.doubleValue() * (0.87 + 0.07 * apart));
        BigDecimal self =
                within(max, last.doubleValue() + max.doubleValue() * 0.08 * Seeded.uniform(unit.id(), "self", year));
        BigDecimal confirmed = Seeded.uniform(unit.id(), "confirmed", year) < 0.6 ? last : self;
        return List.of(self, confirmed, last);
    }

    private static BigDecimal within(BigDecimal max, double points) {
        BigDecimal quarters = BigDecimal.valueOf(points).divide(QUARTER, 0, RoundingMode.HALF_UP);
        return quarters.multiply(QUARTER).max(BigDecimal.ZERO).min(max);
    }

    private static BigDecimal percent(MadeUnit unit, int year, String what, double mean, double apart) {
        double share = mean + apart * (0.6 * unit.quality(year) + 0.6 * Seeded.bell(unit.id(), what, year));
        return BigDecimal.valueOf(100 * Math.min(1, Math.max(0, share))).setScale(2, RoundingMode.HALF_UP);
    }

    private Rubric rubric(String scorecardCode, int year) {
        return rubrics.own(scorecardCode, year).orElseThrow();
    }

    private void put(String name, int year, Sheet sheet) {
        files.put("landing/justice/" + name + "-" + year + "-SYNTHETIC.csv", sheet.bytes());
    }

    /** Rows of a CSV whose first column says what it is. */
    private static final class Sheet {
        private final StringBuilder csv;

        Sheet(String head) {
            this.csv = new StringBuilder("nam_SYNTHETIC," + head + "\n");
        }

        void add(int year, List<Object> row) {
            csv.append(year);
            row.forEach(value -> csv.append(',').append(value));
            csv.append('\n');
        }

        byte[] bytes() {
            return csv.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
