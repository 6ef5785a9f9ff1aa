package vn.xephang.publish;

/** A file of a release: path below the release folder, rows, bytes and their hash. */
public record WrittenFile(String path, long rowCount, long sizeBytes, String sha256) {}
