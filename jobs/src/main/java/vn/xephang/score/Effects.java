package vn.xephang.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.xephang.score.Explanation.Effect;

/** Averages as fractions, and as decimals that add up to the same whole number. */
final class Effects {

    private static final int SCALE = 9;
    private static final BigInteger UNIT = BigInteger.TEN.pow(SCALE);

    private Effects() {}

    static List<Effect> of(OrderFree.Sums sums) {
        List<BigInteger> decimals = decimals(sums);
        List<Effect> effects = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            int i = factor.ordinal();
            effects.add(new Effect(
                    factor.code(),
                    new BigDecimal(decimals.get(i), SCALE),
                    fraction(sums.effects().get(i), sums.orders())));
        }
        return effects;
    }

    /** In billionths: all rounded down, then one more for those that lost most, until the whole is right again. */
    private static List<BigInteger> decimals(OrderFree.Sums sums) {
        BigInteger orders = BigInteger.valueOf(sums.orders());
        List<BigInteger> floors = new ArrayList<>();
        List<BigInteger> lost = new ArrayList<>();
        BigInteger lostInAll = BigInteger.ZERO;
        for (long effect : sums.effects()) {
            BigInteger scaled = BigInteger.valueOf(effect).multiply(UNIT);
            BigInteger rest = scaled.mod(orders);
            floors.add(scaled.subtract(rest).divide(orders));
            lost.add(rest);
            lostInAll = lostInAll.add(rest);
        }
        IntStream.range(0, floors.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> lost.get(i)).reversed())
                .limit(lostInAll.divide(orders).longValueExact())
                .forEach(i -> floors.set(i, floors.get(i).add(BigInteger.ONE)));
        return floors;
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
