package vn.xephang.schema;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import vn.xephang.model.FileHash;

/**
 * The files of {@code schemas/}, held in memory so that they can travel to executors: the shipped folder, with an
 * organisation's own folder laid over it. A file of the overlay replaces the shipped file of the same path. Two are
 * equal when they hold the same bytes under the same names.
 */
public final class SchemaFiles implements Serializable {

    private static final long serialVersionUID = 1;

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final int contentHash;
    /** Made when first asked for: few commands need them, and they cost more than reading the files. */
    private TreeMap<String, String> hashes;

    /** @param layers folders, later ones over earlier ones */
    public SchemaFiles(List<Path> layers) {
        layers.forEach(this::addLayer);
        CRC32 crc = new CRC32();
        files.values().forEach(crc::update);
        this.contentHash = (int) crc.getValue();
    }

    /** Files below a folder whose name ends so, in order of their path: path with forward slashes -> text. */
    public SortedMap<String, String> texts(String folder, String ending, Problems problems) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(folder + "/") && name.endsWith(ending)) {
                texts.put(name, decode(name, entry.getValue(), problems));
            }
        }
        return texts;
    }

    /** Names of the files that start and end so, in order. */
    public List<String> names(String start, String ending) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(start) && name.endsWith(ending))
                .toList();
    }

    /** The text of a file that may be absent. */
    public Optional<String> optionalText(String name, Problems problems) {
        return Optional.ofNullable(files.get(name)).map(bytes -> decode(name, bytes, problems));
    }

    /** The text of one file; absent is a problem. */
    public String text(String name, Problems problems) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            problems.add(name, 0, "File is missing");
            return "";
        }
        return decode(name, bytes, problems);
    }

    /** Path -> SHA-256 of every declaration that can change a result (explanations in Markdown cannot). */
    public synchronized SortedMap<String, String> hashes() {
        if (hashes == null) {
            hashes = new TreeMap<>();
            files.keySet().stream()
                    .filter(name -> !name.endsWith(".md"))
                    .forEach(name -> hashes.put(name, FileHash.sha256(files.get(name))));
        }
        return Collections.unmodifiableSortedMap(hashes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaFiles that
                && files.keySet().equals(that.files.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), that.files.get(file.getKey())));
    }

    @Override
    public int hashCode() {
        return contentHash;
    }

    private void addLayer(Path layer) {
        if (!Files.isDirectory(layer)) {
            throw new DeclarationsRefused(
                    List.of(new Problem(layer.toString(), 0, "Folder of declarations does not exist")));
        }
        try (Stream<Path> walk = Files.walk(layer)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                String name = layer.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + layer, e);
        }
    }

    private static String decode(String name, byte[] bytes, Problems problems) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(name, 0, "File is not UTF-8");
            return "";
        }
    }
}
