package vn.xephang.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.DueDate;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;

class DeadlinesTest {

    private static final List<DueDate> DATES = List.of(
            new DueDate("c", "justice", "district", "H1", "preliminary", 2019, 2024, 0, 6, 16, "made up"),
            new DueDate("c", "justice", "district", "Y", "official", 2019, 2024, 1, 1, 31, "made up"));

    @Test
    void acceptsFiguresOnTheDayTheyAreDue() {
        assertEquals(List.of(), findings("justice", "2020-06-16T16:59:59Z", "H1", "preliminary", 2020));
    }

    @Test
    void flagsFiguresAMomentAfterMidnightInVietNam() {
        assertEquals(
                List.of("LATE: The figures arrived after they were due (2020 H1 preliminary district: 2020-06-16):"
                        + " received on 2020-06-17 (+1) days"),
                findings("justice", "2020-06-16T17:00:00Z", "H1", "preliminary", 2020));
    }

    @Test
    void flagsOfficialFiguresInTheYearAfter() {
        assertEquals(
                List.of("LATE: The figures arrived after they were due (2020 Y official district: 2021-01-31):"
                        + " received on 2021-03-02 (+30) days"),
                findings("justice", "2021-03-02T01:00:00Z", "Y", "official", 2020));
    }

    @Test
    void saysNothingOfYearsVintagesAndSourcesWithoutADeadline() {
        String late = "2030-01-01T00:00:00Z";
        assertEquals(List.of(), findings("justice", late, "Y", "official", 2018));
        assertEquals(List.of(), findings("justice", late, "Y", "preliminary", 2020));
        assertEquals(List.of(), findings("gso", late, "Y", "official", 2020));
    }

    private static List<String> findings(String source, String receivedAt, String period, String vintage, int year) {
        LandingFile file = new LandingFile("d1", source, source + "/a.csv", "", 0, Instant.parse(receivedAt), "");
        Deadlines deadlines = new Deadlines(file, DATES);
        deadlines.see(
                new ConformedValue("metric:m", "VNM.a", year, period, null, vintage, "normal", 1.0, "1", 1, 0, "A1"),
                "district");
        return deadlines.findings().stream().map(DeadlinesTest::text).toList();
    }

    private static String text(Finding finding) {
        return finding.code() + ": " + finding.messageEn();
    }
}
