package vn.xephang.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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

    private final List<Integer> steps;
    private final Function<List<Integer>, OptionalInt> value;
    private final Map<List<Integer>, OptionalInt> values = new HashMap<>();
    private final Map<List<Integer>, Sums> known = new HashMap<>();

    /** @param steps how many steps each factor has to take @param value of a state; empty where it has none */
    OrderFree(List<Integer> steps, Function<List<Integer>, OptionalInt> value) {
        this.steps = List.copyOf(steps);
        this.value = value;
    }

    /** Effects summed over all orders. @param orders how many there are; 0 when the change cannot be shared out */
    record Sums(long orders, List<Long> effects) {

        static Sums none(int factors) {
            return new Sums(0, Collections.nCopies(factors, 0L));
        }

        Sums plus(Sums other) {
            List<Long> sum = new ArrayList<>();
            for (int i = 0; i < effects.size(); i++) {
                sum.add(effects.get(i) + other.effects.get(i));
            }
            return new Sums(orders + other.orders, sum);
        }

        /** The same orders, each with one more step of a factor before it. */
        Sums after(int factor, int change) {
            List<Long> sum = new ArrayList<>(effects);
            sum.set(factor, sum.get(factor) + change * orders);
            return new Sums(orders, sum);
        }
    }

    Sums sums() {
        return from(Collections.nCopies(steps.size(), 0));
    }

    private Sums from(List<Integer> state) {
        Sums found = known.get(state);
        if (found == null) {
            found = valueOf(state).isEmpty() ? Sums.none(steps.size()) : onwards(state);
            known.put(state, found);
        }
        return found;
    }

    private Sums onwards(List<Integer> state) {
        if (state.equals(steps)) {
            return new Sums(1, Collections.nCopies(steps.size(), 0L));
        }
        Sums sums = Sums.none(steps.size());
        for (int factor = 0; factor < steps.size(); factor++) {
            if (state.get(factor) < steps.get(factor)) {
                List<Integer> next = new ArrayList<>(state);
                next.set(factor, state.get(factor) + 1);
                Sums rest = from(next);
                if (rest.orders() > 0) {
                    int change = valueOf(next).getAsInt() - valueOf(state).getAsInt();
                    sums = sums.plus(rest.after(factor, change));
                }
            }
        }
        return sums;
    }

    private OptionalInt valueOf(List<Integer> state) {
        return values.computeIfAbsent(state, value);
    }
}
