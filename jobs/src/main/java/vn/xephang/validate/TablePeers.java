package vn.xephang.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vn.xephang.schema.ValueRule;

/**
 * Figures of one metric, year and level within one table. A figure may be in another unit of measure when it lies far
 * outside those of all other units, and a thousandth, or a millionth, or a thousand times of it among them.
 */
final class TablePeers {

    private static final double SCALES_OUTSIDE = 5;
    private static final double SCALES_INSIDE = 3;

    /** Units differ in size, so figures of one table lie far apart, at least so far (natural logarithm). */
    private static final double LEAST_SCALE = 0.5;

    /** From the nearest other unit at least a factor of ten. */
    private static final double GAP = StrictMath.log(10);

    private static final int[] POWERS = {3, 6};
    private static final double TEN = StrictMath.log(10);

    private final ValueRule rule;

    TablePeers(ValueRule rule) {
        this.rule = rule;
    }

    /** A figure with the power of ten by which it is out. */
    record Out(Figure figure, List<Figure> others, int power) {}

    List<Out> among(List<Figure> table) {
        List<Out> out = new ArrayList<>();
        if (rule.leastPeers() == 0 || table.size() <= rule.leastPeers()) {
            return out;
        }
        double[] all = table.stream().mapToDouble(this::onScale).sorted().toArray();
        double low = all[0];
        double high = all[all.length - 1];
        double middle = all[all.length / 2];
        for (Figure figure : table) {
            // Only what stands at an end can lie outside all others.
            double at = onScale(figure);
            if (at == low && all[1] - low >= GAP || at == high && high - all[all.length - 2] >= GAP) {
                List<Figure> others =
                        table.stream().filter(other -> other != figure).toList();
                power(at, others, at > middle ? 1 : -1).ifPresent(power -> out.add(new Out(figure, others, power)));
            }
        }
        return out;
    }

    private OptionalInt power(double at, List<Figure> others, int sign) {
        double usual = Median.of(others.stream().mapToDouble(this::onScale));
        double scale = Math.max(
                LEAST_SCALE,
                Median.scale(others.stream().mapToDouble(this::onScale).map(other -> other - usual)));
        if (Math.abs(at - usual) < SCALES_OUTSIDE * scale
                || Math.max(at, usual) < StrictMath.log(Math.max(1, rule.least()))) {
            return OptionalInt.empty();
        }
        int nearest = 0;
        double rest = Double.MAX_VALUE;
        for (int power : POWERS) {
            double mended = Math.abs(at - sign * power * TEN - usual);
            if (mended < rest) {
                nearest = sign * power;
                rest = mended;
            }
        }
        return rest <= SCALES_INSIDE * scale ? OptionalInt.of(nearest) : OptionalInt.empty();
    }

    private double onScale(Figure figure) {
        return rule.onScale(figure.orZero().doubleValue());
    }
}
