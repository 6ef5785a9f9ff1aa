package vn.xephang.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.xephang.publish.ReleaseStore;

/** What is done to releases as such. */
@Command(
        name = "release",
        description = "Ends what a rollback pinned.",
        subcommands = ReleaseCommand.Unpin.class,
        footerHeading = "%nExamples:%n",
        footer = {"  xephang release unpin"})
final class ReleaseCommand {

    /** Serves the newest release again. */
    @Command(
            name = "unpin",
            description = "Serves the newest release again and lets later runs switch.",
            footerHeading = "%nExamples:%n",
            footer = {"  xephang release unpin --lake /data/lake"})
    static final class Unpin implements Callable<Integer> {

        @Mixin
        private LakeOptions options;

        @Override
        public Integer call() {
            return Locked.with(options, () -> {
                ReleaseStore store = options.store();
                store.unpin();
                List<String> ids = store.ids();
                if (!ids.isEmpty()) {
                    store.makeCurrent(ids.get(ids.size() - 1));
                    System.out.println("Release " + ids.get(ids.size() - 1) + " is served.");
                }
                return Exit.DONE;
            });
        }
    }
}
