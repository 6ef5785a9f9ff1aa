package vn.xephang.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a metric follows from others, or what it is weighted by. A numerator or denominator may be several metrics added
 * up, written {@code HG11+HG12}.
 *
 * @param numeratorMetricCode of a ratio; of a growth what grows; null for a mean
 * @param denominatorMetricCode of a ratio; of a mean its weights; null for a growth
 * @param factor what a quotient is multiplied by, such as 100 for percent
 */
public record DerivedMetric(
        String metricCode,
        Kind kind,
        String numeratorMetricCode,
        String denominatorMetricCode,
        BigDecimal factor,
        String source) {

    /** How. */
    public enum Kind {
        /** factor x numerator / denominator of one year. */
        RATIO,
        /** factor x (numerator - numerator of the year before) / numerator of the year before. */
        GROWTH,
        /** Delivered as it is; on another map the mean weighted by the denominator. */
        MEAN
    }

    /** What is added up for the numerator. */
    public List<String> numerators() {
        return addends(numeratorMetricCode);
    }

    /** What is added up for the denominator or the weights. */
    public List<String> denominators() {
        return addends(denominatorMetricCode);
    }

    /** Every metric that it is made of. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>(numerators());
        parts.addAll(denominators());
        return parts;
    }

    private static List<String> addends(String codes) {
        return codes == null ? List.of() : Arrays.asList(codes.split("\\+"));
    }
}
