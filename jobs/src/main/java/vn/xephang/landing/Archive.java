package vn.xephang.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import vn.xephang.model.FileHash;
import vn.xephang.model.Lake;

/** Our copy of every file that was read, under the hash of its bytes. */
public final class Archive {

    private Archive() {}

    /** {@code archive/<sha-256><ending>}; the ending only helps people who open it. */
    public static Path path(Lake lake, String sha256, String landingFile) {
        String name = landingFile.substring(landingFile.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return lake.archive().resolve(sha256 + ending);
    }

    /** Copies a file into the archive. @return the SHA-256 of the bytes that were copied */
    static String keep(Lake lake, Path file, String landingFile) throws IOException {
        Files.createDirectories(lake.archive());
        Path copy = Files.createTempFile(lake.archive(), ".copying-", ".tmp");
        try {
            String sha256 = FileHash.copy(file, copy);
            Files.move(copy, path(lake, sha256, landingFile), StandardCopyOption.ATOMIC_MOVE);
            return sha256;
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
