package vn.xephang.model;

import java.time.Instant;

/**
 * One release that was kept when another was made, or that other itself.
 *
 * @param previousReleaseId the release before it among those kept; empty for the first of them
 * @param addedFileCount deliveries that the release before does not have; empty without one
 * @param withdrawnFileCount deliveries of the release before that it does not have; empty likewise
 * @param changedDeclarationCount files of declarations that came, went or changed; empty likewise
 */
public record ReleaseHistoryRow(
        String releaseId,
        Instant publishedAt,
        String previousReleaseId,
        int landingFileCount,
        int quarantinedFileCount,
        Integer addedFileCount,
        Integer withdrawnFileCount,
        Integer changedDeclarationCount,
        long observationCount,
        int rankedYearCount,
        long findingCount,
        String xephangVersion,
        Boolean isSynthetic) {}
