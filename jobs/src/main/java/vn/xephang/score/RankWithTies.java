package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.xephang.schema.TieRule;

/** Places by exact totals, more is better. Totals are equal when they are the same number, whatever their scale. */
public final class RankWithTies {

    private RankWithTies() {}

    /**
     * A place.
     *
     * @param tiedUnits how many hold it, 1 without a tie
     */
    public record Place(int rank, int tiedUnits) {

        public boolean isTied() {
            return tiedUnits > 1;
        }

        /** The mean of the places that its units take together: 2.5 for two at places 2 and 3. */
        public BigDecimal mean() {
            return new BigDecimal(2 * rank + tiedUnits - 1).multiply(new BigDecimal("0.5"));
        }
    }

    /** Equal totals share the best place, the next places stay empty: 1, 2, 2, 4. */
    public static <K> Map<K, Place> competition(Map<K, BigDecimal> totals) {
        return places(totals, Map.of(), new TieRule.Competition());
    }

    /**
     * Places by a tie rule.
     *
     * @param breakers what decides between equal totals, the most decisive first, smaller is better; as many for each
     *     key
     */
    public static <K> Map<K, Place> places(Map<K, BigDecimal> totals, Map<K, List<BigDecimal>> breakers, TieRule rule) {
        Comparator<K> bestFirst =
                Comparator.<K, BigDecimal>comparing(totals::get).reversed();
        Comparator<K> order =
                bestFirst.thenComparing(key -> breakers.getOrDefault(key, List.of()), RankWithTies::compare);
        List<K> sorted = new ArrayList<>(totals.keySet());
        sorted.sort(order);
        Map<K, Place> places = new LinkedHashMap<>();
        int groups = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from + 1;
            while (to < sorted.size() && order.compare(sorted.get(from), sorted.get(to)) == 0) {
                to++;
            }
            groups++;
            Place place = new Place(rule instanceof TieRule.Dense ? groups : from + 1, to - from);
            sorted.subList(from, to).forEach(tied -> places.put(tied, place));
            from = to;
        }
        return places;
    }

    private static int compare(List<BigDecimal> one, List<BigDecimal> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
