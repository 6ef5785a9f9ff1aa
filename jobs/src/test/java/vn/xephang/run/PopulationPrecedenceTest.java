package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.xephang.conform.NewestFirst;
import vn.xephang.model.ConformedValue;

/** Two GSO tables give the population of 2011-2016; where they differ the declared precedence decides, never arrival. */
class PopulationPrecedenceTest {

    private static final String POPULATION = "gso/Average population by province.csv";
    private static final String AREA = "gso/Area, population and population density by province.csv";

    @Test
    void theTablesDifferIn34FiguresAndTheTableOfThePopulationCounts() {
        Map<String, List<ConformedValue>> keys = keys(POPULATION, AREA);
        assertEquals(420, keys.size());
        Map<Integer, Integer> different = new TreeMap<>();
        TreeSet<String> before2015 = new TreeSet<>();
        keys.forEach((key, values) -> {
            if (!Objects.equals(values.get(0).value(), values.get(1).value())) {
                different.merge(values.get(0).referenceYear(), 1, Integer::sum);
                if (values.get(0).referenceYear() < 2015) {
                    before2015.add(key);
                }
            }
        });
        assertEquals(Map.of(2012, 1, 2013, 1, 2014, 1, 2015, 31), different);
        assertEquals(
                List.of("VNM.region.dnb 2012", "VNM.region.dnb 2013", "VNM.region.dnb 2014"), List.copyOf(before2015));
        assertEquals(7202.9, served(keys, "VNM.ha-noi 2015"));
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        Map<String, List<ConformedValue>> one = keys(POPULATION, AREA);
        Map<String, List<ConformedValue>> other = keys(AREA, POPULATION);
        one.keySet().forEach(key -> assertEquals(served(one, key), served(other, key), key));
    }

    private static Double served(Map<String, List<ConformedValue>> keys, String key) {
        return NewestFirst.settle(keys.get(key)).get(0).value().value();
    }

    /** Unit and year -> the values of both tables, for the years that both have. */
    private static Map<String, List<ConformedValue>> keys(String... files) {
        Map<String, List<ConformedValue>> keys = new TreeMap<>();
        for (int order = 0; order < files.length; order++) {
            for (ConformedValue value : ReadValues.of("gso", files[order], order)) {
                if (value.target().equals("metric:gso_population_average")) {
                    keys.computeIfAbsent(value.orgUnitId() + " " + value.referenceYear(), none -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        keys.values().removeIf(values -> values.size() < 2);
        return keys;
    }
}
