package vn.xephang.units;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.xephang.model.OrgUnitName;

/** Matchers by level and period, made once each. */
public final class OrgUnitMatchers {

    private final OrgUnitRegistry registry;
    private final List<OrgUnitName> aliases;
    private final List<String> typeWords;
    private final Map<Key, OrgUnitMatcher> made = new HashMap<>();

    private record Key(String level, LocalDate from, LocalDate to) {}

    public OrgUnitMatchers(OrgUnitRegistry registry, List<OrgUnitName> aliases, List<String> typeWords) {
        this.registry = registry;
        this.aliases = List.copyOf(aliases);
        this.typeWords = List.copyOf(typeWords);
    }

    /** Resolves units of a level that lived on any day from {@code from} to {@code to}. */
    public OrgUnitMatcher matcher(String level, LocalDate from, LocalDate to) {
        return made.computeIfAbsent(
                new Key(level, from, to),
                key -> new OrgUnitMatcher(registry, aliases, typeWords, key.level(), key.from(), key.to()));
    }
}
