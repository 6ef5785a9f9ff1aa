package vn.xephang.score;

import java.math.BigDecimal;
import java.util.Collection;

/** How finely figures are written, and how far off they may be because of it. */
final class Decimals {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Decimals() {}

    /** The most decimals that any of the figures has, trailing zeros apart. */
    static int most(Collection<BigDecimal> figures) {
        return figures.stream()
                .mapToInt(figure -> Math.max(0, figure.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    /** Half a unit of the last decimal: 2 decimals are off by at most 0.005. */
    static BigDecimal halfUnit(int decimals) {
        return HALF.movePointLeft(decimals);
    }
}
