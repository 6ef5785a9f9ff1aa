package vn.xephang.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.xephang.landing.DeliveryLog;
import vn.xephang.model.FileHash;
import vn.xephang.model.Lake;
import vn.xephang.model.Release;
import vn.xephang.publish.Manifest;
import vn.xephang.view.Catalogue;

/** A lake that tests deliver to and run; its clock moves on by a minute with every run. */
public final class TestLake {

    private static final Path HOME = Path.of(System.getProperty("xephang.home", "."));
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    private final Lake lake;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final List<Path> layers = new ArrayList<>(schemaLayers());
    private Instant now;

    public TestLake(Path root) {
        this(root, Instant.parse("2020-01-01T08:00:00Z"));
    }

    private TestLake(Path root, Instant now) {
        this.lake = new Lake(root);
        this.now = now;
    }

    /** With an organisation's own declarations over the shipped ones: path below schemas/ and text. */
    public TestLake declaring(String name, String text) {
        Path layer = lake.root().resolveSibling("declared");
        try {
            Files.createDirectories(layer.resolve(name).getParent());
            Files.writeString(layer.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!layers.contains(layer)) {
            layers.add(layer);
        }
        return this;
    }

    public Lake lake() {
        return lake;
    }

    public static List<Path> schemaLayers() {
        return List.of(HOME.resolve("schemas").toAbsolutePath().normalize());
    }

    /** Puts a copy of a file under {@code landing/}; old enough that a run need not wait for it to stand still. */
    public TestLake deliver(String landingFile, Path file) {
        try {
            return deliver(landingFile, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestLake deliver(String landingFile, byte[] bytes) {
        Path to = lake.landing().resolve(landingFile);
        try {
            Files.createDirectories(to.getParent());
            Files.write(to, bytes);
            Files.setLastModifiedTime(to, LONG_AGO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public RunOutcome run() {
        now = now.plus(Duration.ofMinutes(1));
        told.reset();
        try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            RunRecord record = new RunRecord(lake, clock);
            Progress progress = new Progress(out);
            RunOutcome outcome = new LakeRun(lake, layers, clock, progress).run(record);
            record.done(outcome, progress, outcome.hasNewErrors() ? 4 : 0);
            return outcome;
        }
    }

    /** The progress lines of the last run. */
    public String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    public List<String> deliveryIds() {
        return new DeliveryLog(lake)
                .standing().stream().map(delivery -> delivery.deliveryId()).toList();
    }

    public List<List<Object>> query(String sql) {
        try (Catalogue catalogue = Catalogue.open(lake.current().resolve(Release.CATALOGUE))) {
            return catalogue.query(sql).rows();
        }
    }

    /** Rows as text, values parted by a blank, empty values as {@code -}. */
    public List<String> lines(String sql) {
        return query(sql).stream()
                .map(row -> row.stream()
                        .map(value -> value == null ? "-" : value.toString())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The one value that a query gives. */
    public Object value(String sql) {
        List<List<Object>> rows = query(sql);
        if (rows.size() != 1 || rows.get(0).size() != 1) {
            throw new AssertionError("Not one value but " + rows + " from " + sql);
        }
        return rows.get(0).get(0);
    }

    public Manifest manifest() {
        return Manifest.read(lake.current());
    }

    /** Path below the served release -> SHA-256 of every Parquet file but those that hold times. */
    public SortedMap<String, String> parquetHashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path file : parquetFiles()) {
            hashes.put(releaseFolder().relativize(file).toString(), FileHash.sha256(file));
        }
        return hashes;
    }

    /** Every file of the release but its manifest, with its hash: what the manifest must name. */
    public SortedMap<String, String> fileHashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(releaseFolder())) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(Release.MANIFEST))
                    .forEach(file -> hashes.put(releaseFolder().relativize(file).toString(), FileHash.sha256(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }

    public List<Path> parquetFiles() {
        try (Stream<Path> walk = Files.walk(releaseFolder())) {
            return walk.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> Release.TABLES_OF_THEIR_MOMENT.stream()
                            .map(Release::file)
                            .noneMatch(file::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path releaseFolder() {
        try {
            return lake.current().toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies folders of this lake, such as landing or deliveries, into another, whose clock goes on from here. */
    public TestLake copyTo(Path root, String... folders) {
        for (String folder : folders) {
            copy(lake.root().resolve(folder), root.resolve(folder));
        }
        return new TestLake(root, now);
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
