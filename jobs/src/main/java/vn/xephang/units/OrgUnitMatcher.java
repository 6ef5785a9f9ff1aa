package vn.xephang.units;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.OrgUnitLevel;
import vn.xephang.model.OrgUnitName;
import vn.xephang.model.OrgUnitVersion;

/**
 * Resolves what a file wrote to the unit that it means, among the units of a scope: by code, by name, by both, with
 * the name of a unit above where one is written. Never guesses: what fits none or several is said to.
 */
public final class OrgUnitMatcher {

    /** Millions of rows name the same few units; a column of nonsense must not fill the memory. */
    private static final int REMEMBERED_AT_MOST = 20_000;

    private final OrgUnitMatchers matchers;
    private final OrgUnitScope scope;
    private final NameIndex names;
    private final CodeIndex codes = new CodeIndex();
    private final Set<String> alive = new TreeSet<>();
    private final Map<WrittenOrgUnit, OrgUnitMatch> matched = new HashMap<>();

    OrgUnitMatcher(OrgUnitMatchers matchers, OrgUnitScope scope) {
        this.matchers = matchers;
        this.scope = scope;
        this.names = matchers.emptyNames();
        OrgUnitRegistry registry = matchers.registry();
        for (OrgUnitVersion version : registry.versions()) {
            if (scope.levelCodes().contains(version.orgUnitLevelCode())
                    && version.aliveWithin(scope.from(), scope.to())
                    && scope.parentOrgUnitId()
                            .map(parent -> registry.isWithin(version.orgUnitId(), parent, scope.from(), scope.to()))
                            .orElse(true)) {
                alive.add(version.orgUnitId());
                index(version);
            }
        }
        for (OrgUnitName alias : matchers.aliases()) {
            if (alive.contains(alias.orgUnitId()) && isMeantWithin(alias, scope.from(), scope.to())) {
                names.add(alias.orgUnitNameAsWritten(), alias.orgUnitId(), registry.typesOf(alias.orgUnitId()));
            }
        }
    }

    /** The units of the scope. */
    Set<String> orgUnitIds() {
        return alive;
    }

    /** @param asWritten a name or a code, perhaps with more around it: "80 Long An", "Châu Thành, tỉnh Long An" */
    public OrgUnitMatch match(String asWritten) {
        return match(WrittenOrgUnit.of(asWritten));
    }

    /** The same where code or a unit above stand apart. */
    public OrgUnitMatch match(WrittenOrgUnit written) {
        OrgUnitMatch match = matched.get(written);
        if (match == null) {
            match = matchAnew(written);
            if (matched.size() < REMEMBERED_AT_MOST) {
                matched.put(written, match);
            }
        }
        return match;
    }

    private OrgUnitMatch matchAnew(WrittenOrgUnit written) {
        OrgUnitMatch match = here(written);
        if (match instanceof OrgUnitMatch.Unknown) {
            OrgUnitMatch anywhere = matchers.matcher(scope.anywhere()).here(written);
            return elsewhere(
                    anywhere instanceof OrgUnitMatch.Unknown ? one(names.findOfAnyType(written.name())) : anywhere);
        }
        return match;
    }

    private static OrgUnitMatch elsewhere(OrgUnitMatch anywhere) {
        if (anywhere instanceof OrgUnitMatch.Found found) {
            return new OrgUnitMatch.Elsewhere(List.of(found.orgUnitId()));
        }
        if (anywhere instanceof OrgUnitMatch.Ambiguous several) {
            return new OrgUnitMatch.Elsewhere(several.orgUnitIds());
        }
        return anywhere;
    }

    private OrgUnitMatch here(WrittenOrgUnit written) {
        OrgUnitMatch match = asItStands(written);
        for (WrittenOrgUnit way : written.takenApart()) {
            if (match instanceof OrgUnitMatch.Unknown) {
                match = here(way);
            }
        }
        return match;
    }

    private OrgUnitMatch asItStands(WrittenOrgUnit written) {
        if (!written.parent().isBlank()) {
            return below(written);
        }
        Set<String> byName = names.find(written.name());
        if (written.code().isBlank()) {
            Set<String> byCode = codes.find(written.name());
            return one(byCode.isEmpty() ? byName : byCode);
        }
        Set<String> byCode = codes.find(written.code());
        Set<String> both = new TreeSet<>(byName);
        both.retainAll(byCode);
        if (both.isEmpty() && written.name().isBlank()) {
            return one(byCode);
        }
        if (both.isEmpty() && !(byCode.isEmpty() && byName.isEmpty())) {
            return new OrgUnitMatch.Disagreeing(List.copyOf(byCode), List.copyOf(byName));
        }
        return one(both);
    }

    /** Among the units inside the one that is written as parent; of several possible parents the fitting one. */
    private OrgUnitMatch below(WrittenOrgUnit written) {
        Set<String> above = new TreeSet<>();
        for (String level : levelsAbove()) {
            OrgUnitMatch parent = matchers.matcher(
                            new OrgUnitScope(Set.of(level), scope.from(), scope.to(), scope.parentOrgUnitId()))
                    .asItStands(WrittenOrgUnit.of(written.parent()));
            if (parent instanceof OrgUnitMatch.Found found) {
                above.add(found.orgUnitId());
            } else if (parent instanceof OrgUnitMatch.Ambiguous several) {
                above.addAll(several.orgUnitIds());
            }
        }
        scope.parentOrgUnitId()
                .filter(parent -> matchers.isCalled(parent, written.parent()))
                .ifPresent(above::add);
        Set<String> found = new TreeSet<>();
        for (String parent : above) {
            OrgUnitMatch match = matchers.matcher(scope.within(parent))
                    .asItStands(new WrittenOrgUnit(written.name(), written.code(), ""));
            if (match instanceof OrgUnitMatch.Found one) {
                found.add(one.orgUnitId());
            } else if (match instanceof OrgUnitMatch.Ambiguous several) {
                found.addAll(several.orgUnitIds());
            } else if (match instanceof OrgUnitMatch.Disagreeing) {
                return match;
            }
        }
        return one(found);
    }

    private List<String> levelsAbove() {
        return OrgUnitLevel.codes().stream()
                .filter(level -> scope.levelCodes().stream()
                        .flatMap(code -> OrgUnitLevel.of(code).stream())
                        .anyMatch(own -> OrgUnitLevel.of(level).orElseThrow().isAbove(own)))
                .toList();
    }

    private void index(OrgUnitVersion version) {
        Set<String> types = matchers.registry().typesOf(version.orgUnitId());
        names.add(version.orgUnitNameVi(), version.orgUnitId(), types);
        names.add(version.orgUnitNameEn(), version.orgUnitId(), types);
        if (version.orgUnitCode() != null) {
            codes.add(version.orgUnitCode(), version.orgUnitId());
        }
    }

    private static OrgUnitMatch one(Set<String> found) {
        return switch (found.size()) {
            case 0 -> new OrgUnitMatch.Unknown();
            case 1 -> new OrgUnitMatch.Found(found.iterator().next());
            default -> new OrgUnitMatch.Ambiguous(List.copyOf(found));
        };
    }

    private static boolean isMeantWithin(OrgUnitName alias, LocalDate from, LocalDate to) {
        return (alias.validFromOn() == null || !alias.validFromOn().isAfter(to))
                && (alias.validToOn() == null || !alias.validToOn().isBefore(from));
    }
}
