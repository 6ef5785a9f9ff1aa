package vn.xephang.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.xephang.answer.Table;
import vn.xephang.landing.DeliveryLog;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ReleaseStore;

/** What is served. */
@Command(
        name = "status",
        description = "What is served, from how many deliveries, and what waits in quarantine.",
        footerHeading = "%nExamples:%n",
        footer = {"  xephang status", "  xephang status --format json"})
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        ReleaseStore store = options.store();
        Optional<String> current = store.currentId();
        Optional<Manifest> manifest = current.map(id -> Manifest.read(store.folder(id)));
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("lake", options.lake().root().toString()));
        rows.add(List.of("served release", current.orElse("none")));
        manifest.ifPresent(served -> {
            rows.add(List.of("published at", served.publishedAt()));
            rows.add(List.of("deliveries", served.inputs().size()));
            rows.add(List.of("in quarantine", Manifest.waitingCount(served.inputs())));
            rows.add(List.of(
                    "findings",
                    served.inputs().stream()
                            .mapToInt(input -> input.findings().size())
                            .sum()));
        });
        rows.add(List.of("pinned", store.pinned().orElse("no")));
        rows.add(List.of(
                "deliveries in the log",
                new DeliveryLog(options.lake()).standing().size()));
        rows.add(List.of("releases kept", store.ids().size()));
        output.print(new Table(List.of("what", "value"), rows));
        return Exit.DONE;
    }
}
