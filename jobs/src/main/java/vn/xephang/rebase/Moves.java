package vn.xephang.rebase;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the units of one date are made of, in units of another.
 *
 * @param parts unit of the target date -> unit of the source date -> the share of the latter that lies in the former
 * @param lost unit of the source date -> why (a part of) it lies in no unit of the target date: a series that ends
 * @param incomplete unit of the target date -> why (a part of) it comes from no unit of the source date
 */
public record Moves(
        LocalDate source,
        LocalDate target,
        SortedMap<String, SortedMap<String, Share>> parts,
        SortedMap<String, String> lost,
        SortedMap<String, String> incomplete) {

    public Set<String> targets() {
        return parts.keySet();
    }

    Map<String, Share> parts(String target) {
        return parts.getOrDefault(target, new TreeMap<>());
    }

    /** The unit is one unit of the source date, whole and alone. */
    boolean isSameTerritory(String target) {
        Map<String, Share> of = parts(target);
        return !incomplete.containsKey(target)
                && of.size() == 1
                && of.values().iterator().next() instanceof Share.Known share
                && share.fraction().compareTo(java.math.BigDecimal.ONE) == 0;
    }
}
