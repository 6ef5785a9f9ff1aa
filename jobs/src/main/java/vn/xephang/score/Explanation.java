package vn.xephang.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            List<Effect> effects,
            Orders orders)
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

    /**
     * Over which orders of the factors the effects are averaged.
     *
     * @param count those in which every state on the way can be computed
     * @param inAll all there are
     * @param notApplied why the others are left out
     * @param over third rules that the way leads over, where neither year's apply to both
     */
    record Orders(long count, long inAll, List<NotApplied> notApplied, List<String> over) {

        public Orders {
            notApplied = List.copyOf(notApplied);
            over = List.copyOf(over);
        }

        /** The orders in words, such as {@code rubric 2013 not on 2012}; empty when all are averaged over. */
        public Optional<String> rule() {
            String words = Stream.concat(
                            notApplied.stream()
                                    .map(not -> "rubric " + not.rubricCode() + " not on " + not.referenceYear()),
                            over.stream().map(code -> "over rubric " + code))
                    .collect(Collectors.joining("; "));
            return words.isEmpty() ? Optional.empty() : Optional.of(words);
        }
    }

    /** Rules that do not give every ranked unit of a year a total, so no state with both can be computed. */
    record NotApplied(String rubricCode, int referenceYear) {}

    /** The unit has no rank in that year. */
    record NoRank(int referenceYear) implements Explanation {}

    /** No rules can be applied to both years, so rules and values cannot be told apart. */
    record CannotTellApart(List<String> rulesOfFirst, List<String> rulesOfSecond) implements Explanation {

        public CannotTellApart {
            rulesOfFirst = List.copyOf(rulesOfFirst);
            rulesOfSecond = List.copyOf(rulesOfSecond);
        }
    }
}
