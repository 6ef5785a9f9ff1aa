package vn.xephang.read;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a row writes its unit, from 1.
 *
 * @param name column of the name, or of a code that stands for it
 * @param code column of the official code beside it; 0 without one
 * @param parent column of a unit above; 0 without one
 */
record UnitColumns(int name, int code, int parent) {

    /** A column that says it all. */
    static UnitColumns of(int name) {
        return new UnitColumns(name, 0, 0);
    }

    /** Those that there are. */
    Collection<Integer> all() {
        Set<Integer> all = new TreeSet<>(Set.of(name));
        if (code > 0) {
            all.add(code);
        }
        if (parent > 0) {
            all.add(parent);
        }
        return all;
    }
}
