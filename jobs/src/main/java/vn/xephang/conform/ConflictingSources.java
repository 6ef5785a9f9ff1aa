package vn.xephang.conform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Target;
import vn.xephang.model.YearFinding;

/** Sources whose newest values of one key differ while no contract says which of them takes precedence. */
final class ConflictingSources {

    private ConflictingSources() {}

    /**
     * The finding, at the value that is served.
     *
     * @param settled all values of one key
     * @param deliveries in the order of the log
     */
    static Optional<YearFinding> among(List<NewestFirst.Settled> settled, List<LandingFile> deliveries) {
        if (settled.size() < 2 || !(Target.of(settled.get(0).value().target()) instanceof Target.OfMetric)) {
            return Optional.empty();
        }
        ConformedValue served = settled.get(0).value();
        Map<String, ConformedValue> newest = newestBySource(settled, deliveries);
        newest.values()
                .removeIf(value -> value.precedence() != served.precedence()
                        || !value.dataVintage().equals(served.dataVintage()));
        boolean isOne = newest.values().stream().allMatch(value -> Objects.equals(value.value(), served.value()));
        return isOne ? Optional.empty() : Optional.of(finding(served, newest, deliveries));
    }

    private static Map<String, ConformedValue> newestBySource(
            List<NewestFirst.Settled> settled, List<LandingFile> deliveries) {
        Map<String, ConformedValue> newest = new LinkedHashMap<>();
        settled.forEach(one -> newest.merge(
                deliveries.get(one.value().deliveryOrder()).sourceCode(),
                one.value(),
                (a, b) -> a.deliveryOrder() > b.deliveryOrder() ? a : b));
        return newest;
    }

    private static YearFinding finding(
            ConformedValue served, Map<String, ConformedValue> newest, List<LandingFile> deliveries) {
        String found = newest.entrySet().stream()
                .map(source -> source.getKey() + " " + source.getValue().valueAsDelivered())
                .sorted()
                .collect(Collectors.joining(", "));
        return YearFinding.of(Finding.at(
                FindingCode.CONFLICTING_SOURCES,
                deliveries.get(served.deliveryOrder()),
                served.cellRef(),
                served.referenceYear(),
                served.target() + " " + served.orgUnitId() + ": " + found,
                ""));
    }
}
