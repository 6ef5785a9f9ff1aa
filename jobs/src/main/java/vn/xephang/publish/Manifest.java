package vn.xephang.publish;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.xephang.model.FindingCode;
import vn.xephang.model.Release;

/**
 * What a release was made from and what it holds: {@code manifest.json}. Times stand only here and in the
 * tables of their moment; nothing else of a release knows a clock.
 *
 * @param previousReleaseId the release before; its unchanged files are shared with it; empty for the first
 * @param declarations path below schemas/ -> SHA-256
 * @param inputs every delivery that stands, in the order of the log
 * @param outputs every file, with rows, bytes, SHA-256; the last four hold times or are built from the others
 */
public record Manifest(
        String releaseId,
        String previousReleaseId,
        String publishedAt,
        String xephangVersion,
        String sparkVersion,
        String duckdbVersion,
        boolean isSynthetic,
        SortedMap<String, String> declarations,
        List<Input> inputs,
        List<WrittenFile> outputs) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A delivery and what was found in it.
     *
     * @param deliveryStatus accepted or quarantined
     * @param contractId empty when none fits
     * @param years reference years of its values
     */
    public record Input(
            String deliveryId,
            String sourceCode,
            String landingFile,
            String sha256,
            long sizeBytes,
            String receivedAt,
            String deliveryStatus,
            String contractId,
            int cellCount,
            List<Integer> years,
            List<Found> findings) {}

    /** A finding, without what follows from its delivery and its code. */
    public record Found(
            FindingCode code, String sheet, String cell, Integer referenceYear, String found, String expected) {}

    /** The same with more outputs: what is made last, from the others. */
    public Manifest withOutputs(List<WrittenFile> more) {
        List<WrittenFile> all = new ArrayList<>(outputs);
        all.addAll(more);
        return new Manifest(
                releaseId,
                previousReleaseId,
                publishedAt,
                xephangVersion,
                sparkVersion,
                duckdbVersion,
                isSynthetic,
                declarations,
                inputs,
                List.copyOf(all));
    }

    /** Refused deliveries that still wait: nothing usable has arrived under the same path since. */
    public static int waitingCount(List<Input> inputs) {
        Map<String, String> last = new HashMap<>();
        inputs.forEach(input -> last.put(input.landingFile(), input.deliveryStatus()));
        return (int) last.values().stream().filter("quarantined"::equals).count();
    }

    public static Manifest read(Path releaseFolder) {
        try {
            return JSON.readValue(Files.readAllBytes(releaseFolder.resolve(Release.MANIFEST)), Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the manifest of " + releaseFolder, e);
        }
    }

    void write(Path releaseFolder) {
        try {
            Files.write(releaseFolder.resolve(Release.MANIFEST), JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the manifest of " + releaseFolder, e);
        }
    }
}
