package vn.xephang.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Units by the names that they bear. Tried in turn, each only when the one before found nothing: the name as it is,
 * without its type word, without its marks, without both, without spaces too ("Hanoi"). "Phường Long An" is not "xã Long An": a type word must fit the unit at some time of its life.
 */
final class NameIndex {

    private final List<Function<String, TypeWords.Stripped>> attempts;
    private final List<Map<String, Set<String>>> indexes = new ArrayList<>();
    private final Map<String, Set<String>> typesOf = new HashMap<>();

    NameIndex(TypeWords exactWords, TypeWords foldedWords) {
        this.attempts = List.of(
                name -> new TypeWords.Stripped(UnitNameKey.exact(name), Set.of()),
                name -> exactWords.strip(UnitNameKey.exact(name)),
                name -> new TypeWords.Stripped(UnitNameKey.folded(name), Set.of()),
                name -> foldedWords.strip(UnitNameKey.folded(name)),
                name -> withoutSpaces(foldedWords.strip(UnitNameKey.folded(name))));
        attempts.forEach(attempt -> indexes.add(new HashMap<>()));
    }

    /** @param types what kinds of unit it was in its life */
    void add(String name, String orgUnitId, Set<String> types) {
        typesOf.put(orgUnitId, types);
        for (int i = 0; i < attempts.size(); i++) {
            String key = attempts.get(i).apply(name).key();
            if (!key.isEmpty()) {
                indexes.get(i).computeIfAbsent(key, none -> new TreeSet<>()).add(orgUnitId);
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
        for (int i = 0; i < attempts.size(); i++) {
            TypeWords.Stripped stripped = attempts.get(i).apply(name);
            Set<String> found = choice.apply(indexes.get(i).getOrDefault(stripped.key(), Set.of()), stripped.types());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private static TypeWords.Stripped withoutSpaces(TypeWords.Stripped stripped) {
        return new TypeWords.Stripped(stripped.key().replace(" ", ""), stripped.types());
    }

    private Set<String> ofType(Set<String> ids, Set<String> types) {
        return types.isEmpty()
                ? ids
                : ids.stream()
                        .filter(id -> typesOf.get(id).stream().anyMatch(types::contains))
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
