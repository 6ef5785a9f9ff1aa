package vn.xephang.validate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sum that must hold between figures that are all there.
 *
 * @param rule how a message names the rule: {@code a = b + c}, {@code a: region = 14 province}
 * @param tolerance by how much total and sum may differ
 */
record Sum(Figure total, List<Figure> parts, String rule, BigDecimal tolerance) {

    /** Total less the sum of the parts. */
    BigDecimal difference() {
        return total.orZero().subtract(partsSum());
    }

    BigDecimal partsSum() {
        return parts.stream().map(Figure::orZero).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isBroken() {
        return difference().abs().compareTo(tolerance) > 0;
    }

    Stream<Figure> figures() {
        return Stream.concat(Stream.of(total), parts.stream());
    }

    /** By how much a figure of this sum is too large, if it alone is wrong. */
    BigDecimal excess(Figure figure) {
        return figure.equals(total) ? difference() : difference().negate();
    }

    /** {@code 954 ≠ 86 + 867 = 953 (+1)} when the parts are few, else {@code 954 ≠ 953 (+1)}. */
    String text() {
        return text("≠");
    }

    /** The same with the sign of what does not hold. */
    String text(String sign) {
        String sum = plain(partsSum());
        String sides = parts.size() > SHOWN_PARTS
                ? sum
                : String.join(
                                " + ",
                                parts.stream().map(part -> plain(part.orZero())).toList())
                        + (parts.size() > 1 ? " = " + sum : "");
        return plain(total.orZero()) + " " + sign + " " + sides + " (" + signed(difference()) + ")";
    }

    static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + plain(number);
    }

    /** Without exponent and trailing zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static final int SHOWN_PARTS = 4;
}
