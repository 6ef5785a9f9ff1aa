package vn.xephang.units;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.xephang.model.OrgUnitName;

/** Matchers by levels and period, made once each. */
public final class OrgUnitMatchers {

    private final OrgUnitRegistry registry;
    private final List<OrgUnitName> aliases;
    private final List<String> typeWords;
    private final Map<Key, OrgUnitMatcher> made = new HashMap<>();

    private record Key(List<String> levels, LocalDate from, LocalDate to) {}

    public OrgUnitMatchers(OrgUnitRegistry registry, List<OrgUnitName> aliases, List<String> typeWords) {
        this.registry = registry;
        this.aliases = List.copyOf(aliases);
        this.typeWords = List.copyOf(typeWords);
    }

    /** Resolves units of a level that lived on any day from {@code from} to {@code to}. */
    public OrgUnitMatcher matcher(String level, LocalDate from, LocalDate to) {
        return matcher(List.of(level), from, to);
    }

    /** The same for a form whose rows are units of several levels, such as provinces and their subtotals. */
    public OrgUnitMatcher matcher(List<String> levels, LocalDate from, LocalDate to) {
        return made.computeIfAbsent(
                new Key(List.copyOf(levels), from, to),
                key -> new OrgUnitMatcher(registry, aliases, typeWords, key.levels(), key.from(), key.to()));
    }
}
