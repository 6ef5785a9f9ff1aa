package vn.xephang.rebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random countries of a few units that merge and split by declared weights, one change a year. {@code
 * -Drebase.histories=100000} for the longer run.
 */
class RandomHistoriesTest {

    private static final int COUNT = Integer.getInteger("rebase.histories", 2_000);
    private static final long SEED = 20250701;
    private static final Apportioning BY_PEOPLE = Apportioning.byFamilies("population");
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    @Test
    void theSumOverAllUnitsIsTheSameOnEveryLaterMap() {
        for (int i = 0; i < COUNT; i++) {
            Country country = new Country(SEED + i);
            BigDecimal delivered = sum(country.values.values());
            MetricsOnMap onMap = country.history.onMap();
            for (LocalDate map : country.maps) {
                assertClose(
                        delivered, sum(values(onMap, 0, map, BY_PEOPLE).values()), "seed " + (SEED + i) + " " + map);
            }
        }
    }

    @Test
    void theSumOverAllUnitsIsTheSameOnEveryEarlierMap() {
        for (int i = 0; i < COUNT; i++) {
            Country country = new Country(SEED + i);
            Map<String, BigDecimal> last = country.deliverOnTheLastMap();
            Apportioning back =
                    BY_PEOPLE.andMeasured(new Apportioning.Measured("births 0", country.maps.get(0), country.values));
            MetricsOnMap onMap = country.history.onMap();
            LocalDate first = country.maps.get(0);
            assertClose(sum(last.values()), sum(values(onMap, 1, first, back).values()), "seed " + (SEED + i));
        }
    }

    @Test
    void mergingAndSplittingBackByTheSameWeightsGivesTheOriginal() {
        for (int i = 0; i < COUNT; i++) {
            Country country = new Country(SEED + i);
            LocalDate first = country.maps.get(0);
            LocalDate last = country.maps.get(country.maps.size() - 1);
            Map<String, BigDecimal> there = values(country.history.onMap(), 0, last, BY_PEOPLE);
            country.history.values("births", 1, last, there);
            Apportioning back = BY_PEOPLE.andMeasured(new Apportioning.Measured("births 0", first, country.values));
            Map<String, BigDecimal> original = values(country.history.onMap(), 1, first, back);

            assertEquals(country.values.keySet(), original.keySet(), "seed " + (SEED + i));
            for (String unit : original.keySet()) {
                assertClose(country.values.get(unit), original.get(unit), "seed " + (SEED + i) + " " + unit);
            }
        }
    }

    @Test
    void whatIsNotRefusedIsExactAndNeverMoreThanWasDelivered() {
        for (int i = 0; i < COUNT; i++) {
            Country country = new Country(SEED + i);
            LocalDate last = country.maps.get(country.maps.size() - 1);
            BigDecimal told = BigDecimal.ZERO;
            boolean isComplete = true;
            for (Rebased rebased : country.history
                    .onMap()
                    .of("births", 0, last, Apportioning.REFUSED)
                    .values()) {
                if (rebased instanceof Rebased.Value value) {
                    assertTrue(!value.isEstimated(), "seed " + (SEED + i));
                    told = told.add(value.value());
                } else {
                    isComplete = false;
                }
            }
            BigDecimal delivered = sum(country.values.values());
            assertTrue(isComplete ? told.compareTo(delivered) == 0 : told.compareTo(delivered) <= 0);
        }
    }

    private static Map<String, BigDecimal> values(
            MetricsOnMap onMap, int year, LocalDate map, Apportioning apportioning) {
        Map<String, BigDecimal> values = new TreeMap<>();
        onMap.of("births", year, map, apportioning).forEach((unit, rebased) -> {
            assertTrue(rebased instanceof Rebased.Value, () -> unit + " " + History.text(rebased));
            values.put(unit, ((Rebased.Value) rebased).value());
        });
        return values;
    }

    private static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertClose(BigDecimal expected, BigDecimal actual, String where) {
        BigDecimal allowed = expected.abs().multiply(TOLERANCE);
        assertTrue(
                expected.subtract(actual).abs().compareTo(allowed) <= 0,
                () -> where + ": expected " + expected + " but was " + actual);
    }

    /** Units u0.. with values, and years of merges and splits after. */
    private static final class Country {
        private final SplittableRandom random;
        private final History history;
        private final Map<String, BigDecimal> values = new TreeMap<>();
        private final List<LocalDate> maps = new ArrayList<>();
        private final List<String> living = new ArrayList<>();
        private int born;

        Country(long seed) {
            random = new SplittableRandom(seed);
            int count = random.nextInt(2, 8);
            for (int i = 0; i < count; i++) {
                String unit = "u" + born++;
                living.add(unit);
                values.put(unit, BigDecimal.valueOf(random.nextLong(1, 10_000_000), random.nextInt(0, 4)));
            }
            history = new History(living.toArray(String[]::new)).metric("births", "sum");
            maps.add(LocalDate.of(2001, 1, 1));
            history.values("births", 0, maps.get(0), values);
            int years = random.nextInt(1, 7);
            for (int year = 2002; year < 2002 + years; year++) {
                change(LocalDate.of(year, 1 + random.nextInt(12), 1));
            }
        }

        Map<String, BigDecimal> deliverOnTheLastMap() {
            Map<String, BigDecimal> last = new TreeMap<>();
            living.forEach(unit -> last.put(unit, BigDecimal.valueOf(random.nextLong(1, 1_000_000), 1)));
            history.values("births", 1, maps.get(maps.size() - 1), last);
            return last;
        }

        private void change(LocalDate on) {
            maps.add(on);
            if (living.size() > 1 && random.nextBoolean()) {
                String[] from = new String[random.nextInt(2, living.size() + 1)];
                for (int i = 0; i < from.length; i++) {
                    from[i] = take();
                }
                String into = "u" + born++;
                history.merge(on.toString(), into, from);
                living.add(into);
            } else {
                divide(on);
            }
        }

        private void divide(LocalDate on) {
            String from = take();
            boolean isTransfer = !living.isEmpty() && random.nextInt(3) == 0;
            String stays = isTransfer ? from : "u" + born++;
            String goes = isTransfer ? living.get(random.nextInt(living.size())) : "u" + born++;
            int thousandths = random.nextInt(1, 1000);
            history.flow(on.toString(), from, stays, "population", decimal(thousandths));
            history.flow(on.toString(), from, goes, "population", decimal(1000 - thousandths));
            if (isTransfer) {
                history.flow(on.toString(), goes, goes, "all", "1");
                living.add(from);
            } else {
                history.close(on.toString(), from).open(on.toString(), stays, goes);
                living.add(stays);
                living.add(goes);
            }
        }

        private String take() {
            return living.remove(random.nextInt(living.size()));
        }

        private static String decimal(int thousandths) {
            return BigDecimal.valueOf(thousandths, 3).toPlainString();
        }
    }
}
