package vn.xephang.run;

import java.util.List;
import vn.xephang.model.LandingFile;

/** From how many bytes on input is parsed on executors, by a JVM with the flags for long work. */
public final class WorkSize {

    private static final long LARGE_BYTES = 64L << 20;

    private WorkSize() {}

    /** {@code XEPHANG_LARGE_BYTES} moves the limit, for machines unlike ours; the property does, within one JVM. */
    public static long largeBytes() {
        String set = System.getProperty("xephang.large.bytes", System.getenv("XEPHANG_LARGE_BYTES"));
        return set == null ? LARGE_BYTES : Long.parseLong(set);
    }

    static boolean isLarge(List<LandingFile> files) {
        return files.stream().mapToLong(LandingFile::sizeBytes).sum() >= largeBytes();
    }
}
