package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.xephang.model.ConformedValue;

/** Rank tables of countries, read wholly: every row gives a unit with its score and its rank. */
class PublishedRankTablesTest {

    @ParameterizedTest
    @CsvSource({
        "un-sdsn, ranktables/world_happiness_2015.csv, world-happiness, 158",
        "un-sdsn, ranktables/world_happiness_2016.csv, world-happiness, 158",
        "un-sdsn, ranktables/world_happiness_2017.csv, world-happiness, 155",
        "transparency, ranktables/CPI2012.xlsx, cpi, 176"
    })
    void everyRowGivesACountryWithScoreAndRank(String source, String file, String scorecard, int rows) {
        List<ConformedValue> values = ReadValues.of(source, file);
        for (String part : List.of("points", "rank")) {
            List<ConformedValue> ofPart = values.stream()
                    .filter(value -> value.target().equals("published:" + scorecard + "/" + part))
                    .toList();
            assertEquals(rows, ofPart.size(), part);
            assertEquals(
                    rows,
                    ofPart.stream()
                            .map(ConformedValue::orgUnitId)
                            .collect(Collectors.toCollection(TreeSet::new))
                            .size(),
                    part);
        }
    }

    @Test
    void countriesWithoutAnIsoCodeAreToldApart() {
        List<String> ids = ReadValues.of("un-sdsn", "ranktables/world_happiness_2016.csv").stream()
                .map(ConformedValue::orgUnitId)
                .filter(id -> id.startsWith("X"))
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("XKX", "XNC", "XSL"), ids);
    }
}
