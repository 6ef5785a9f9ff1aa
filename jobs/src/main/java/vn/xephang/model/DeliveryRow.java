package vn.xephang.model;

import java.time.Instant;
import java.time.LocalDate;

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
        LocalDate receivedOn,
        String deliveryStatus,
        String contractId,
        int cellCount) {}
