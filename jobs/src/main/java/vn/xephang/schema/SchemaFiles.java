package vn.xephang.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of {@code schemas/}: the shipped folder, with an organisation's own folder laid over it. A file of the
 * overlay replaces the shipped file of the same path.
 */
public final class SchemaFiles {

    private final SortedMap<String, Path> files = new TreeMap<>();

    /** @param layers folders, later ones over earlier ones */
    public SchemaFiles(List<Path> layers) {
        layers.forEach(this::addLayer);
    }

    /** Files below a folder whose name ends so, in order of their path: path with forward slashes -> text. */
    public SortedMap<String, String> texts(String folder, String ending, Problems problems) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Path> entry : files.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(folder + "/") && name.endsWith(ending)) {
                texts.put(name, read(name, entry.getValue(), problems));
            }
        }
        return texts;
    }

    /** The text of one file; absent is a problem. */
    public String text(String name, Problems problems) {
        Path path = files.get(name);
        if (path == null) {
            problems.add(name, 0, "File is missing");
            return "";
        }
        return read(name, path, problems);
    }

    /** Path -> file of all declarations, for hashing. */
    public SortedMap<String, Path> all() {
        return new TreeMap<>(files);
    }

    private void addLayer(Path layer) {
        if (!Files.isDirectory(layer)) {
            throw new DeclarationsRefused(
                    List.of(new Problem(layer.toString(), 0, "Folder of declarations does not exist")));
        }
        try (Stream<Path> walk = Files.walk(layer)) {
            walk.filter(Files::isRegularFile).forEach(path -> {
                String name = layer.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.")) {
                    files.put(name, path);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + layer, e);
        }
    }

    private static String read(String name, Path path, Problems problems) {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            problems.add(name, 0, "File is not UTF-8");
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
