package vn.xephang.rebase;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.rebase.Destinations.Branch;

/**
 * Follows territory through the changes of org units, later or earlier in time. Forwards a split divides, backwards a
 * merge does; each only as the caller allows.
 */
final class Territory {

    private final UnitFlows flows;
    private final String level;
    private final LocalDate target;
    private final Apportioning apportioning;
    private final Map<String, Destinations> followed = new HashMap<>();
    private final Map<LocalDate, Map<String, Rebased.Value>> weightsBefore = new HashMap<>();

    private Territory(UnitFlows flows, String level, LocalDate target, Apportioning apportioning) {
        this.flows = flows;
        this.level = level;
        this.target = target;
        this.apportioning = apportioning;
    }

    /** The units of the target date with what each is made of, in units of the source date. */
    static Moves moves(UnitFlows flows, String level, LocalDate source, LocalDate target, Apportioning apportioning) {
        Territory there = new Territory(flows, level, target, apportioning);
        SortedMap<String, SortedMap<String, Share>> parts = new TreeMap<>();
        SortedMap<String, String> lost = new TreeMap<>();
        for (String unit : flows.alive(level, source)) {
            Destinations destinations = there.follow(unit, source);
            destinations.units().forEach((to, share) -> parts.computeIfAbsent(to, none -> new TreeMap<>())
                    .put(unit, share));
            if (!destinations.lost().isEmpty()) {
                lost.put(unit, String.join("; ", destinations.lost().values()));
            }
        }
        Territory andBack = new Territory(flows, level, source, Apportioning.REFUSED);
        SortedMap<String, String> incomplete = new TreeMap<>();
        for (String unit : flows.alive(level, target)) {
            parts.computeIfAbsent(unit, none -> new TreeMap<>());
            SortedMap<String, String> elsewhere = andBack.follow(unit, target).lost();
            if (!elsewhere.isEmpty()) {
                incomplete.put(unit, String.join("; ", elsewhere.values()));
            }
        }
        return new Moves(source, target, parts, lost, incomplete);
    }

    private Destinations follow(String unit, LocalDate day) {
        return target.isBefore(day) ? back(unit, day) : forth(unit, day);
    }

    private Destinations forth(String unit, LocalDate day) {
        var next = flows.givenBy(unit, day, target).firstEntry();
        if (next == null) {
            return flows.isAlive(unit, target)
                    ? Destinations.whole(unit)
                    : Destinations.lost(
                            unit,
                            unit + " " + flows.life(unit) + " and no change says where it went; its series ends there");
        }
        return remembered(unit, next.getKey(), () -> split(unit, next.getKey(), next.getValue()));
    }

    private Destinations split(String unit, LocalDate on, List<OrgUnitChange> gifts) {
        Map<String, Map<String, BigDecimal>> families = UnitFlows.byFamily(gifts);
        if (families.isEmpty()) {
            return Destinations.lost(unit, closed(unit, on, gifts));
        }
        List<Branch> branches = new ArrayList<>();
        weights(unit, on, families).forEach((to, share) -> branches.add(new Branch(share, forth(to, on))));
        return Destinations.of(branches);
    }

    /** What part of the unit goes where. */
    private Map<String, Share> weights(String unit, LocalDate on, Map<String, Map<String, BigDecimal>> families) {
        Optional<String> family = families.containsKey(UnitFlows.ALL)
                ? Optional.of(UnitFlows.ALL)
                : apportioning.weightFamilies().stream()
                        .filter(known -> !known.equals(UnitFlows.UNKNOWN) && families.containsKey(known))
                        .findFirst();
        Map<String, Share> weights = new LinkedHashMap<>();
        if (family.isEmpty()) {
            Share why = new Share.Unknown(whyNotDivided(unit, on, families));
            families.values().forEach(to -> to.keySet().forEach(id -> weights.put(id, why)));
            return weights;
        }
        families.get(family.get()).forEach((to, weight) -> {
            if (weight.signum() > 0) {
                weights.put(to, known(weight, family.get()));
            }
        });
        return weights;
    }

    private static Share known(BigDecimal weight, String weightsCode) {
        return weight.compareTo(BigDecimal.ONE) == 0
                ? Share.WHOLE
                : new Share.Known(weight, new TreeSet<>(List.of(weightsCode)));
    }

