package vn.xephang.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.xephang.model.LandingFile;
import vn.xephang.publish.Manifest;

/**
 * What a run has to do: the deliveries to read, and what of the served release can be taken over.
 *
 * @param standing every delivery that counts, in the order of the log
 * @param earlier the release whose unchanged years are taken over; empty when everything is made anew
 * @param fresh deliveries that the earlier release does not know
 * @param changedYears years touched by deliveries that were taken back
 */
record RunPlan(
        List<LandingFile> standing, Optional<Manifest> earlier, List<LandingFile> fresh, Set<Integer> changedYears) {

    /** @param isSameProgram whether declarations and program are those of the served release */
    static RunPlan of(List<LandingFile> standing, Optional<Manifest> served, boolean isSameProgram) {
        if (served.isEmpty() || !isSameProgram) {
            return new RunPlan(standing, Optional.empty(), standing, Set.of());
        }
        Map<String, Manifest.Input> known = new HashMap<>();
        served.get().inputs().forEach(input -> known.put(input.deliveryId(), input));
        List<LandingFile> fresh = standing.stream()
                .filter(delivery -> !known.containsKey(delivery.deliveryId()))
                .toList();
        standing.forEach(delivery -> known.remove(delivery.deliveryId()));
        Set<Integer> changed = new TreeSet<>();
        known.values().forEach(gone -> changed.addAll(gone.years()));
        boolean isTakenBack = !known.isEmpty();
        return new RunPlan(standing, served, fresh, isTakenBack && changed.isEmpty() ? Set.of(NO_YEAR) : changed);
    }

    /** Marks that something was taken back which held no value. */
    static final int NO_YEAR = Integer.MIN_VALUE;

    boolean isNothing() {
        return fresh.isEmpty() && changedYears.isEmpty() && (earlier.isPresent() || standing.isEmpty());
    }

    /** Years of the earlier release's deliveries. */
    Set<Integer> earlierYears() {
        Set<Integer> years = new TreeSet<>();
        earlier.ifPresent(manifest -> manifest.inputs().forEach(input -> years.addAll(input.years())));
        return years;
    }

    /**
     * Earlier deliveries that must be read again because a year of theirs changes, or one that looks back on it.
     *
     * @param isLookedBackOn whether files of a contract hold what the year after reads
     */
    List<LandingFile> alsoTouching(Set<Integer> years, Predicate<String> isLookedBackOn) {
        Set<String> touching = new HashSet<>();
        earlier.ifPresent(manifest -> manifest.inputs().stream()
                .filter(input -> input.years().stream()
                        .anyMatch(year -> years.contains(year)
                                || years.contains(year + 1) && isLookedBackOn.test(input.contractId())))
                .forEach(input -> touching.add(input.deliveryId())));
        return standing.stream()
                .filter(delivery -> touching.contains(delivery.deliveryId()))
                .toList();
    }
}
