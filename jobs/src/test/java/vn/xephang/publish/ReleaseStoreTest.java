package vn.xephang.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Lake;
import vn.xephang.model.Release;

class ReleaseStoreTest {

    @TempDir
    private Path folder;

    /** The process that builds the views outlives its killed run for a moment, and still makes and removes files. */
    @Test
    void beginsWhileTheProcessOfAKilledRunStillWorksInItsFolder() throws Exception {
        Lake lake = new Lake(folder);
        ReleaseStore store = new ReleaseStore(lake);
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger left = new AtomicInteger();
        Thread outliving = new Thread(() -> {
            while (!isOver.get()) {
                Path wal = lake.releases().resolve(".building-R1").resolve("views.wal");
                try {
                    Files.writeString(wal, "half");
                    left.incrementAndGet();
                    Files.delete(wal);
                } catch (IOException e) {
                    Thread.onSpinWait(); // the folder is gone
                }
            }
        });
        outliving.start();
        try {
            for (int turn = 0; turn < 300; turn++) {
                int before = left.get();
                Path killed = store.begin("R1");
                Files.createDirectories(killed.resolve("marts"));
                while (left.get() < before + 2) {
                    Thread.onSpinWait();
                }
                Path building = store.begin("R2");
                assertEquals(List.of(".building-R2"), names(lake));
                Files.delete(building);
            }
        } finally {
            isOver.set(true);
            outliving.join();
        }
    }

    @Test
    void whatAKilledRemovalLeftGoesWithTheNextRelease() throws IOException {
        Lake lake = new Lake(folder);
        Path left = Files.createDirectories(lake.releases().resolve(".removed-R0/marts"));
        Files.writeString(left.resolve("a.parquet"), "half");
        new ReleaseStore(lake).begin("R1");
        assertEquals(List.of(".building-R1"), names(lake));
    }

    @Test
    void removesAWholeReleaseAndLeavesNothing() throws IOException {
        Lake lake = new Lake(folder);
        ReleaseStore store = new ReleaseStore(lake);
        Path release = Files.createDirectories(store.folder("R1"));
        Files.writeString(release.resolve(Release.MANIFEST), "{}");
        assertEquals(List.of("R1"), store.ids());
        store.remove("R1");
        assertTrue(store.ids().isEmpty());
        assertEquals(List.of(), names(lake));
    }

    private static List<String> names(Lake lake) throws IOException {
        try (Stream<Path> folders = Files.list(lake.releases())) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
