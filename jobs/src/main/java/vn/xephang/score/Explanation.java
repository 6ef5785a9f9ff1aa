package vn.xephang.score;

import java.math.BigDecimal;
import java.util.List;

/** Why the rank of a unit changed between two years, or why that cannot be told. */
public sealed interface Explanation {

    /**
     * The change, shared out.
     *
     * @param effects one per factor, in the order of {@link Factor}; they add up to the rank change exactly
     */
    record Explained(
            String scorecardCode,
            String orgUnitId,
            int fromYear,
            int toYear,
            int fromRank,
            int fromRankOf,
            int toRank,
            int toRankOf,
            List<Effect> effects)
            implements Explanation {

        public Explained {
            effects = List.copyOf(effects);
        }

        /** Positive: climbed. */
        public int rankChange() {
            return fromRank - toRank;
        }
    }

    /**
     * What one factor did, in places; positive: it made the unit climb.
     *
     * @param rankEffect nine decimals, rounded so that the effects of a change still add up to it
     * @param fraction the same, exact, in lowest terms, such as {@code -7/12} or {@code 3}
     */
    record Effect(String factorCode, BigDecimal rankEffect, String fraction) {}

    /** The unit has no rank in that year. */
    record NoRank(int referenceYear) implements Explanation {}

    /**
     * No rules can be applied to both years, so rules and values cannot be told apart.
     *
     * @param refused which rules cannot be applied to which of the two years
     */
    record CannotTellApart(List<RefusedReplay> refused) implements Explanation {

        public CannotTellApart {
            refused = List.copyOf(refused);
        }
    }
}
