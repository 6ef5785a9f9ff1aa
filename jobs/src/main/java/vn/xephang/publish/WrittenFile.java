package vn.xephang.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.xephang.model.FileHash;

/** A file of a release: path below the release folder, rows, bytes and their hash. */
public record WrittenFile(String path, long rowCount, long sizeBytes, String sha256) {

    /** A file that stands in the folder of a release. */
    public static WrittenFile of(Path releaseFolder, String path, long rowCount) {
        Path file = releaseFolder.resolve(path);
        try {
            return new WrittenFile(path, rowCount, Files.size(file), FileHash.sha256(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
