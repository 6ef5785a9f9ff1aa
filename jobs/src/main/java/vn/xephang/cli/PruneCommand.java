package vn.xephang.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ReleaseStore;

/** Removes old releases. */
@Command(
        name = "prune",
        description = "Removes old releases; never the served one, and none that a reader may still have open.",
        footerHeading = "%nExamples:%n",
        footer = {"  xephang prune", "  xephang prune --keep 10"})
final class PruneCommand implements Callable<Integer> {

    private static final int LEAST_KEPT = 3;
    private static final Duration GRACE = Duration.ofMinutes(15);

    @Mixin
    private LakeOptions options;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many of the newest releases stay, at least 3 (default: ${DEFAULT-VALUE}).")
    private int keep;

    @Override
    public Integer call() {
        if (keep < LEAST_KEPT) {
            throw new Unusable("Invalid --keep " + keep + "; dashboards read releases for some minutes more: at least "
                    + LEAST_KEPT);
        }
        return Locked.with(options, () -> {
            ReleaseStore store = options.store();
            List<String> ids = store.ids();
            Instant limit = Instant.now().minus(GRACE);
            for (String id : ids.subList(0, Math.max(0, ids.size() - keep))) {
                boolean isServed = store.currentId().filter(id::equals).isPresent();
                boolean isOld = Instant.parse(Manifest.read(store.folder(id)).publishedAt())
                        .isBefore(limit);
                if (!isServed && isOld) {
                    store.remove(id);
                    System.out.println("Removed " + id);
                }
            }
            return Exit.DONE;
        });
    }
}
