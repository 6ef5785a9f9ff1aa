package vn.xephang.units;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Units by their official codes. A number that lost its leading zeros in a spreadsheet is read with them. */
final class CodeIndex {

    private final Map<String, Set<String>> byCode = new HashMap<>();
    private final Set<Integer> lengths = new TreeSet<>();

    void add(String code, String orgUnitId) {
        byCode.computeIfAbsent(key(code), none -> new TreeSet<>()).add(orgUnitId);
        lengths.add(code.length());
    }

    /** Ids of the units that bear the code, in order. */
    Set<String> find(String code) {
        String key = key(code);
        Set<String> found = byCode.getOrDefault(key, Set.of());
        for (int length : lengths) {
            if (found.isEmpty() && isNumber(key) && key.length() < length) {
                found = byCode.getOrDefault("0".repeat(length - key.length()) + key, Set.of());
            }
        }
        return found;
    }

    private static String key(String code) {
        return code.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
