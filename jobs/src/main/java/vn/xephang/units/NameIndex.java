package vn.xephang.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Units by the names that they bear, by each way of comparing in turn, the next only when the one before found
 * nothing. "Phường Long An" is not "xã Long An": a type word must fit the unit at some time of its life.
 */
final class NameIndex {

    private final NameKeys keys;
    private final List<Map<String, Set<String>>> indexes = new ArrayList<>();
    private final Map<String, Set<String>> typesOf = new HashMap<>();

    NameIndex(NameKeys keys) {
        this.keys = keys;
        for (int way = 0; way < NameKeys.WAYS; way++) {
            indexes.add(new HashMap<>());
        }
    }

    /** @param types what kinds of unit it was in its life */
    void add(String name, String orgUnitId, Set<String> types) {
        typesOf.put(orgUnitId, types);
        List<String> ways = keys.ofDeclared(name);
        for (int way = 0; way < ways.size(); way++) {
            if (!ways.get(way).isEmpty()) {
                indexes.get(way)
                        .computeIfAbsent(ways.get(way), none -> new TreeSet<>())
                        .add(orgUnitId);
            }
        }
    }

    /** Ids of the units that the name may mean, in order; none where it is unknown, or of another type. */
    Set<String> find(String name) {
        return find(name, this::ofType);
    }

    /** The same whatever the type word says. */
    Set<String> findOfAnyType(String name) {
        return find(name, (ids, types) -> ids);
    }

    private Set<String> find(String name, BiFunction<Set<String>, Set<String>, Set<String>> choice) {
        for (int way = 0; way < NameKeys.WAYS; way++) {
            TypeWords.Stripped stripped = keys.ofWritten(name, way);
            Set<String> found = choice.apply(indexes.get(way).getOrDefault(stripped.key(), Set.of()), stripped.types());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private Set<String> ofType(Set<String> ids, Set<String> types) {
        return types.isEmpty()
                ? ids
                : ids.stream()
                        .filter(id -> typesOf.get(id).stream().anyMatch(types::contains))
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
