package vn.xephang.schema;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.xephang.model.Period;

/**
 * A relation between figures that must hold, from {@code schemas/checks/<check_id>.yaml}. A relation that does not
 * hold is a warning and never blocks.
 */
public sealed interface ControlRule extends Serializable {

    Scope scope();

    /** The figure on the left: the total, or what must not exceed the rest. */
    String metricCode();

    /** By how much the two sides may differ, in the metric's unit of measure; zero or more. */
    BigDecimal tolerance();

    /** Every metric that the rule reads. */
    Set<String> metricCodes();

    /** A metric of a unit is the sum of other metrics of the same unit: C2 = C3 + C5. */
    record Parts(Scope scope, String metricCode, List<String> partCodes, BigDecimal tolerance) implements ControlRule {

        @Override
        public Set<String> metricCodes() {
            return Stream.concat(Stream.of(metricCode), partCodes.stream()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A metric of a unit is not more than the sum of other metrics of the same unit: C4 <= C3. */
    record AtMost(Scope scope, String metricCode, List<String> limitCodes, BigDecimal tolerance)
            implements ControlRule {

        @Override
        public Set<String> metricCodes() {
            return Stream.concat(Stream.of(metricCode), limitCodes.stream()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A metric of a unit of one level is the sum over the units of a lower level below it. */
    record RollUp(Scope scope, String metricCode, String fromLevel, String toLevel, BigDecimal tolerance)
            implements ControlRule {

        @Override
        public Set<String> metricCodes() {
            return Set.of(metricCode);
        }
    }

    /**
     * What the rules of one file share.
     *
     * @param isMissingZero a figure that the source marks as missing counts as 0 in sums
     * @param mapOn day whose parents count, {@code {year}} standing for the reference year; empty: the period's last
     */
    record Scope(String checkId, boolean isMissingZero, String mapOn) implements Serializable {

        /** The day on which units hang under their parents. */
        public LocalDate mapOn(int year, String periodCode) {
            return mapOn.isEmpty()
                    ? Period.of(periodCode, year).endOn()
                    : LocalDate.parse(mapOn.replace(LandingContract.YEAR, "" + year));
        }
    }
}
