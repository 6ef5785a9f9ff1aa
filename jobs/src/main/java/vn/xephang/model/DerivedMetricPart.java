package vn.xephang.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One metric that a derived metric is made of, or weighted by.
 *
 * @param derivationKind ratio, growth or mean
 * @param partRole numerator or denominator
 */
public record DerivedMetricPart(
        String metricCode,
        String derivationKind,
        BigDecimal factor,
        String partRole,
        String partMetricCode,
        String source) {

    /** All parts of a derived metric. */
    public static List<DerivedMetricPart> of(DerivedMetric rule) {
        return Stream.concat(
                        rule.numerators().stream().map(part -> of(rule, "numerator", part)),
                        rule.denominators().stream().map(part -> of(rule, "denominator", part)))
                .toList();
    }

    private static DerivedMetricPart of(DerivedMetric rule, String role, String part) {
        return new DerivedMetricPart(
                rule.metricCode(),
                rule.kind().name().toLowerCase(Locale.ROOT),
                rule.factor(),
                role,
                part,
                rule.source());
    }
}
