package vn.xephang.units;

import java.util.List;

/** What a written name or code turned out to be. */
public sealed interface OrgUnitMatch {

    /** Exactly one unit of these levels lived then under this name or code. */
    record Found(String orgUnitId) implements OrgUnitMatch {}

    /** No unit of these levels ever lived under this name or code. */
    record Unknown() implements OrgUnitMatch {}

    /** Several units fit; the names say which. */
    record Ambiguous(List<String> orgUnitIds) implements OrgUnitMatch {}

    /** Nobody fits then and there; these bear the name or code at another time or in another place. */
    record Elsewhere(List<String> orgUnitIds) implements OrgUnitMatch {}

    /** Name and code were both given, and mean different units; either side may be empty. */
    record Disagreeing(List<String> byCode, List<String> byName) implements OrgUnitMatch {}
}
