package vn.xephang.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.xephang.model.Lake;
import vn.xephang.model.Release;

/**
 * The releases of a lake and the one pointer to the served release. A release is built in a hidden folder, renamed
 * when it is whole, and never changed; the pointer is a symbolic link, replaced by renaming a new link over it.
 */
public final class ReleaseStore {

    private static final String BUILDING = ".building-";
    private static final String REMOVED = ".removed-";

    private final Lake lake;

    public ReleaseStore(Lake lake) {
        this.lake = lake;
    }

    /** The served release; empty when none is, or the link dangles. */
    public Optional<String> currentId() {
        if (!Files.isSymbolicLink(lake.current())
                || !Files.exists(lake.current().resolve(Release.MANIFEST))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Files.readSymbolicLink(lake.current()).getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + lake.current(), e);
        }
    }

    /** Ids of whole releases, oldest first. */
    public List<String> ids() {
        if (!Files.isDirectory(lake.releases())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(lake.releases())) {
            return folders.filter(folder -> Files.exists(folder.resolve(Release.MANIFEST)))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + lake.releases(), e);
        }
    }

    public Path folder(String releaseId) {
        return lake.releases().resolve(releaseId);
    }

    /** An empty folder to build a release in; what killed runs left behind goes. */
    public Path begin(String releaseId) {
        try {
            Files.createDirectories(lake.releases());
            for (Path folder : foldersLike(REMOVED)) {
                delete(folder);
            }
            for (Path folder : foldersLike(BUILDING)) {
                takeAway(folder);
            }
            return Files.createDirectory(lake.releases().resolve(BUILDING + releaseId));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a release in " + lake.releases(), e);
        }
    }

    /** Shares a file of an earlier release: a hard link, or a copy where links are missing. */
    public void share(String earlierReleaseId, Path building, WrittenFile file) {
        Path from = folder(earlierReleaseId).resolve(file.path());
        Path to = building.resolve(file.path());
        try {
            Files.createDirectories(to.getParent());
            link(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take over " + from, e);
        }
    }

    /** The folder is whole: writes the manifest and gives the release its name. */
    public void seal(Path building, Manifest manifest) {
        manifest.write(building);
        try {
            Files.move(building, folder(manifest.releaseId()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot name release " + manifest.releaseId(), e);
        }
    }

    /** Serves this release from now on, in one step for every reader. */
    public void makeCurrent(String releaseId) {
        Path fresh = lake.root().resolve(".current-" + releaseId);
        try {
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, Path.of("releases", releaseId));
            Files.move(fresh, lake.current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + releaseId + " current", e);
        }
    }

    /** The release that was pinned by a rollback; later runs build and do not switch. */
    public Optional<String> pinned() {
        try {
            return Files.exists(pinFile())
                    ? Optional.of(Files.readString(pinFile()).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pinFile(), e);
        }
    }

    public void pin(String releaseId) {
        try {
            Files.writeString(pinFile(), releaseId + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + pinFile(), e);
        }
    }

    public void unpin() {
        try {
            Files.deleteIfExists(pinFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + pinFile(), e);
        }
    }

    /** Removes a release that is not served. */
    public void remove(String releaseId) {
        if (currentId().filter(releaseId::equals).isPresent()) {
            throw new IllegalArgumentException("Cannot remove " + releaseId + ": it is being served");
        }
        try {
            takeAway(folder(releaseId));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove release " + releaseId, e);
        }
    }

    private Path pinFile() {
        return lake.releases().resolve(".pinned");
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private List<Path> foldersLike(String prefix) throws IOException {
        try (Stream<Path> folders = Files.list(lake.releases())) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    /** Under its new name nobody adds to the folder or takes from it, also not a process that outlives its killed run. */
    private void takeAway(Path folder) throws IOException {
        Path removed = lake.releases().resolve(REMOVED + folder.getFileName());
        Files.move(folder, removed, StandardCopyOption.ATOMIC_MOVE);
        delete(removed);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
