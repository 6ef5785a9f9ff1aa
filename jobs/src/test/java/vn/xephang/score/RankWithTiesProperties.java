package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.xephang.score.RankWithTies.Place;

/** Competition ranks against a second way of counting them, over tables in which most totals are shared. */
class RankWithTiesProperties {

    @Property(tries = 100_000, seed = "20130101")
    void aRankIsOneMoreThanTheNumberOfStrictlyBetterUnits(@ForAll("totals") Map<String, BigDecimal> totals) {
        Map<String, Place> places = RankWithTies.competition(totals);
        assertEquals(totals.keySet(), places.keySet());
        totals.forEach((unit, total) -> {
            long better = totals.values().stream()
                    .filter(other -> other.compareTo(total) > 0)
                    .count();
            long equal = totals.values().stream()
                    .filter(other -> other.compareTo(total) == 0)
                    .count();
            assertEquals(better + 1, places.get(unit).rank(), () -> unit + " of " + totals);
            assertEquals(equal > 1, places.get(unit).isTied(), () -> unit + " of " + totals);
        });
    }

    /** Up to twelve units over few distinct totals; 57.5 and 57.50 are one total in two spellings. */
    @Provide
    Arbitrary<Map<String, BigDecimal>> totals() {
        Arbitrary<BigDecimal> total = Arbitraries.of(List.of(
                new BigDecimal("57.5"),
                new BigDecimal("57.50"),
                new BigDecimal("57.500000001"),
                new BigDecimal("-1"),
                new BigDecimal("0"),
                new BigDecimal("0.000000001"),
                new BigDecimal("100")));
        return total.list().ofMaxSize(12).map(list -> {
            Map<String, BigDecimal> byUnit = new TreeMap<>();
            list.forEach(value -> byUnit.put("unit-" + (char) ('a' + byUnit.size()), value));
            return byUnit;
        });
    }
}
