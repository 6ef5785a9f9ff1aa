package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedRatingTest {

    private static final String STANDING =
            "select org_unit_id, rating_name_vi, rating_name_en, rating_order from mart.rpt_standing order by org_unit_id";

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void twoProvinces() throws SQLException {
        release = new ReleaseFolder(folder);
        release.province("A", "A").province("B", "B");
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void hasTheEnglishWordAndTheOrderThatAreDeclaredForTheScorecard() throws Exception {
        rated("pci", "A", 1, "Khá").rated("pci", "B", 2, "Rất tốt");
        word("pci/Rất tốt", 1, "Excellent").word("pci/Khá", 3, "Mid-high");

        assertEquals(List.of(List.of("A", "Khá", "Mid-high", 2), List.of("B", "Rất tốt", "Excellent", 1)), standing());
    }

    @Test
    void staysAsPublishedWhereNoWordIsDeclaredForTheScorecard() throws Exception {
        rated("other", "A", 1, "Rất tốt");
        word("pci/Rất tốt", 1, "Excellent");

        assertEquals(List.of(Arrays.asList("A", "Rất tốt", "Rất tốt", 1)), standing());
    }

    private PublishedRatingTest rated(String scorecard, String unit, int rank, String rating) throws SQLException {
        release.add(
                "rank",
                "scorecard_code",
                scorecard,
                "org_unit_id",
                unit,
                "org_unit_name_vi",
                unit,
                "rubric_year",
                2016,
                "total_points",
                100 - rank,
                "max_points",
                100,
                "computed_rank",
                rank,
                "rank_of",
                2,
                "rating_code",
                null,
                "published_rating",
                rating);
        return this;
    }

    private PublishedRatingTest word(String code, int order, String english) throws SQLException {
        release.add("code", "list_code", "published_rating", "code", code, "code_order", order, "name_en", english);
        return this;
    }

    private List<List<Object>> standing() throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue.query(STANDING).rows();
        }
    }
}
