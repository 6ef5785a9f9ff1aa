package vn.xephang.rebase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the caller lets divide a value where a unit was split, or where a merge is undone.
 *
 * @param weightFamilies families of declared weights of splits that may be used, the first that an event has counts
 * @param measured a metric whose values divide a merged unit among the units it came from; empty: it is not divided
 */
public record Apportioning(List<String> weightFamilies, Optional<Measured> measured) {

    /** Divides nothing: what published views use. */
    public static final Apportioning REFUSED = new Apportioning(List.of(), Optional.empty());

    public Apportioning {
        weightFamilies = List.copyOf(weightFamilies);
    }

    /** By the declared weights of these families, in order of preference. */
    public static Apportioning byFamilies(String... weightFamilies) {
        return new Apportioning(List.of(weightFamilies), Optional.empty());
    }

    /** The same, and merged units by what was measured of their parts. */
    public Apportioning andMeasured(Measured weights) {
        return new Apportioning(weightFamilies, Optional.of(weights));
    }

    /**
     * Values of an additive metric that serve as weights.
     *
     * @param weightsCode names metric and year
     * @param mapOn date whose units the values are of
     */
    public record Measured(String weightsCode, LocalDate mapOn, Map<String, BigDecimal> values) {}
}
