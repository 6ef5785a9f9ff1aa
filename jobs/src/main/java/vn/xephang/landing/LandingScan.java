package vn.xephang.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.xephang.model.FileHash;
import vn.xephang.model.Lake;
import vn.xephang.model.LandingFile;

/** Finds what is new in {@code landing/}: logs it, keeps a copy, and leaves the delivered file alone. */
public final class LandingScan {

    private static final long STILL_MILLIS = 300;
    private static final Set<String> NEVER_TAKEN = Set.of("thumbs.db", "desktop.ini");
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Lake lake;
    private final DeliveryLog log;
    private final Clock clock;

    /**
     * What a look at the landing folder found.
     *
     * @param strays files that lie in no source's folder, and are not taken
     * @param stillChanging files that grew while we looked; left for the next run
     */
    public record Result(List<LandingFile> arrived, List<String> stillChanging, List<String> strays) {}

    private record Stamp(long size, long modifiedMillis) {}

    public LandingScan(Lake lake, DeliveryLog log, Clock clock) {
        this.lake = lake;
        this.log = log;
        this.clock = clock;
    }

    /** Logs every file whose bytes are new at its path. */
    public Result scan() {
        try {
            Map<String, Path> candidates = changed();
            Map<String, Path> still = standingStill(candidates);
            Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            List<LandingFile> arrived = new ArrayList<>();
            for (Map.Entry<String, Path> entry : still.entrySet()) {
                LandingFile delivery = take(entry.getKey(), entry.getValue(), receivedAt);
                log.append(delivery);
                arrived.add(delivery);
            }
            List<String> changing = candidates.keySet().stream()
                    .filter(name -> !still.containsKey(name))
                    .toList();
            return new Result(arrived, changing, strays());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read landing folder " + lake.landing(), e);
        }
    }

    private List<String> strays() throws IOException {
        if (!Files.isDirectory(lake.landing())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lake.landing())) {
            return files.filter(LandingScan::isTaken)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Bytes of landed files that the log does not know by path and size: what a run would have to read. */
    public static long pendingBytes(Lake lake) {
        DeliveryLog log = new DeliveryLog(lake);
        if (!Files.isDirectory(lake.landing())) {
            return 0;
        }
        try (Stream<Path> walk = Files.walk(lake.landing())) {
            long pending = 0;
            for (Path path : walk.filter(LandingScan::isTaken).toList()) {
                String name = lake.landing().relativize(path).toString().replace('\\', '/');
                long size = Files.size(path);
                boolean isLogged = log.lastOf(name)
                        .filter(last -> last.sizeBytes() == size)
                        .isPresent();
                pending += isLogged ? 0 : size;
            }
            return pending;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read landing folder " + lake.landing(), e);
        }
    }

    private Map<String, Path> changed() throws IOException {
        Map<String, Path> changed = new TreeMap<>();
        if (!Files.isDirectory(lake.landing())) {
            return changed;
        }
        try (Stream<Path> walk = Files.walk(lake.landing())) {
            for (Path path : walk.filter(LandingScan::isTaken).sorted().toList()) {
                String name = lake.landing().relativize(path).toString().replace('\\', '/');
                String sha256 = FileHash.sha256(path);
                boolean isSame = log.lastOf(name)
                        .map(last -> last.sha256().equals(sha256) && isSameSidecar(path, last))
                        .orElse(log.isKnown(sha256));
                if (name.contains("/")
                        && !isSame
                        && changed.values().stream().noneMatch(other -> isEqual(other, path))) {
                    changed.put(name, path);
                }
            }
        }
        return changed;
    }

    /** Whether what is said beside a file is what was said beside its last delivery. */
    private static boolean isSameSidecar(Path path, LandingFile last) {
        Path sidecar = sidecar(path);
        return Files.exists(sidecar)
                ? Files.exists(last.sidecar()) && isEqual(sidecar, last.sidecar())
                : !Files.exists(last.sidecar());
    }

    private static Path sidecar(Path path) {
        return path.resolveSibling(path.getFileName() + LandingFile.SIDECAR);
    }

    private static boolean isEqual(Path a, Path b) {
        try {
            return Files.mismatch(a, b) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compare " + a + " with " + b, e);
        }
    }

    /** Waits once for all files that were touched a moment ago. */
    private Map<String, Path> standingStill(Map<String, Path> candidates) throws IOException {
        Map<String, Stamp> before = new TreeMap<>();
        boolean isFresh = false;
        for (Map.Entry<String, Path> entry : candidates.entrySet()) {
            Stamp stamp = stamp(entry.getValue());
            before.put(entry.getKey(), stamp);
            isFresh |= clock.millis() - stamp.modifiedMillis() < 10 * STILL_MILLIS;
        }
        if (isFresh) {
            sleep();
        }
        Map<String, Path> still = new TreeMap<>();
        for (Map.Entry<String, Path> entry : candidates.entrySet()) {
            if (stamp(entry.getValue()).equals(before.get(entry.getKey()))) {
                still.put(entry.getKey(), entry.getValue());
            }
        }
        return still;
    }

    private LandingFile take(String name, Path path, Instant receivedAt) throws IOException {
        String sha256 = Archive.keep(lake, path, name);
        Path kept = Archive.path(lake, sha256, name);
        LandingFile delivery = new LandingFile(
                ID_TIME.format(receivedAt) + "-" + sha256.substring(0, 8),
                name.substring(0, name.indexOf('/')),
                name,
                sha256,
                Files.size(kept),
                receivedAt,
                kept.toString());
        if (Files.exists(sidecar(path))) {
            Files.copy(sidecar(path), delivery.sidecar(), StandardCopyOption.REPLACE_EXISTING);
        }
        return delivery;
    }

    private static boolean isTaken(Path path) {
        String name = path.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !name.startsWith("~$")
                && !name.startsWith(".")
                && !lower.endsWith(".tmp")
                && !lower.endsWith(".part")
                && !lower.endsWith(LandingFile.SIDECAR)
                && !NEVER_TAKEN.contains(lower);
    }

    private static Stamp stamp(Path path) throws IOException {
        return new Stamp(Files.size(path), Files.getLastModifiedTime(path).toMillis());
    }

    private static void sleep() {
        try {
            Thread.sleep(STILL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
