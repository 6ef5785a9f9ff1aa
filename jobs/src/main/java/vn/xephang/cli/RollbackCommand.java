package vn.xephang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.xephang.publish.ReleaseStore;

/** Serves an earlier release and keeps it served. */
@Command(
        name = "rollback",
        description =
                "Serves an earlier release and pins it: later runs build and do not switch, until 'release unpin'.",
        footerHeading = "%nExamples:%n",
        footer = {"  xephang releases", "  xephang rollback R20260101T000000000Z"})
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Parameters(paramLabel = "ID", description = "A release that 'releases' lists.")
    private String releaseId;

    @Override
    public Integer call() {
        return Locked.with(options, () -> {
            ReleaseStore store = options.store();
            if (!store.ids().contains(releaseId)) {
                throw new Unusable("No release " + releaseId + " is kept; kept: " + store.ids());
            }
            store.pin(releaseId);
            store.makeCurrent(releaseId);
            System.out.println("Release " + releaseId + " is served and pinned.");
            return Exit.DONE;
        });
    }
}
