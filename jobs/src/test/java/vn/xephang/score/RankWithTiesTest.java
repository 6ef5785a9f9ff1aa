package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.xephang.score.RankWithTies.Place;

class RankWithTiesTest {

    @Test
    void sharesTheBestPlaceAndLeavesTheNextOnesEmpty() {
        Map<String, Place> places = RankWithTies.competition(totals("9", "7", "7", "7", "5"));
        assertEquals(new Place(1, 1), places.get("u0"));
        assertEquals(new Place(2, 3), places.get("u1"));
        assertEquals(new Place(2, 3), places.get("u3"));
        assertEquals(new Place(5, 1), places.get("u4"));
    }

    @Test
    void tellsWhoSharesAPlace() {
        Map<String, Place> places = RankWithTies.competition(totals("9", "7", "7"));
        assertFalse(places.get("u0").isTied());
        assertTrue(places.get("u1").isTied());
    }

    @Test
    void tiesTheSameNumberWrittenWithOtherScales() {
        assertEquals(
                new Place(1, 2), RankWithTies.competition(totals("7.50", "7.5")).get("u0"));
    }

    @Test
    void separatesTotalsThatDifferInTheLastDecimal() {
        assertEquals(
                new Place(2, 1),
                RankWithTies.competition(totals("7.000000001", "7.000000000")).get("u1"));
    }

    @Test
    void ranksNobodyAmongNobody() {
        assertTrue(RankWithTies.competition(Map.of()).isEmpty());
    }

    @Test
    void agreesWithCountingTheStrictlyBetterOver10000TablesWithManyTies() {
        Random random = new Random(63);
        for (int table = 0; table < 10_000; table++) {
            Map<Integer, BigDecimal> totals = new HashMap<>();
            int units = random.nextInt(40);
            for (int unit = 0; unit < units; unit++) {
                totals.put(unit, BigDecimal.valueOf(random.nextInt(12), random.nextInt(2)));
            }
            Map<Integer, Place> places = RankWithTies.competition(totals);
            assertEquals(totals.keySet(), places.keySet());
            totals.forEach((unit, total) -> {
                assertEquals(1 + better(totals, total), places.get(unit).rank());
                assertEquals(equal(totals, total), places.get(unit).tiedUnits());
            });
        }
    }

    private static int better(Map<Integer, BigDecimal> totals, BigDecimal than) {
        return (int) totals.values().stream()
                .filter(other -> other.compareTo(than) > 0)
                .count();
    }

    private static int equal(Map<Integer, BigDecimal> totals, BigDecimal to) {
        return (int) totals.values().stream()
                .filter(other -> other.compareTo(to) == 0)
                .count();
    }

    private static Map<String, BigDecimal> totals(String... numbers) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        for (String number : numbers) {
            totals.put("u" + totals.size(), new BigDecimal(number));
        }
        return totals;
    }
}
