package vn.xephang.landing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import vn.xephang.model.Lake;

/** The right to change a lake: one holder at a time, given back by the operating system when the process dies. */
public final class LakeLock implements Closeable {

    private final FileChannel channel;

    private LakeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or empty when another run holds it. */
    public static Optional<LakeLock> tryLock(Lake lake) {
        try {
            Files.createDirectories(lake.root());
            FileChannel channel =
                    FileChannel.open(lake.root().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new LakeLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the lake " + lake.root(), e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give the lock back", e);
        }
    }
}
