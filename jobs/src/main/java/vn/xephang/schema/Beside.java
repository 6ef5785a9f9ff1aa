package vn.xephang.schema;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Part of the declarations that is read on another thread while this one goes on: parsing is most of a short command.
 * Its problems are told where this thread asks for them, so that their order does not depend on who was faster.
 */
final class Beside<T> {

    private final Problems problems = new Problems();
    private final CompletableFuture<T> part;

    private Beside(Function<Problems, T> reading) {
        this.part = CompletableFuture.supplyAsync(() -> reading.apply(problems));
    }

    static <T> Beside<T> of(Function<Problems, T> reading) {
        return new Beside<>(reading);
    }

    /** Throws what the reading threw. */
    T get() {
        try {
            return part.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Adds what was found wrong, while reading it and since. */
    void tell(Problems all) {
        get();
        all.addAll(problems);
    }
}
