package vn.xephang.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import vn.xephang.model.OrgUnitName;
import vn.xephang.model.OrgUnitVersion;

/**
 * Resolves what a file wrote to the unit that it means: names and codes of the units of some levels that lived on
 * any day of a period. Tried in turn, each only when the one before found nothing: the name or code as it is, without
 * its type word, without its marks, without both.
 */
public final class OrgUnitMatcher {

    private final List<UnaryOperator<String>> attempts;
    private final List<Map<String, Set<String>>> indexes = new ArrayList<>();

    /**
     * @param typeWords such as "tỉnh", "thành phố", "tp"
     * @param from first day of the period, {@code to} its last day
     */
    public OrgUnitMatcher(
            OrgUnitRegistry registry,
            List<OrgUnitName> aliases,
            List<String> typeWords,
            List<String> levels,
            LocalDate from,
            LocalDate to) {
        List<String> words = typeWords.stream()
                .map(UnitNameKey::exact)
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
        List<String> foldedWords = words.stream().map(UnitNameKey::folded).toList();
        this.attempts = List.of(
                UnitNameKey::exact,
                name -> withoutTypeWord(UnitNameKey.exact(name), words),
                UnitNameKey::folded,
                name -> withoutTypeWord(UnitNameKey.folded(name), foldedWords));
        attempts.forEach(attempt -> indexes.add(new HashMap<>()));
        Set<String> alive = new TreeSet<>();
        for (OrgUnitVersion version : registry.versions()) {
            if (levels.contains(version.orgUnitLevelCode()) && version.aliveWithin(from, to)) {
                alive.add(version.orgUnitId());
                index(version.orgUnitNameVi(), version.orgUnitId());
                index(version.orgUnitNameEn(), version.orgUnitId());
                Optional.ofNullable(version.orgUnitCode()).ifPresent(code -> index(code, version.orgUnitId()));
            }
        }
        for (OrgUnitName alias : aliases) {
            if (alive.contains(alias.orgUnitId()) && livesWithin(alias, from, to)) {
                index(alias.orgUnitNameAsWritten(), alias.orgUnitId());
            }
        }
    }

    public OrgUnitMatch match(String asWritten) {
        for (int i = 0; i < attempts.size(); i++) {
            Set<String> found = indexes.get(i).getOrDefault(attempts.get(i).apply(asWritten), Set.of());
            if (found.size() == 1) {
                return new OrgUnitMatch.Found(found.iterator().next());
            }
            if (found.size() > 1) {
                return new OrgUnitMatch.Ambiguous(List.copyOf(found));
            }
        }
        return new OrgUnitMatch.Unknown();
    }

    private void index(String name, String orgUnitId) {
        for (int i = 0; i < attempts.size(); i++) {
            String key = attempts.get(i).apply(name);
            if (!key.isEmpty()) {
                indexes.get(i).computeIfAbsent(key, none -> new TreeSet<>()).add(orgUnitId);
            }
        }
    }

    private static String withoutTypeWord(String key, List<String> words) {
        for (String word : words) {
            if (key.startsWith(word + " ")) {
                return key.substring(word.length() + 1);
            }
        }
        return key;
    }

    private static boolean livesWithin(OrgUnitName alias, LocalDate from, LocalDate to) {
        return (alias.validFromOn() == null || !alias.validFromOn().isAfter(to))
                && (alias.validToOn() == null || !alias.validToOn().isBefore(from));
    }
}
