package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a scoring rule is given for one unit and criterion.
 *
 * @param value of the criterion's metric, in its unit of measure; for {@code weighted_mean} the mean share of the
 *     maximum of other criteria; for {@code entered} the points entered
 * @param maxPoints attainable for the criterion
 * @param target of the unit for the metric; empty where none is declared
 * @param evidence how many proofs were handed in; empty where none are counted
 * @param all the values of every participant that has one, this unit's among them
 */
public record Measured(
        BigDecimal value,
        BigDecimal maxPoints,
        Optional<BigDecimal> target,
        Optional<BigDecimal> evidence,
        List<BigDecimal> all) {

    /** A value by itself. */
    public static Measured of(BigDecimal value, BigDecimal maxPoints) {
        return new Measured(value, maxPoints, Optional.empty(), Optional.empty(), List.of(value));
    }
}
