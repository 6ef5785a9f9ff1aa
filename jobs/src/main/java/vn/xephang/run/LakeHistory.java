package vn.xephang.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.xephang.model.Lake;
import vn.xephang.model.ReleaseHistoryRow;
import vn.xephang.model.RunRow;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ReleaseStore;
import vn.xephang.publish.WrittenFile;

/**
 * What happened in the lake before and up to the release that is being made. A run that comes later, or fails, cannot
 * stand in it: its record does.
 */
final class LakeHistory {

    /** About two weeks of a run every ten minutes. */
    static final int NEWEST_RUNS = 2_000;

    static final int NEWEST_RELEASES = 100;

    private static final String ENDING = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lake lake;
    private final ReleaseStore store;

    LakeHistory(Lake lake, ReleaseStore store) {
        this.lake = lake;
        this.store = store;
    }

    /** The newest runs that have a record, and the one that is under way, as far as it is known. */
    List<RunRow> runs(RunRecord underWay, RunOutcome outcome) {
        List<Path> records = records();
        List<RunRow> rows = new ArrayList<>();
        records.subList(Math.max(0, records.size() - NEWEST_RUNS), records.size())
                .forEach(record -> rows.add(run(record)));
        rows.removeIf(row -> row.runId().equals(underWay.runId()));
        rows.add(new RunRow(
                underWay.runId(),
                underWay.startedAt(),
                null,
                RunRecord.PUBLISHED,
                null,
                outcome.releaseId().orElse(null),
                outcome.isServed(),
                outcome.arrived().size(),
                outcome.newFindings().size(),
                outcome.quarantinedCount(),
                Versions.xephang(),
                null));
        return rows;
    }

    /** The newest releases that are kept and whose manifest can be read, and the one that is being made. */
    List<ReleaseHistoryRow> releases(Manifest made) {
        List<String> ids = store.ids();
        Map<String, Manifest> kept = new TreeMap<>();
        ids.subList(Math.max(0, ids.size() - NEWEST_RELEASES), ids.size())
                .forEach(id -> manifest(id).ifPresent(manifest -> kept.put(id, manifest)));
        kept.put(made.releaseId(), made);
        List<ReleaseHistoryRow> rows = new ArrayList<>();
        Optional<Manifest> before = Optional.empty();
        for (Manifest manifest : kept.values()) {
            rows.add(release(manifest, before));
            before = Optional.of(manifest);
        }
        return rows;
    }

    /** Empty where it cannot be read: a damaged old release must not keep a new one from being made. */
    private Optional<Manifest> manifest(String releaseId) {
        try {
            return Optional.of(Manifest.read(store.folder(releaseId)));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private List<Path> records() {
        if (!Files.isDirectory(lake.runs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lake.runs())) {
            return files.filter(file -> startedAt(file).isPresent()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + lake.runs(), e);
        }
    }

    private static RunRow run(Path record) {
        try {
            JsonNode json = JSON.readTree(record.toFile());
            if (!RunRecord.OUTCOMES.contains(json.required("outcome").asText())) {
                return unreadable(record);
            }
            return new RunRow(
                    runId(record),
                    Instant.parse(json.required("started_at").asText()),
                    Instant.parse(json.required("ended_at").asText()),
                    json.required("outcome").asText(),
                    json.hasNonNull("exit_code") ? json.get("exit_code").intValue() : null,
                    json.path("release_id").textValue(),
                    json.hasNonNull("is_served") ? json.get("is_served").booleanValue() : null,
                    json.path("arrived_count").intValue(),
                    json.path("new_finding_count").intValue(),
                    json.path("quarantined_count").intValue(),
                    json.path("xephang_version").textValue(),
                    json.path("message").textValue());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return unreadable(record);
        }
    }

    /** Half a record, as a full disk leaves it, is told too. */
    private static RunRow unreadable(Path record) {
        return new RunRow(
                runId(record),
                startedAt(record).orElseThrow(),
                null,
                "unreadable",
                null,
                null,
                null,
                0,
                0,
                0,
                null,
                "Cannot read runs/" + record.getFileName());
    }

    private static String runId(Path record) {
        String name = record.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** Empty where the name is none of a record. */
    private static Optional<Instant> startedAt(Path file) {
        return file.getFileName().toString().endsWith(ENDING) ? RunRecord.startOf(runId(file)) : Optional.empty();
    }

    private static ReleaseHistoryRow release(Manifest manifest, Optional<Manifest> before) {
        return new ReleaseHistoryRow(
                manifest.releaseId(),
                Instant.parse(manifest.publishedAt()),
                before.map(Manifest::releaseId).orElse(null),
                manifest.inputs().size(),
                Manifest.waitingCount(manifest.inputs()),
                before.map(earlier -> missing(manifest, earlier)).orElse(null),
                before.map(earlier -> missing(earlier, manifest)).orElse(null),
                before.map(earlier -> changed(manifest.declarations(), earlier.declarations()))
                        .orElse(null),
                rows(manifest, "observation/"),
                (int) manifest.outputs().stream()
                        .filter(file -> file.path().startsWith("rank/"))
                        .count(),
                rows(manifest, "finding/") + rows(manifest, "year_finding/"),
                manifest.xephangVersion(),
                manifest.isSynthetic());
    }

    private static long rows(Manifest manifest, String folder) {
        return manifest.outputs().stream()
                .filter(file -> file.path().startsWith(folder))
                .mapToLong(WrittenFile::rowCount)
                .sum();
    }

    /** Deliveries of one that the other does not have. */
    private static int missing(Manifest one, Manifest other) {
        Set<String> others =
                other.inputs().stream().map(Manifest.Input::deliveryId).collect(Collectors.toSet());
        return (int) one.inputs().stream()
                .filter(input -> !others.contains(input.deliveryId()))
                .count();
    }

    private static int changed(Map<String, String> now, Map<String, String> before) {
        Set<String> names = new HashSet<>(now.keySet());
        names.addAll(before.keySet());
        names.removeIf(name -> now.containsKey(name) && now.get(name).equals(before.get(name)));
        return names.size();
    }
}
