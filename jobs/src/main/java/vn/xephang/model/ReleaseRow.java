package vn.xephang.model;

import java.time.Instant;
import java.time.LocalDate;

/** The one row that says which release this is. */
public record ReleaseRow(
        String releaseId,
        Instant publishedAt,
        LocalDate publishedOn,
        int landingFileCount,
        int quarantinedFileCount,
        long observationCount,
        int rankedYearCount,
        String sparkVersion,
        String duckdbVersion,
        String xephangVersion,
        Boolean isSynthetic,
        String noteVi) {}
