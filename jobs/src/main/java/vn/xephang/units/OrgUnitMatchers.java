package vn.xephang.units;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.xephang.model.OrgUnitName;
import vn.xephang.model.OrgUnitTypeWord;
import vn.xephang.schema.CodeLists;

/** Matchers by scope, made once each. Of one thread. */
public final class OrgUnitMatchers {

    private static final int NAMED_AT_MOST = 6;

    private final OrgUnitRegistry registry;
    private final List<OrgUnitName> aliases;
    private final TypeWords exactWords;
    private final NameKeys nameKeys;
    private final Map<OrgUnitScope, OrgUnitMatcher> made = new HashMap<>();

    /** @param typeWords such as "tỉnh", "thành phố", "tp", with the types that they stand for */
    public OrgUnitMatchers(OrgUnitRegistry registry, List<OrgUnitName> aliases, List<OrgUnitTypeWord> typeWords) {
        this.registry = registry;
        this.aliases = List.copyOf(aliases);
        this.exactWords = new TypeWords(typeWords, UnitNameKey::exact);
        this.nameKeys = new NameKeys(exactWords, new TypeWords(typeWords, UnitNameKey::folded));
    }

    public static OrgUnitMatchers of(CodeLists lists) {
        return new OrgUnitMatchers(new OrgUnitRegistry(lists.orgUnits()), lists.orgUnitNames(), lists.typeWords());
    }

    /** Resolves units of a level that lived on any day from {@code from} to {@code to}. */
    public OrgUnitMatcher matcher(String level, LocalDate from, LocalDate to) {
        return matcher(OrgUnitScope.of(level, from, to));
    }

    /** The same for a form whose rows are units of several levels, such as provinces and their subtotals. */
    public OrgUnitMatcher matcher(Collection<String> levels, LocalDate from, LocalDate to) {
        return matcher(new OrgUnitScope(Set.copyOf(levels), from, to, Optional.empty()));
    }

    public OrgUnitMatcher matcher(OrgUnitScope scope) {
        OrgUnitMatcher matcher = made.get(scope);
        if (matcher == null) {
            matcher = new OrgUnitMatcher(this, scope);
            made.put(scope, matcher);
        }
        return matcher;
    }

    /**
     * Units so that they can be told apart: type, name, units above, code, and how long they bear it. Of many the
     * first few.
     */
    public String describe(Collection<String> orgUnitIds) {
        String named = orgUnitIds.stream()
                .limit(NAMED_AT_MOST)
                .map(id -> registry.describe(id, exactWords))
                .collect(Collectors.joining("; "));
        return orgUnitIds.size() > NAMED_AT_MOST ? named + "; … (" + orgUnitIds.size() + ")" : named;
    }

    OrgUnitRegistry registry() {
        return registry;
    }

    List<OrgUnitName> aliases() {
        return aliases;
    }

    NameIndex emptyNames() {
        return new NameIndex(nameKeys);
    }

    /** Whether the unit bears this name or code at any time. */
    boolean isCalled(String orgUnitId, String asWritten) {
        NameIndex names = emptyNames();
        CodeIndex codes = new CodeIndex();
        registry.versionsOf(orgUnitId).forEach(version -> {
            names.add(version.orgUnitNameVi(), orgUnitId, registry.typesOf(orgUnitId));
            names.add(version.orgUnitNameEn(), orgUnitId, registry.typesOf(orgUnitId));
            if (version.orgUnitCode() != null) {
                codes.add(version.orgUnitCode(), orgUnitId);
            }
        });
        return !names.find(asWritten).isEmpty() || !codes.find(asWritten).isEmpty();
    }
}
