package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of several deliveries held against a control rule; the rule is synthetic. */
class SumsOverDeliveriesTest {

    private static final String RULE = """
            check_id: synthetic
            basis: synthetic, made for this test
            sums:
              - {metric: pci_entry, of: [pci_land, pci_time], tolerance: "0"}
            """;
    private static final String FOUND = "select landing_file, cell, reference_year, message_en from mart.rpt_finding"
            + " where code = 'SUM_BROKEN' order by all";

    @TempDir
    private Path folder;

    @Test
    void flagsATotalOfOneDeliveryAgainstThePartsOfAnother() {
        assertEquals(
                List.of("vcci/total.csv D2 2010 The total is not the sum of its parts: 7 ≠ 2 + 4 = 6 (+1);"
                        + " the rule is pci_entry = pci_land + pci_time"),
                delivered("4").lines(FOUND));
    }

    @Test
    void acceptsTheSumOnceThePartIsCorrected() {
        TestLake lake = delivered("4");
        lake.deliver("vcci/parts.csv", parts("5")).run();
        assertEquals(List.of(), lake.lines(FOUND));
    }

    @Test
    void tellsASumWithinOneDeliveryOnce() {
        TestLake lake = lake();
        lake.deliver("vcci/all.csv", csv("pci_entry,7", "pci_land,2", "pci_time,4"))
                .run();
        assertEquals(1, lake.lines(FOUND).size());
        assertEquals(List.of(), lake.lines("select * from stg.year_finding"));
    }

    private TestLake delivered(String time) {
        TestLake lake = lake().deliver("vcci/total.csv", csv("pci_entry,7"));
        lake.run();
        lake.deliver("vcci/parts.csv", parts(time)).run();
        return lake;
    }

    private TestLake lake() {
        return new TestLake(folder.resolve("lake")).declaring("checks/synthetic.yaml", RULE);
    }

    private static byte[] parts(String time) {
        return csv("pci_land,2", "pci_time," + time);
    }

    private static byte[] csv(String... rows) {
        StringBuilder text = new StringBuilder("reference_year,org_unit,metric_code,value\n");
        for (String row : rows) {
            text.append("2010,Long An,").append(row).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
