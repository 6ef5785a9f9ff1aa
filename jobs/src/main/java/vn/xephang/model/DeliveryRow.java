package vn.xephang.model;

import java.time.Instant;

/**
 * What became of a delivery in this release.
 *
 * @param deliveryStatus accepted, quarantined or withdrawn
 * @param contractId the landing contract that read it; empty when none did
 */
public record DeliveryRow(
        String deliveryId,
        String sourceCode,
        String landingFile,
        String sha256,
        long sizeBytes,
        Instant receivedAt,
        String deliveryStatus,
        String contractId,
        int cellCount,
        int errorCount,
        int warningCount) {}
