package vn.xephang.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Milliseconds of each part of a build, in order. */
public record CatalogueTimes(Map<String, Long> millis) {

    public CatalogueTimes {
        millis = Collections.unmodifiableMap(new LinkedHashMap<>(millis));
    }

    public long total() {
        return millis.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return millis.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue() + " ms")
                .collect(Collectors.joining(", "));
    }

    static final class Watch {
        private final Map<String, Long> millis = new LinkedHashMap<>();
        private long last = System.nanoTime();

        void lap(String part) {
            long now = System.nanoTime();
            millis.put(part, TimeUnit.NANOSECONDS.toMillis(now - last));
            last = now;
        }

        CatalogueTimes times() {
            return new CatalogueTimes(millis);
        }
    }
}
