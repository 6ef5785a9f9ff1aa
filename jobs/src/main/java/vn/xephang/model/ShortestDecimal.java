package vn.xephang.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back as the same double: what all published arithmetic starts from. Not
 * {@link Double#toString}, whose digits differ between JDK 17 and 19.
 */
public final class ShortestDecimal {

    private static final int SURE_DIGITS = 15;
    private static final int ALL_DIGITS = 17;

    private ShortestDecimal() {}

    /** The decimal, without trailing zeros. @throws IllegalArgumentException for NaN and infinities */
    public static BigDecimal of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Cannot write as a decimal: " + value);
        }
        if (value == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SURE_DIGITS; digits < ALL_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(ALL_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** The same as plain text without an exponent, such as {@code 7.5} or {@code 1200}. */
    public static String text(double value) {
        BigDecimal decimal = of(value);
        return decimal.scale() < 0 ? decimal.setScale(0).toPlainString() : decimal.toPlainString();
    }
}
