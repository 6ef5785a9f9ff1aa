package vn.xephang.run;

import java.util.List;
import java.util.Optional;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;

/**
 * What a run did.
 *
 * @param releaseId the release that was published; empty when there was nothing new
 * @param isServed whether the newest release is served: not when a rollback pinned another, nor when there is none
 * @param newFindings findings of the deliveries that this run met for the first time
 * @param quarantinedCount refused deliveries that still wait to be corrected
 */
public record RunOutcome(
        Optional<String> releaseId,
        boolean isServed,
        List<LandingFile> arrived,
        List<Finding> newFindings,
        int quarantinedCount,
        List<String> stillChanging,
        boolean isNothingDelivered) {

    /** Whether this run met something that it refused or blocked. */
    public boolean hasNewErrors() {
        return newFindings.stream().anyMatch(finding -> finding.severity() == vn.xephang.model.Severity.ERROR);
    }

    public int arrivedCount() {
        return arrived.size();
    }
}