    private static String whyNotDivided(String unit, LocalDate on, Map<String, Map<String, BigDecimal>> families) {
        String declared = families.keySet().stream().sorted().collect(Collectors.joining(", "));
        String into = families.values().stream()
                .flatMap(to -> to.keySet().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return unit + " was divided on " + on + " into " + into
                + (declared.equals(UnitFlows.UNKNOWN)
                        ? " by unknown shares"
                        : "; shares are declared by " + declared + " but may not be used here");
    }

    private static String closed(String unit, LocalDate on, List<OrgUnitChange> gifts) {
        String basis = gifts.stream()
                .map(OrgUnitChange::legalBasis)
                .filter(text -> text != null)
                .distinct()
                .collect(Collectors.joining("; "));
        return unit + " was closed on " + on + (basis.isEmpty() ? "" : " (" + basis + ")") + "; its series ends there";
    }

    private Destinations back(String unit, LocalDate day) {
        var last = flows.receivedBy(unit, target, day).lastEntry();
        if (last == null) {
            return flows.isAlive(unit, target)
                    ? Destinations.whole(unit)
                    : Destinations.lost(
                            unit,
                            unit + " " + flows.life(unit)
                                    + " and no change says what it was made of; its series begins there");
        }
        return remembered(unit, last.getKey(), () -> undo(unit, last.getKey(), last.getValue()));
    }

    private Destinations undo(String unit, LocalDate on, List<OrgUnitChange> received) {
        Map<String, Share> shares = new TreeMap<>();
        for (OrgUnitChange change : received) {
            if (change.fromOrgUnitId() != null) {
                shares.put(change.fromOrgUnitId(), given(change.fromOrgUnitId(), unit, on));
            }
        }
        if (shares.isEmpty()) {
            return Destinations.lost(unit, unit + " was opened on " + on + "; its series begins there");
        }
        List<Branch> branches = new ArrayList<>();
        sharesBack(unit, on, shares)
                .forEach((from, share) -> branches.add(new Branch(share, back(from, on.minusDays(1)))));
        return Destinations.of(branches);
    }

    /** What part of the giver the unit got. */
    private Share given(String giver, String unit, LocalDate on) {
        List<OrgUnitChange> gifts = flows.givenBy(giver, on.minusDays(1), on).get(on);
        return weights(giver, on, UnitFlows.byFamily(gifts))
                .getOrDefault(unit, new Share.Known(BigDecimal.ZERO, new TreeSet<>()));
    }

    /** What part of the merged unit goes back to each of those it came from. */
    private Map<String, Share> sharesBack(String unit, LocalDate on, Map<String, Share> given) {
        if (given.size() == 1) {
            return Map.of(given.keySet().iterator().next(), Share.WHOLE);
        }
        Optional<String> whyNot = whyNotUndone(unit, on, given);
        if (whyNot.isPresent()) {
            Share unknown = new Share.Unknown(whyNot.get());
            return given.keySet().stream().collect(Collectors.toMap(from -> from, from -> unknown));
        }
        Map<String, Share.Known> sizes = new TreeMap<>();
        given.forEach((from, share) -> sizes.put(from, size(from, on, (Share.Known) share)));
        BigDecimal sum = sizes.values().stream().map(Share.Known::fraction).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Share> back = new TreeMap<>();
        sizes.forEach((from, size) -> back.put(
                from,
                sum.signum() > 0
                        ? new Share.Known(size.fraction().divide(sum, MathContext.DECIMAL128), size.weightsCodes())
                        : new Share.Unknown(
                                unit + " was made on " + on + " of units whose weights add up to nothing")));
        return back;
    }

    /** Weight of what a unit gave, not yet divided by the whole. */
    private Share.Known size(String from, LocalDate on, Share.Known given) {
        Rebased.Value weight = weightsBefore(on).get(from);
        TreeSet<String> codes = new TreeSet<>(given.weightsCodes());
        codes.addAll(weight.weightsCodes());
        codes.add(apportioning.measured().orElseThrow().weightsCode());
        return new Share.Known(weight.value().multiply(given.fraction()), codes);
    }

    private Optional<String> whyNotUndone(String unit, LocalDate on, Map<String, Share> given) {
        for (Share share : given.values()) {
            if (share instanceof Share.Unknown unknown) {
                return Optional.of(unknown.why());
            }
        }
        String made = unit + " was made on " + on + " of " + String.join(", ", given.keySet());
        if (apportioning.measured().isEmpty()) {
            return Optional.of(made + "; without weights it cannot be divided again");
        }
        return given.keySet().stream()
                .filter(from -> !weightsBefore(on).containsKey(from))
                .findFirst()
                .map(from -> made + "; the weights "
                        + apportioning.measured().get().weightsCode() + " do not cover " + from);
    }

    /** The weights on the map of the day before, as far as they can be told. */
    private Map<String, Rebased.Value> weightsBefore(LocalDate on) {
        return weightsBefore.computeIfAbsent(on, day -> {
            Apportioning.Measured measured = apportioning.measured().orElseThrow();
            Moves moves = moves(
                    flows,
                    level,
                    measured.mapOn(),
                    day.minusDays(1),
                    new Apportioning(apportioning.weightFamilies(), Optional.empty()));
            Map<String, Rebased.Value> known = new HashMap<>();
            moves.targets().forEach(unit -> {
                if (Sums.of(moves, unit, measured.values()) instanceof Rebased.Value value) {
                    known.put(unit, value);
                }
            });
            return known;
        });
    }

    private Destinations remembered(String unit, LocalDate on, java.util.function.Supplier<Destinations> follow) {
        String key = unit + "@" + on;
        Destinations known = followed.get(key);
        if (known == null) {
            known = follow.get();
            followed.put(key, known);
        }
        return known;
    }
}
