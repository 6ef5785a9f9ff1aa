package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.FindingCode;

/** Forms of four years with made-up births of six provinces; in 2021 Long An sends a thousand times too much. */
class ValuesOverYearsTest {

    private static final List<String> PROVINCES =
            List.of("Long An", "An Giang", "Bến Tre", "Cà Mau", "Đồng Tháp", "Kiên Giang");
    private static final String HEADER = "nam,ten_tinh,ma_chi_tieu,tri_so_SYNTHETIC_ca_nam_chinh_thuc\n";
    private static final String SUSPECTED =
            "UNIT_OF_MEASURE_SUSPECTED justice/2021.csv D2 26100000 (×1000)" + " 25654 (2017-2022)";
    private static final String FOUND = "select code, landing_file, cell, found, expected from stg.finding"
            + " where code in ('UNIT_OF_MEASURE_SUSPECTED', 'OUTLIER', 'DECIMAL_SHIFT_SUSPECTED',"
            + " 'COLUMN_UNIT_SUSPECTED') order by all";

    @TempDir
    private Path folder;

    @Test
    void flagsTheWrongYearInOneRunWithTheOthers() {
        TestLake lake = delivered("one", true);
        RunOutcome outcome = lake.run();
        assertEquals(List.of(SUSPECTED), lake.lines(FOUND));
        assertEquals(
                List.of(FindingCode.UNIT_OF_MEASURE_SUSPECTED),
                outcome.newFindings().stream()
                        .map(finding -> finding.code())
                        .filter(code -> code != FindingCode.LATE)
                        .toList());
    }

    @Test
    void flagsTheSameWhenYearsComeOneByOneInAnyOrder() {
        TestLake lake = new TestLake(folder.resolve("many"));
        for (int year : new int[] {2021, 2018, 2022, 2020, 2017, 2019}) {
            lake.deliver("justice/" + year + ".csv", form(year, true));
            lake.run();
        }
        assertEquals(List.of(SUSPECTED), lake.lines(FOUND));
    }

    @Test
    void tellsTheSenderOfTheFileThatArrivedAndNothingWhenItIsCorrected() throws IOException {
        TestLake lake = delivered("mended", false);
        lake.run();
        assertEquals(List.of(), lake.lines(FOUND));
        lake.deliver("justice/2021.csv", form(2021, true));
        lake.run();
        assertEquals(List.of(SUSPECTED), lake.lines(FOUND));
        assertEquals(
                List.of("justice/2021.csv 1"),
                lake.lines("select landing_file, warning_count from mart.dim_delivery where warning_count > 0"));
        String wrong = lake.deliveryIds().get(lake.deliveryIds().size() - 1);
        assertTrue(Files.readString(lake.lake().quarantine().resolve(wrong).resolve("findings.csv"))
                .contains("UNIT_OF_MEASURE_SUSPECTED"));
        lake.deliver("justice/2021.csv", form(2021, false));
        lake.run();
        assertEquals(List.of(), lake.lines(FOUND));
    }

    private TestLake delivered(String name, boolean isWrong) {
        TestLake lake = new TestLake(folder.resolve(name));
        for (int year = 2017; year <= 2022; year++) {
            lake.deliver("justice/" + year + ".csv", form(year, isWrong && year == 2021));
        }
        return lake;
    }

    private static byte[] form(int year, boolean isWrong) {
        StringBuilder form = new StringBuilder(HEADER);
        for (int i = 0; i < PROVINCES.size(); i++) {
            int births = 25_000 + 1_000 * i + 327 * (year - 2017);
            String value = isWrong && i == 0 && year == 2021 ? "26100000" : "" + births;
            form.append(year + "," + PROVINCES.get(i) + ",justice_ht01," + value + "\n");
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }
}
