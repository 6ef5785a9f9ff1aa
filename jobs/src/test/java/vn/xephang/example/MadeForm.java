package vn.xephang.example;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.xephang.model.Metric;
import vn.xephang.schema.MetricForm;

/**
 * One delivered form: the core metrics of some units in one period, as a wide workbook or a long CSV. It says
 * SYNTHETIC in its name and above its figures.
 *
 * @param level province or district
 * @param part what it is about in words and in its file name, as the landing contracts have it
 */
record MadeForm(String level, int year, Part part, Reporting reporting) {

    /** Period and vintage. */
    enum Part {
        OFFICIAL_YEAR("nam-chinh-thuc", "cả năm %d, chính thức", "ca_nam_chinh_thuc"),
        PRELIMINARY_YEAR("nam-so-bo", "cả năm %d, sơ bộ", "ca_nam_so_bo"),
        TEN_MONTHS("nam-so-bo", "năm %d từ 01/01 đến 31/10, sơ bộ", "10_thang_so_bo"),
        SIX_MONTHS("6-thang", "6 tháng đầu năm %d, sơ bộ", "6_thang_so_bo"),
        FIVE_MONTHS("6-thang", "6 tháng đầu năm %d từ 01/01 đến 31/5, sơ bộ", "5_thang_so_bo");

        private final String inFileName;
        private final String inTitle;
        private final String inHeader;

        Part(String inFileName, String inTitle, String inHeader) {
            this.inFileName = inFileName;
            this.inTitle = inTitle;
            this.inHeader = inHeader;
        }
    }

    String fileName(String ending) {
        return (isProvince() ? "tinh-" : "huyen-long-an-") + year + "-" + part.inFileName + "-SYNTHETIC." + ending;
    }

    /** Units down, metrics across. */
    byte[] wide(List<MadeUnit> units, MadeFigures figures, Map<String, Metric> metrics) {
        List<MetricForm> asked = figures.asked(level, year);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(title()));
        rows.add(row("", asked.stream().map(form -> (Object) form.formCode()).toList()));
        rows.add(row(
                "Đơn vị",
                asked.stream()
                        .map(form -> (Object) metrics.get(form.metricCode()).metricNameVi())
                        .toList()));
        for (MadeUnit unit : units) {
            Map<String, BigDecimal> values = figures.of(unit, year, reporting);
            rows.add(row(
                    unit.name(),
                    asked.stream()
                            .map(form -> (Object) values.get(form.metricCode()))
                            .toList()));
        }
        return StoredXlsx.of("SYNTHETIC", rows);
    }

    /** One line per unit and metric. */
    byte[] narrow(List<MadeUnit> units, MadeFigures figures) {
        StringBuilder csv = new StringBuilder("nam," + (isProvince() ? "ten_tinh" : "ma_huyen")
                + ",ma_chi_tieu,tri_so_SYNTHETIC_" + part.inHeader + "\n");
        for (MadeUnit unit : units) {
            Map<String, BigDecimal> values = figures.of(unit, year, reporting);
            for (MetricForm form : figures.asked(level, year)) {
                csv.append(year)
                        .append(',')
                        .append(isProvince() ? unit.name() : unit.version().orgUnitCode())
                        .append(',')
                        .append(form.metricCode())
                        .append(',')
                        .append(values.get(form.metricCode()).toPlainString())
                        .append('\n');
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String title() {
        return "SYNTHETIC (số liệu mô phỏng): biểu tổng hợp ngành tư pháp " + (isProvince() ? "cấp tỉnh" : "cấp huyện")
                + ", " + String.format(Locale.ROOT, part.inTitle, year);
    }

    private boolean isProvince() {
        return level.equals("province");
    }

    private static List<Object> row(String first, List<Object> others) {
        List<Object> row = new ArrayList<>(List.of(first));
        row.addAll(others);
        return row;
    }
}
