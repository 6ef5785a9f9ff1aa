package vn.xephang.schema;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.xephang.model.FileHash;

/**
 * The files of {@code schemas/}, held in memory so that they can travel to executors: the shipped folder, with an
 * organisation's own folder laid over it. A file of the overlay replaces the shipped file of the same path.
 */
public final class SchemaFiles implements Serializable {

    private static final long serialVersionUID = 1;

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final TreeMap<String, String> hashes = new TreeMap<>();
    private final String fingerprint;

    /** @param layers folders, later ones over earlier ones */
    public SchemaFiles(List<Path> layers) {
        layers.forEach(this::addLayer);
        files.keySet().stream()
                .filter(name -> !name.endsWith(".md"))
                .forEach(name -> hashes.put(name, FileHash.sha256(files.get(name))));
        this.fingerprint = FileHash.sha256(hashes.toString());
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
    public SortedMap<String, String> hashes() {
        return Collections.unmodifiableSortedMap(hashes);
    }

    /** One hash of all {@link #hashes()}. */
    String fingerprint() {
        return fingerprint;
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
