package vn.xephang.rebase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the territory of one unit lies on another date.
 *
 * @param units unit of that date -> the share of the old unit that is in it
 * @param lost parts of which nothing is known at that date -> why
 */
record Destinations(SortedMap<String, Share> units, SortedMap<String, String> lost) {

    private static final Share NOTHING = new Share.Known(BigDecimal.ZERO, new TreeSet<>());

    /** A part of the unit and where that part lies. */
    record Branch(Share share, Destinations destinations) {}

    static Destinations whole(String unit) {
        return new Destinations(new TreeMap<>(Map.of(unit, Share.WHOLE)), new TreeMap<>());
    }

    static Destinations lost(String unit, String why) {
        return new Destinations(new TreeMap<>(), new TreeMap<>(Map.of(unit, why)));
    }

    /** The parts together, which are the whole unit. */
    static Destinations of(List<Branch> branches) {
        SortedMap<String, Share> units = new TreeMap<>();
        SortedMap<String, String> lost = new TreeMap<>();
        for (Branch branch : branches) {
            branch.destinations().lost.forEach(lost::putIfAbsent);
            branch.destinations().units.keySet().forEach(unit -> units.put(unit, NOTHING));
        }
        Optional<Share> unknown = branches.stream()
                .map(Branch::share)
                .filter(Share.Unknown.class::isInstance)
                .findFirst();
        units.replaceAll((unit, none) ->
                unknown.isPresent() ? wherePartsAgree(unit, branches).orElse(unknown.get()) : together(unit, branches));
        return new Destinations(units, lost);
    }

    private static Share together(String unit, List<Branch> branches) {
        Share sum = null;
        for (Branch branch : branches) {
            Share inUnit = branch.destinations().units.get(unit);
            if (inUnit != null) {
                Share part = inUnit.of((Share.Known) branch.share());
                sum = sum == null ? part : sum.plus(part);
            }
        }
        return sum;
    }

    /** Parts of unknown size still have a known sum where the same share of each lies in the unit. */
    private static Optional<Share> wherePartsAgree(String unit, List<Branch> branches) {
        List<Share> shares = new ArrayList<>();
        for (Branch branch : branches) {
            Share share = branch.destinations().units.get(unit);
            if (!(share instanceof Share.Known)) {
                return Optional.empty();
            }
            shares.add(share);
        }
        Share.Known first = (Share.Known) shares.get(0);
        if (!shares.stream().allMatch(first::isSameAs)) {
            return Optional.empty();
        }
        Share codes = shares.stream().reduce(Share::plus).orElseThrow();
        return Optional.of(new Share.Known(first.fraction(), ((Share.Known) codes).weightsCodes()));
    }
}
