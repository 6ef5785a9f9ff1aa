package vn.xephang.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.xephang.score.Explanation.Effect;

/** Averages as fractions, and as decimals that add up to the same whole number. */
final class Effects {

    private static final int SCALE = 9;
    private static final BigInteger UNIT = BigInteger.TEN.pow(SCALE);

    private Effects() {}

    static List<Effect> of(OrderFree.Sums sums) {
        Map<Factor, BigInteger> decimals = decimals(sums);
        List<Effect> effects = new ArrayList<>();
        sums.effects()
                .forEach((factor, effect) -> effects.add(new Effect(
                        factor.code(), new BigDecimal(decimals.get(factor), SCALE), fraction(effect, sums.orders()))));
        return effects;
    }

    /** In billionths: all rounded down, then one more for those that lost most, until the whole is right again. */
    private static Map<Factor, BigInteger> decimals(OrderFree.Sums sums) {
        BigInteger orders = BigInteger.valueOf(sums.orders());
        Map<Factor, BigInteger> decimals = new EnumMap<>(Factor.class);
        Map<Factor, BigInteger> lost = new EnumMap<>(Factor.class);
        sums.effects().forEach((factor, effect) -> {
            BigInteger scaled = BigInteger.valueOf(effect).multiply(UNIT);
            lost.put(factor, scaled.mod(orders));
            decimals.put(factor, scaled.subtract(scaled.mod(orders)).divide(orders));
        });
        BigInteger lostInAll = lost.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        lost.entrySet().stream()
                .sorted(Map.Entry.<Factor, BigInteger>comparingByValue().reversed())
                .limit(lostInAll.divide(orders).longValueExact())
                .forEach(entry -> decimals.merge(entry.getKey(), BigInteger.ONE, BigInteger::add));
        return decimals;
    }

    private static String fraction(long numerator, long denominator) {
        long common = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        return denominator == common
                ? Long.toString(numerator / common)
                : numerator / common + "/" + denominator / common;
    }
}
