package vn.xephang.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/**
 * Between units of measure that differ by a power of ten: {@code thousand dong}, {@code million_dong}, {@code dong}.
 * The code lists part words by a blank or an underscore; both mean the same.
 */
public final class UnitScale {

    private static final List<String> WORDS = List.of("thousand ", "million ", "billion ");
    private static final int PER_WORD = 3;
    private static final int PERCENT = 2;

    private UnitScale() {}

    /** The power of ten by which a value in one unit is multiplied for the other; empty when they measure other things. */
    public static OptionalInt power(String from, String to) {
        if (from.equals("percent") && to.equals("share")) {
            return OptionalInt.of(-PERCENT);
        }
        String given = spaced(from);
        String wanted = spaced(to);
        return bare(given).equals(bare(wanted)) ? OptionalInt.of(power(given) - power(wanted)) : OptionalInt.empty();
    }

    /** Exact in decimals, from the shortest decimal of the value. */
    public static double scaled(double value, int power) {
        return power == 0
                ? value
                : BigDecimal.valueOf(value).scaleByPowerOfTen(power).doubleValue();
    }

    private static int power(String unit) {
        return PER_WORD
                * (WORDS.stream()
                                .filter(unit::startsWith)
                                .mapToInt(WORDS::indexOf)
                                .findFirst()
                                .orElse(-1)
                        + 1);
    }

    private static String spaced(String unit) {
        return unit.replace('_', ' ');
    }

    private static String bare(String unit) {
        return WORDS.stream()
                .filter(unit::startsWith)
                .map(word -> unit.substring(word.length()))
                .findFirst()
                .orElse(unit);
    }
}
