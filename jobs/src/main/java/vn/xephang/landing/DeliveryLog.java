package vn.xephang.landing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.xephang.model.Lake;
import vn.xephang.model.LandingFile;

/**
 * The append-only log of what arrived and what was taken back: {@code deliveries/log.jsonl}, one event a line. From
 * the moment a delivery stands here, the log is input: no step asks a clock or a file's time again.
 */
public final class DeliveryLog {

    /** Deliveries in the order that decides what supersedes. */
    public static final Comparator<LandingFile> ORDER =
            Comparator.comparing(LandingFile::receivedAt).thenComparing(LandingFile::sha256);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lake lake;
    private final Path file;
    private final List<LandingFile> delivered = new ArrayList<>();
    private final Set<String> withdrawn = new HashSet<>();

    public DeliveryLog(Lake lake) {
        this.lake = lake;
        this.file = lake.deliveries().resolve("log.jsonl");
        if (Files.exists(file)) {
            read();
        }
    }

    /** Everything delivered and not taken back, in order. */
    public List<LandingFile> standing() {
        return delivered.stream()
                .filter(delivery -> !withdrawn.contains(delivery.deliveryId()))
                .sorted(ORDER)
                .toList();
    }

    public Set<String> withdrawn() {
        return Set.copyOf(withdrawn);
    }

    /** The last delivery logged for a path. */
    public Optional<LandingFile> lastOf(String landingFile) {
        return delivered.stream()
                .filter(delivery -> delivery.landingFile().equals(landingFile))
                .max(ORDER);
    }

    /** Whether these bytes are the last ones of any path. */
    public boolean isKnown(String sha256) {
        return delivered.stream().anyMatch(delivery -> delivery.sha256().equals(sha256));
    }

    public Optional<LandingFile> find(String deliveryId) {
        return delivered.stream()
                .filter(delivery -> delivery.deliveryId().equals(deliveryId))
                .findFirst();
    }

    public void append(LandingFile delivery) {
        ObjectNode event = JSON.createObjectNode()
                .put("event", "delivered")
                .put("delivery_id", delivery.deliveryId())
                .put("source_code", delivery.sourceCode())
                .put("landing_file", delivery.landingFile())
                .put("sha256", delivery.sha256())
                .put("size_bytes", delivery.sizeBytes())
                .put("received_at", delivery.receivedAt().toString());
        append(event);
        delivered.add(delivery);
    }

    /** Takes a delivery back: from now on nothing is read from it. */
    public void withdraw(String deliveryId, String reason, Instant at) {
        append(JSON.createObjectNode()
                .put("event", "withdrawn")
                .put("delivery_id", deliveryId)
                .put("reason", reason)
                .put("at", at.toString()));
        withdrawn.add(deliveryId);
    }

    /** One write of one line, forced to disk, so that a kill leaves whole lines. */
    private void append(ObjectNode event) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(StandardCharsets.UTF_8.encode(JSON.writeValueAsString(event) + "\n"));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the delivery log " + file, e);
        }
    }

    private void read() {
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    apply(JSON.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the delivery log " + file, e);
        }
    }

    private void apply(JsonNode event) {
        String deliveryId = event.path("delivery_id").asText();
        if (event.path("event").asText().equals("withdrawn")) {
            withdrawn.add(deliveryId);
            return;
        }
        String sha256 = event.path("sha256").asText();
        String landingFile = event.path("landing_file").asText();
        delivered.add(new LandingFile(
                deliveryId,
                event.path("source_code").asText(),
                landingFile,
                sha256,
                event.path("size_bytes").asLong(),
                Instant.parse(event.path("received_at").asText()),
                Archive.path(lake, sha256, landingFile).toString()));
    }
}
