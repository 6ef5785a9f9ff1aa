package vn.xephang.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Parts of a whole rounded for reading, so that they still add up to it. */
public final class Rounded {

    private Rounded() {}

    /** All rounded down, then one more of the last decimal for those that lost most. */
    public static List<BigDecimal> parts(List<BigDecimal> parts, int scale) {
        List<BigDecimal> rounded = new ArrayList<>(parts.stream()
                .map(part -> part.setScale(scale, RoundingMode.FLOOR))
                .toList());
        BigDecimal lost = sum(parts).subtract(sum(rounded)).setScale(scale, RoundingMode.HALF_EVEN);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i).subtract(rounded.get(i)))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(lost.movePointRight(scale).longValueExact())
                .forEach(i -> rounded.set(i, rounded.get(i).add(unit)));
        return List.copyOf(rounded);
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
