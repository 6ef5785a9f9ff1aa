package vn.xephang.model;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One delivery: the bytes of a file as they arrived from a source.
 *
 * @param deliveryId sorts by time of arrival
 * @param sourceCode the folder under {@code landing/}
 * @param landingFile path below {@code landing/}, with forward slashes
 * @param sha256 of the bytes, lower-case hex
 * @param receivedAt when a run first saw these bytes at this path; written to the delivery log, input from then on
 * @param path where the bytes can be read now (the archive, or the file itself when nothing is logged)
 */
public record LandingFile(
        String deliveryId,
        String sourceCode,
        String landingFile,
        String sha256,
        long sizeBytes,
        Instant receivedAt,
        String path)
        implements Serializable {

    /** Ends the name of the file in which a sender says more, beside the file that it is about. */
    public static final String SIDECAR = ".delivery.yaml";

    /** Where the sidecar of this delivery would be: beside the file, or in the archive under the delivery's id. */
    public Path sidecar() {
        Path file = Path.of(path);
        return deliveryId.isEmpty() ? Path.of(path + SIDECAR) : file.resolveSibling(deliveryId + SIDECAR);
    }
}
