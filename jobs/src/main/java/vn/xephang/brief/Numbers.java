package vn.xephang.brief;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a reader writes them: 1.234,5 in Vietnamese, 1,234.5 in English. */
final class Numbers {

    static final int POINT_DECIMALS = 2;

    private static final BigDecimal SMALL = new BigDecimal("0.1");
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DecimalFormatSymbols symbols;

    Numbers(Language language) {
        symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(language.of(",", ".").charAt(0));
        symbols.setGroupingSeparator(language.of(".", ",").charAt(0));
        symbols.setMinusSign('\u2212');
    }

    /** With two decimals; what would then show as nothing, with two digits. */
    String points(BigDecimal points) {
        return isSmall(points) ? inText(points) : fixed(points, POINT_DECIMALS);
    }

    /** As {@link #points}, without zeros at the end. */
    String inText(BigDecimal points) {
        return plain(
                isSmall(points) ? points.round(TWO_DIGITS) : points.setScale(POINT_DECIMALS, RoundingMode.HALF_UP));
    }

    private static boolean isSmall(BigDecimal points) {
        return points.signum() != 0 && points.abs().compareTo(SMALL) < 0;
    }

    /** Every digit that it has. */
    String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return fixed(stripped, Math.max(0, stripped.scale()));
    }

    /** With a sign, also before what is positive. */
    String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + plain(number);
    }

    /** A share as percent, one decimal. */
    String percent(BigDecimal part, BigDecimal whole) {
        return fixed(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP), 1) + " %";
    }

    String fixed(BigDecimal number, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
