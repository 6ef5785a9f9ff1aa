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

    /** What {@link #toString} wrote. */
    public static CatalogueTimes parse(String lines) {
        Map<String, Long> millis = new LinkedHashMap<>();
        lines.lines().map(line -> line.split("\t", 2)).forEach(part -> millis.put(part[0], Long.parseLong(part[1])));
        return new CatalogueTimes(millis);
    }

    /** A line each: the part, a tab, its milliseconds. */
    @Override
    public String toString() {
        return millis.entrySet().stream()
                .map(part -> part.getKey() + "\t" + part.getValue())
                .collect(Collectors.joining("\n"));
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
