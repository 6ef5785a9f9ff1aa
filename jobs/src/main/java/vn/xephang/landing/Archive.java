package vn.xephang.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

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
            String sha256 = copy(file, copy);
            Files.move(copy, path(lake, sha256, landingFile), StandardCopyOption.ATOMIC_MOVE);
            return sha256;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static String copy(Path from, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
                OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a file's bytes, lower-case hex. */
    public static String sha256(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
