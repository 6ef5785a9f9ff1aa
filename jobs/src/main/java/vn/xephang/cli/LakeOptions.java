package vn.xephang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.xephang.model.Lake;
import vn.xephang.publish.ReleaseStore;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.view.Catalogue;

/** Options that every command takes, and what they stand for. */
final class LakeOptions {

    /** Language of messages; never taken from the locale. */
    enum Language {
        VI,
        EN
    }

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "Folder of the lake (default: $XEPHANG_LAKE, else ./lake).")
    private Path lake;

    @Option(
            names = "--schemas",
            paramLabel = "DIR",
            description = "An organisation's own declarations, laid over the shipped ones.")
    private Path schemas;

    @Option(
            names = "--lang",
            paramLabel = "vi|en",
            defaultValue = "en",
            description = "Language of findings and fixes: vi or en (default: ${DEFAULT-VALUE}).")
    private Language language;

    Lake lake() {
        String set = System.getenv("XEPHANG_LAKE");
        Path folder = lake != null ? lake : Path.of(set != null && !set.isBlank() ? set : "lake");
        return new Lake(folder.toAbsolutePath().normalize());
    }

    boolean isVietnamese() {
        return language == Language.VI;
    }

    /** The same options for another process. */
    List<String> asArguments() {
        List<String> arguments =
                new ArrayList<>(List.of("--lake", lake().root().toString(), "--lang", language.name()));
        Optional.ofNullable(schemas)
                .ifPresent(folder -> arguments.addAll(
                        List.of("--schemas", folder.toAbsolutePath().toString())));
        return arguments;
    }

    /** The folder of the program: its declarations, examples and dashboards lie there. */
    static Path home() {
        return Path.of(System.getProperty("xephang.home", ".")).toAbsolutePath().normalize();
    }

    List<Path> schemaLayers() {
        List<Path> layers = new ArrayList<>();
        layers.add(home().resolve("schemas"));
        Optional.ofNullable(schemas).map(Path::toAbsolutePath).ifPresent(layers::add);
        return layers;
    }

    Declarations declarations() {
        return Declarations.load(new SchemaFiles(schemaLayers()));
    }

    ReleaseStore store() {
        return new ReleaseStore(lake());
    }

    /** The views of the served release, or of the one asked for. */
    Catalogue catalogue(Optional<String> releaseId) {
        Path folder = releaseId.map(id -> store().folder(id)).orElseGet(() -> lake().current());
        Path file = folder.resolve(vn.xephang.model.Release.CATALOGUE);
        if (!Files.exists(file)) {
            throw new Unusable("No release to ask in " + lake().root() + " (looked for " + file
                    + "). Put files under landing/<source>/ and call 'xephang run', or start with 'xephang demo'.");
        }
        return Catalogue.open(file);
    }
}
