package vn.xephang.cli;

import java.util.Optional;
import java.util.function.Supplier;
import vn.xephang.landing.LakeLock;

/** Does something to a lake that nobody else may change meanwhile. */
final class Locked {

    private Locked() {}

    static int with(LakeOptions options, Supplier<Integer> change) {
        Optional<LakeLock> lock = LakeLock.tryLock(options.lake());
        if (lock.isEmpty()) {
            System.err.println(
                    "Another run holds the lake " + options.lake().root() + "; try again when it has ended.");
            return Exit.LOCKED;
        }
        try (LakeLock held = lock.get()) {
            return change.get();
        }
    }
}
