package vn.xephang.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    }

    /** Equal totals share the best place, the next places stay empty: 1, 2, 2, 4. */
    public static <K> Map<K, Place> competition(Map<K, BigDecimal> totals) {
        List<Map.Entry<K, BigDecimal>> bestFirst = totals.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        Map<K, Place> places = new LinkedHashMap<>();
        for (int from = 0; from < bestFirst.size(); ) {
            int to = from + 1;
            while (to < bestFirst.size() && isSame(bestFirst.get(from), bestFirst.get(to))) {
                to++;
            }
            Place place = new Place(from + 1, to - from);
            bestFirst.subList(from, to).forEach(tied -> places.put(tied.getKey(), place));
            from = to;
        }
        return places;
    }

    private static boolean isSame(Map.Entry<?, BigDecimal> one, Map.Entry<?, BigDecimal> other) {
        return one.getValue().compareTo(other.getValue()) == 0;
    }
}
