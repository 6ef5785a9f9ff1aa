package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.xephang.score.Given.given;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Difference;
import vn.xephang.schema.Rubrics;

/** The real order of three happiness reports, which name no rules. */
class HappinessOrderTest {

    @Test
    void agreesWithTheHappinessReportOf2015() {
        assertTrue(happiness("2015", "Country", "Happiness Rank", "Score").isEmpty());
    }

    @Test
    void findsThreeMisorderedCountriesInTheHappinessReportOf2016() {
        List<Difference> found = happiness("2016", "Country", "Happiness Rank", "Score");
        assertEquals(List.of("PUBLISHER_MISORDERED", "PUBLISHER_MISORDERED", "PUBLISHER_MISORDERED"), reasons(found));
    }

    @Test
    void findsFourBrokenTiesInTheHappinessReportOf2017() {
        List<Difference> found = happiness("2017", "Country", "Happiness.Rank", "Score");
        assertEquals(
                List.of("PUBLISHER_BROKE_TIE", "PUBLISHER_BROKE_TIE", "PUBLISHER_BROKE_TIE", "PUBLISHER_BROKE_TIE"),
                reasons(found));
    }

    private static List<Difference> happiness(String year, String country, String rank, String score) {
        Given given = given(Integer.parseInt(year));
        for (NamedCsvRecord row : Pci.shared("ranktables/world_happiness_" + year + ".csv")) {
            String id = row.getField(country);
            given.unit(id).publishedAs(id, Double.valueOf(row.getField(score)), Integer.valueOf(row.getField(rank)));
        }
        return ScoreYear.of(given.data(), new Rubrics(List.of())).differences();
    }

    private static List<String> reasons(List<Difference> found) {
        return found.stream().map(Difference::reasonCode).toList();
    }
}
