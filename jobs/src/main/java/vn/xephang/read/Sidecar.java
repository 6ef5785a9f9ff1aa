package vn.xephang.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.Problem;
import vn.xephang.schema.Problems;
import vn.xephang.schema.Yaml;

/**
 * What a sender says beside a file, in {@code <file>.delivery.yaml}, that the file does not: {@code data_vintage}, and
 * a {@code note} that only people read. It counts where the contract leaves the vintage to it.
 *
 * @param problems what is wrong with it, each with its line
 */
public record Sidecar(Optional<String> dataVintage, List<String> problems) {

    private static final Set<String> KEYS = Set.of("data_vintage", "note");

    /** Of a delivery; empty of everything where there is none. */
    public static Sidecar of(LandingFile file) {
        Path path = file.sidecar();
        if (!Files.isRegularFile(path)) {
            return new Sidecar(Optional.empty(), List.of());
        }
        try {
            return parsed(file.landingFile() + LandingFile.SIDECAR, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static Sidecar parsed(String name, byte[] bytes) {
        Problems problems = new Problems();
        Yaml yaml = Yaml.parse(name, new String(bytes, StandardCharsets.UTF_8), problems);
        yaml.refuseUnknownKeys(KEYS);
        Optional<String> vintage = yaml.has("data_vintage")
                ? Optional.of(yaml.oneOf("data_vintage", LandingContract.VINTAGES))
                : Optional.empty();
        return new Sidecar(
                vintage.filter(LandingContract.VINTAGES::contains),
                problems.found().stream().map(Sidecar::text).toList());
    }

    private static String text(Problem problem) {
        return problem.line() + ": " + problem.message();
    }

    /** At most one: the sidecar is short. */
    public List<Finding> findings(LandingFile file) {
        return problems.isEmpty()
                ? List.of()
                : List.of(Finding.ofFile(
                        FindingCode.SIDECAR_INVALID, file, problems.stream().collect(Collectors.joining("; ")), ""));
    }
}
