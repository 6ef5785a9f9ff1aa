package vn.xephang.model;

import java.time.Instant;

/**
 * One run, as far as the release knows it.
 *
 * @param endedAt empty of the run that makes the release, and of a record that cannot be read
 * @param outcome published, nothing new, failed or unreadable
 * @param exitCode empty where the record does not say it
 * @param releaseId the release that it made; empty when it made none
 * @param isServed whether the newest release was served when it ended; empty where the record does not say it
 * @param message why it failed; empty when it did not
 */
public record RunRow(
        String runId,
        Instant startedAt,
        Instant endedAt,
        String outcome,
        Integer exitCode,
        String releaseId,
        Boolean isServed,
        int arrivedCount,
        int newFindingCount,
        int quarantinedCount,
        String xephangVersion,
        String message) {}
