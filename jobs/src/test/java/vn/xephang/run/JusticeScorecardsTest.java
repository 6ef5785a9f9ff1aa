package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run over the shipped deliveries of the justice sector. */
class JusticeScorecardsTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("xephang.home", "."), "examples/landing");

    @TempDir
    private static Path folder;

    private static TestLake lake;
    private static RunOutcome outcome;

    @BeforeAll
    static void runsOverTheExamples() throws IOException {
        lake = new TestLake(folder);
        try (Stream<Path> walk = Files.walk(EXAMPLES.resolve("justice"))) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                lake.deliver(EXAMPLES.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        outcome = lake.run();
    }

    @Test
    void findsNothingWrongWithTheExamples() {
        assertEquals(List.of(), outcome.newFindings());
    }

    @Test
    void showsTheOneRealResultWithoutAComputedRank() {
        assertEquals(List.of("4 63 Hoàn thành xuất sắc nhiệm vụ - NO_RUBRIC - false"), lake.lines("""
                        select published_rank, rank_of, published_rating, computed_rank, rank_reason_code, rubric_code,
                            is_synthetic
                        from mart.fct_rank
                        where scorecard_code = 'justice-province-published' and published_rank is not null
                        """));
    }

    @Test
    void keepsTheRealResultApartFromWhatIsMadeUp() {
        assertEquals(
                List.of("justice-province-published VNM.long-an 2023"),
                lake.lines("select scorecard_code, org_unit_id, reference_year from mart.fct_published_result"));
        assertEquals(
                List.of(),
                lake.lines("select * from mart.fct_rank where scorecard_code = 'justice-province-published' and"
                        + " is_synthetic"));
    }
}
