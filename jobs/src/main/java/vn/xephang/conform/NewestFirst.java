package vn.xephang.conform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import vn.xephang.model.ConformedValue;

/**
 * Decides what is newest among all values ever delivered under one key (target, unit, year, period): the
 * form that takes precedence, then the highest vintage, then the latest delivery. Of two sources without declared
 * precedence the code decides, never arrival. A key that one delivery gives twice is not used from that delivery: which of the
 * two is right cannot be known.
 */
public final class NewestFirst {

    private NewestFirst() {}

    /**
     * One value with its place in the history of its key.
     *
     * @param supersededBy order of the delivery whose value took its place; empty while it is the newest
     */
    public record Settled(ConformedValue value, Optional<Integer> supersededBy) {}

    /**
     * The newest value, then the ones it left behind in the order they were delivered.
     *
     * <p>A value is superseded from the moment that it and the first of those above it had both arrived: a late
     * preliminary figure at once, an early one by the official figure, not by the preliminary one after it.
     *
     * @param sameKey all values of one key, in any order
     */
    public static List<Settled> settle(List<ConformedValue> sameKey) {
        return settle(sameKey, none -> "");
    }

    /** @param sourceOf source code of a delivery by its order */
    static List<Settled> settle(List<ConformedValue> sameKey, IntFunction<String> sourceOf) {
        List<ConformedValue> usable = withoutRepeats(sameKey);
        usable.sort(newestFirst(sourceOf));
        List<Settled> settled = new ArrayList<>();
        int newerSince = Integer.MAX_VALUE;
        for (ConformedValue value : usable) {
            settled.add(new Settled(
                    value,
                    newerSince == Integer.MAX_VALUE
                            ? Optional.empty()
                            : Optional.of(Math.max(value.deliveryOrder(), newerSince))));
            newerSince = Math.min(newerSince, value.deliveryOrder());
        }
        settled.sort(Comparator.comparing((Settled one) -> one.supersededBy().isPresent())
                .thenComparing(one -> one.value().dataVintage())
                .thenComparingInt(one -> one.value().deliveryOrder()));
        return settled;
    }

    private static Comparator<ConformedValue> newestFirst(IntFunction<String> sourceOf) {
        return Comparator.comparingInt(ConformedValue::precedence)
                .thenComparingInt(value -> -vintageOrder(value.dataVintage()))
                .thenComparing(value -> sourceOf.apply(value.deliveryOrder()))
                .thenComparing(
                        Comparator.comparingInt(ConformedValue::deliveryOrder).reversed());
    }

    /** {@code received_at} of the delivery that superseded a value. */
    public static Instant supersededAt(Settled settled, List<Instant> receivedAt) {
        return settled.supersededBy().map(receivedAt::get).orElse(null);
    }

    private static List<ConformedValue> withoutRepeats(List<ConformedValue> values) {
        Set<Integer> once = new HashSet<>();
        Set<Integer> twice = new HashSet<>();
        values.forEach(value -> {
            if (!once.add(value.deliveryOrder())) {
                twice.add(value.deliveryOrder());
            }
        });
        List<ConformedValue> usable = new ArrayList<>(values);
        usable.removeIf(value -> twice.contains(value.deliveryOrder()));
        return usable;
    }

    private static int vintageOrder(String dataVintage) {
        return switch (dataVintage) {
            case "preliminary" -> 0;
            case "estimate" -> 1;
            case "official" -> 2;
            default -> throw new IllegalArgumentException("Unknown data vintage '" + dataVintage + "'");
        };
    }
}
