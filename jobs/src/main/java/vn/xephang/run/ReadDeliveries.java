package vn.xephang.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.conform.Conformed;
import vn.xephang.model.Blocks;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;
import vn.xephang.publish.Manifest;
import vn.xephang.schema.LookBack;

/** What reading deliveries gave: their summaries for the manifest, and values when they were read on the driver. */
final class ReadDeliveries {

    private final List<LandingFile> standing;
    private final List<ConformedValue> values = new ArrayList<>();
    private final Map<String, List<Finding>> findings = new LinkedHashMap<>();
    private final Map<String, Conformed.End> ends = new LinkedHashMap<>();

    /** @param standing all deliveries in the order of the log: an item names its delivery by its place there */
    ReadDeliveries(List<LandingFile> standing) {
        this.standing = standing;
    }

    /** Takes everything that a delivery yields. */
    void addAll(Iterator<Conformed> items) {
        items.forEachRemaining(this::add);
    }

    void add(Conformed item) {
        if (item instanceof Conformed.Value value) {
            values.add(value.value());
        } else if (item instanceof Conformed.Refused refused) {
            findings.computeIfAbsent(refused.finding().deliveryId(), none -> new ArrayList<>())
                    .add(refused.finding());
        } else if (item instanceof Conformed.End end) {
            ends.put(standing.get(end.deliveryOrder()).deliveryId(), end);
        }
    }

    /** The values of these years, and what they read of the year before. */
    List<ConformedValue> values(Set<Integer> years, LookBack lookBack) {
        List<ConformedValue> wanted = new ArrayList<>();
        values.forEach(value -> addTo(wanted, value, years, lookBack));
        return wanted;
    }

    /** Adds a value once for its own year, and once for the year after where that reads it. */
    static void addTo(List<ConformedValue> wanted, ConformedValue value, Set<Integer> years, LookBack lookBack) {
        if (years.contains(value.referenceYear())) {
            wanted.add(value);
        }
        if (years.contains(value.referenceYear() + 1) && lookBack.reads(value.target())) {
            wanted.add(value.forYearAfter());
        }
    }

    /** Contract of a delivery that was read. */
    String contractId(LandingFile delivery) {
        return ends.get(delivery.deliveryId()).contractId();
    }

    boolean hasRead(LandingFile delivery) {
        return ends.containsKey(delivery.deliveryId());
    }

    /** Reference years of these deliveries. */
    Set<Integer> years(List<LandingFile> deliveries) {
        Set<Integer> years = new TreeSet<>();
        deliveries.forEach(
                delivery -> years.addAll(ends.get(delivery.deliveryId()).years()));
        return years;
    }

    List<Finding> findings(List<LandingFile> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> findings.getOrDefault(delivery.deliveryId(), List.of()).stream())
                .toList();
    }

    int findingCount() {
        return findings.values().stream().mapToInt(List::size).sum();
    }

    int cellCount() {
        return ends.values().stream().mapToInt(Conformed.End::cellCount).sum();
    }

    /** The delivery as the manifest keeps it. */
    Manifest.Input input(LandingFile delivery) {
        List<Finding> found = findings.getOrDefault(delivery.deliveryId(), List.of());
        Conformed.End end = ends.get(delivery.deliveryId());
        boolean isRefused = end.years().isEmpty()
                || found.stream().anyMatch(finding -> finding.code().blocks() == Blocks.FILE);
        return new Manifest.Input(
                delivery.deliveryId(),
                delivery.sourceCode(),
                delivery.landingFile(),
                delivery.sha256(),
                delivery.sizeBytes(),
                delivery.receivedAt().toString(),
                isRefused ? "quarantined" : "accepted",
                end.contractId(),
                end.cellCount(),
                end.years(),
                found.stream()
                        .map(finding -> new Manifest.Found(
                                finding.code(),
                                finding.sheet(),
                                finding.cell(),
                                finding.referenceYear(),
                                finding.found(),
                                finding.expected()))
                        .toList());
    }
}
