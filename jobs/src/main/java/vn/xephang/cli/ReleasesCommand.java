package vn.xephang.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.xephang.answer.Table;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ReleaseStore;

/** What is kept. */
@Command(
        name = "releases",
        description = "The releases that are kept, oldest first; * marks the served one.",
        footerHeading = "%nExamples:%n",
        footer = {"  xephang releases"})
final class ReleasesCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        ReleaseStore store = options.store();
        Optional<String> current = store.currentId();
        List<List<Object>> rows = new ArrayList<>();
        for (String id : store.ids()) {
            Manifest manifest = Manifest.read(store.folder(id));
            rows.add(List.of(
                    current.filter(id::equals).isPresent() ? "*" : "",
                    id,
                    manifest.publishedAt(),
                    manifest.inputs().size(),
                    manifest.outputs().size()));
        }
        output.print(new Table(List.of("served", "release_id", "published_at", "deliveries", "files"), rows));
        return Exit.DONE;
    }
}
