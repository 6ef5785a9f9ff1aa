package vn.xephang.validate;

import java.util.OptionalInt;
import java.util.Set;
import vn.xephang.model.FindingCode;
import vn.xephang.schema.ValueRule;

/** Slips that change a number by a power of ten: a decimal mark, a digit, thousands or millions of the unit. */
final class PowerOfTen {

    private static final Set<Integer> SLIPS = Set.of(-6, -3, -2, -1, 1, 2, 3, 6);
    private static final double TEN = StrictMath.log(10);

    /** A slip is clear within this part of a power of ten, or within two scales, up to half a power. */
    private static final double CLEAR = 0.2;

    private static final double SCALES = 2;

    private PowerOfTen() {}

    /**
     * The power by which a figure is out.
     *
     * @param usual what is usual, in the unit of measure
     * @param distance from what is usual, on the rule's scale
     */
    static OptionalInt of(ValueRule rule, double value, double usual, double distance, double scale) {
        if (rule.method() == ValueRule.Method.LOG_RATIO) {
            return nearest(distance, Math.max(CLEAR * TEN, SCALES * scale));
        }
        return value * usual > 0 ? nearest(StrictMath.log(value / usual), CLEAR * TEN) : OptionalInt.empty();
    }

    private static OptionalInt nearest(double logarithm, double clear) {
        int power = (int) Math.rint(logarithm / TEN);
        boolean isClear = Math.abs(logarithm - power * TEN) <= Math.min(TEN / 2, clear);
        return SLIPS.contains(power) && isClear ? OptionalInt.of(power) : OptionalInt.empty();
    }

    /** Whether it is as between units of measure: thousands, millions. */
    static boolean isOfUnits(int power) {
        return Math.abs(power) >= 3;
    }

    static FindingCode code(int power) {
        return isOfUnits(power) ? FindingCode.UNIT_OF_MEASURE_SUSPECTED : FindingCode.DECIMAL_SHIFT_SUSPECTED;
    }

    /** {@code ×1000} or {@code ÷10}. */
    static String text(int power) {
        return (power > 0 ? "×1" : "÷1") + "0".repeat(Math.abs(power));
    }
}
