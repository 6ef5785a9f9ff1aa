package vn.xephang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * points = maximum x weighted mean of the shares that other criteria reached of their maximum.
 *
 * @param weights criterion -> weight
 */
public record WeightedMean(SortedMap<String, BigDecimal> weights) implements ScoringRule {

    static final String CODE = "weighted_mean";

    public WeightedMean {
        weights = new TreeMap<>(weights);
    }

    static WeightedMean read(Yaml criterion) {
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        for (Yaml part : criterion.maps("of")) {
            BigDecimal weight = part.decimal("weight");
            if (part.has("weight") && weight.signum() <= 0) {
                part.problem("weight", "Invalid weight " + weight + "; expected more than 0");
            }
            if (weights.put(part.text("criterion_code"), weight) != null) {
                part.problem("criterion_code", "Criterion '" + part.text("criterion_code") + "' stands twice");
            }
            part.refuseUnknownKeys(Set.of("criterion_code", "weight"));
        }
        if (weights.isEmpty()) {
            criterion.problem("of", "Missing 'of': the criteria of the mean");
        }
        return new WeightedMean(weights);
    }

    /**
     * The mean share, from the share of each criterion.
     *
     * @param shares criterion -> points / maximum, for each criterion of the mean
     */
    public BigDecimal mean(Map<String, BigDecimal> shares) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> part : weights.entrySet()) {
            sum = sum.add(part.getValue().multiply(shares.get(part.getKey())));
            all = all.add(part.getValue());
        }
        return sum.divide(all, CONTEXT);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        return Optional.of(measured.maxPoints().multiply(measured.value()).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    @Override
    public String canonical() {
        return CODE
                + weights.entrySet().stream()
                        .map(part -> " " + part.getKey() + "=" + CanonicalText.of(part.getValue()))
                        .collect(Collectors.joining());
    }
}
