package vn.xephang.rebase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A value on another map, or why there is none. */
public sealed interface Rebased {

    /**
     * @param weightsCodes the weights that it was estimated with; empty: exact
     */
    record Value(BigDecimal value, SortedSet<String> weightsCodes) implements Rebased {

        public boolean isEstimated() {
            return !weightsCodes.isEmpty();
        }

        /** As it stands in tables; empty where nothing was estimated. */
        public Optional<String> weightsCode() {
            return isEstimated() ? Optional.of(String.join(", ", weightsCodes)) : Optional.empty();
        }
    }

    /** Parts without a value: never silently left out of a sum. */
    record Missing(List<String> orgUnitIds) implements Rebased {

        public Missing {
            orgUnitIds = List.copyOf(orgUnitIds);
        }
    }

    /** It cannot be told honestly. */
    record Refused(String why) implements Rebased {}
}
