package vn.xephang.score;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Shares a change out to the factors that made it, without preferring an order: the change that a factor's step makes,
 * averaged over every order of steps in which each state on the way has a value. When all states have one, this is the
 * Shapley value; when some have none, the Shapley value under precedence constraints (Faigle and Kern 1992). Effects
 * add up to the whole change in each order, hence on average.
 *
 * <p>A state says how many steps each factor has taken.
 */
final class OrderFree {

    private final Map<Factor, Integer> steps;
    private final Function<Map<Factor, Integer>, OptionalInt> value;
    private final Map<Map<Factor, Integer>, OptionalInt> values = new HashMap<>();
    private final Map<Map<Factor, Integer>, Sums> known = new HashMap<>();

    /**
     * A change to share out.
     *
     * @param steps how many steps each factor has to take
     * @param value of a state; empty where it has none
     */
    OrderFree(Map<Factor, Integer> steps, Function<Map<Factor, Integer>, OptionalInt> value) {
        this.steps = new EnumMap<>(steps);
        this.value = value;
    }

    /**
     * Effects summed over all orders.
     *
     * @param orders how many there are; 0 when the change cannot be shared out
     */
    record Sums(long orders, Map<Factor, Long> effects) {

        static Sums of(long orders) {
            return new Sums(orders, all(0L));
        }

        Sums plus(Sums other) {
            Map<Factor, Long> sum = new EnumMap<>(effects);
            other.effects.forEach((factor, effect) -> sum.merge(factor, effect, Long::sum));
            return new Sums(orders + other.orders, sum);
        }

        /** The same orders, each with one more step of a factor before it. */
        Sums after(Factor factor, int change) {
            Map<Factor, Long> sum = new EnumMap<>(effects);
            sum.merge(factor, change * orders, Long::sum);
            return new Sums(orders, sum);
        }
    }

    Sums sums() {
        return from(all(0));
    }

    /** How many orders there are when every state has a value: steps of one factor keep their order. */
    long ordersInAll() {
        long orders = 1;
        int taken = 0;
        for (int ofFactor : steps.values()) {
            for (int step = 1; step <= ofFactor; step++) {
                taken++;
                orders = orders * taken / step;
            }
        }
        return orders;
    }

    private Sums from(Map<Factor, Integer> state) {
        Sums found = known.get(state);
        if (found == null) {
            found = valueOf(state).isEmpty() ? Sums.of(0) : onwards(state);
            known.put(state, found);
        }
        return found;
    }

    private Sums onwards(Map<Factor, Integer> state) {
        if (state.equals(steps)) {
            return Sums.of(1);
        }
        Sums sums = Sums.of(0);
        for (Factor factor : Factor.values()) {
            if (state.get(factor) < steps.get(factor)) {
                Map<Factor, Integer> next = new EnumMap<>(state);
                next.merge(factor, 1, Integer::sum);
                Sums rest = from(next);
                if (rest.orders() > 0) {
                    int change = valueOf(next).getAsInt() - valueOf(state).getAsInt();
                    sums = sums.plus(rest.after(factor, change));
                }
            }
        }
        return sums;
    }

    private OptionalInt valueOf(Map<Factor, Integer> state) {
        return values.computeIfAbsent(state, value);
    }

    private static <V> Map<Factor, V> all(V value) {
        Map<Factor, V> all = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            all.put(factor, value);
        }
        return all;
    }
}
