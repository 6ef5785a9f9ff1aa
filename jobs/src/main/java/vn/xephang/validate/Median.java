package vn.xephang.validate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The middle of numbers, and how far the others lie from it; up to half of them may be anything. */
final class Median {

    /** Makes the median absolute deviation the standard deviation of normal numbers. */
    private static final double SCALE = 1.4826;

    private Median() {}

    /** @param numbers at least one; of an even number the mean of the middle two */
    static double of(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Scaled median of the distances from zero; 0 without any. */
    static double scale(DoubleStream deviations) {
        double[] distances = deviations.map(Math::abs).toArray();
        return distances.length == 0 ? 0 : SCALE * of(Arrays.stream(distances));
    }

    /** The same middle, exact. */
    static BigDecimal of(List<BigDecimal> numbers) {
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2));
    }
}
