package vn.xephang.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.xephang.model.FileHash;
import vn.xephang.model.Lake;
import vn.xephang.model.Release;

/** What happened in one run: {@code runs/<run id>.json}, with counts, timings and outcome. */
public final class RunRecord {

    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static final String PUBLISHED = "published";
    private static final String NOTHING_NEW = "nothing new";
    private static final String FAILED = "failed";

    /** What can come of a run. */
    static final Set<String> OUTCOMES = Set.of(PUBLISHED, NOTHING_NEW, FAILED);

    private final Lake lake;
    private final Clock clock;
    private final Instant startedAt;

    public RunRecord(Lake lake, Clock clock) {
        this.lake = lake;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    public String runId() {
        return RUN_ID.format(startedAt);
    }

    Instant startedAt() {
        return startedAt;
    }

    /** When a run of this id started; empty where the text is no id of a run. */
    static Optional<Instant> startOf(String runId) {
        try {
            return Optional.of(RUN_ID.parse(runId, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public void done(RunOutcome outcome, Progress progress, int exitCode) {
        ObjectNode record = start(progress)
                .put("outcome", outcome.releaseId().isPresent() ? PUBLISHED : NOTHING_NEW)
                .put("exit_code", exitCode)
                .put("release_id", outcome.releaseId().orElse(null))
                .put("is_served", outcome.isServed())
                .put("arrived_count", outcome.arrived().size())
                .put("new_finding_count", outcome.newFindings().size())
                .put("quarantined_count", outcome.quarantinedCount());
        ArrayNode inputs = record.putArray("inputs");
        outcome.arrived().forEach(delivery -> inputs.addObject()
                .put("delivery_id", delivery.deliveryId())
                .put("landing_file", delivery.landingFile())
                .put("sha256", delivery.sha256()));
        outcome.releaseId()
                .map(id -> lake.releases().resolve(id).resolve(Release.MANIFEST))
                .ifPresent(manifest -> record.put("manifest_sha256", FileHash.sha256(manifest)));
        write(record);
    }

    public void failed(RuntimeException failure, Progress progress) {
        write(start(progress).put("outcome", FAILED).put("message", failure.getMessage()));
    }

    private ObjectNode start(Progress progress) {
        ObjectNode record = new ObjectMapper()
                .createObjectNode()
                .put("run_id", runId())
                .put("started_at", startedAt.toString())
                .put("ended_at", clock.instant().toString())
                .put("xephang_version", Versions.xephang());
        ObjectNode steps = record.putObject("millis_at_end_of_step");
        new TreeMap<>(progress.millisAt()).forEach(steps::put);
        ObjectNode parts = record.putObject("millis_of_parts");
        new TreeMap<>(progress.millisOfParts()).forEach((step, millis) -> {
            ObjectNode ofStep = parts.putObject(step);
            millis.forEach(ofStep::put);
        });
        return record;
    }

    private void write(ObjectNode record) {
        Path file = lake.runs().resolve(runId() + ".json");
        try {
            Files.createDirectories(lake.runs());
            Files.write(
                    file,
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsBytes(record));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the run's record " + file, e);
        }
    }
}
