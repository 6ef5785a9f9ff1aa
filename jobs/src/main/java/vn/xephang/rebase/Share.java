package vn.xephang.rebase;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** How much of one org unit's territory, and so of its value, belongs to another. */
public sealed interface Share {

    /** All of it, or nothing estimated about it. */
    Share WHOLE = new Known(BigDecimal.ONE, new TreeSet<>());

    /**
     * @param fraction from 0 to 1
     * @param weightsCodes the weights that it rests on; empty: nothing was apportioned, so it is exact
     */
    record Known(BigDecimal fraction, SortedSet<String> weightsCodes) implements Share {

        public Known {
            fraction = fraction.stripTrailingZeros();
            weightsCodes = Collections.unmodifiableSortedSet(new TreeSet<>(weightsCodes));
        }

        boolean isSameAs(Share other) {
            return other instanceof Known known && known.fraction.compareTo(fraction) == 0;
        }
    }

    /**
     * It cannot be told.
     *
     * @param why which unit and event, and what to do
     */
    record Unknown(String why) implements Share {}

    /** This share of the other share. */
    default Share of(Known other) {
        if (this instanceof Known known) {
            return new Known(known.fraction.multiply(other.fraction), union(known, other));
        }
        return this;
    }

    /** Both together. */
    default Share plus(Share other) {
        if (this instanceof Known mine && other instanceof Known its) {
            return new Known(mine.fraction.add(its.fraction), union(mine, its));
        }
        return this instanceof Unknown ? this : other;
    }

    private static SortedSet<String> union(Known one, Known other) {
        SortedSet<String> codes = new TreeSet<>(one.weightsCodes);
        codes.addAll(other.weightsCodes);
        return codes;
    }
}
