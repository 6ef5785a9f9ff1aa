package vn.xephang.units;

import java.util.List;

/** What a written name or code turned out to be. */
public sealed interface OrgUnitMatch {

    /** Exactly one unit of these levels lived then under this name or code. */
    record Found(String orgUnitId) implements OrgUnitMatch {}

    /** No unit of these levels lived then under this name or code. */
    record Unknown() implements OrgUnitMatch {}

    /** Several units fit; the names say which. */
    record Ambiguous(List<String> orgUnitIds) implements OrgUnitMatch {}
}
