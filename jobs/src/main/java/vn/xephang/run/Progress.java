package vn.xephang.run;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Progress lines on standard error: the step's word, what it did, and since when. Remembers how long steps took. */
public final class Progress {

    private final PrintStream out;
    private final long startedNanos = System.nanoTime();
    private final Map<String, Long> millisAt = new TreeMap<>();
    private final Map<String, Map<String, Long>> millisOfParts = new TreeMap<>();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** One line for a step of the sentence: landing, read, validate, conform, score, publish, view. */
    public void step(String word, String what) {
        long millis = (System.nanoTime() - startedNanos) / 1_000_000;
        millisAt.put(word, millis);
        out.println(String.format(Locale.ROOT, "%-9s %s  (%.1f s)", word, what, millis / 1000.0));
    }

    /** How long each part of a step took by itself; told in the record of the run only. */
    void parts(String word, Map<String, Long> millis) {
        millisOfParts.put(word, millis);
    }

    public void note(String text) {
        out.println(text);
    }

    /** Step -> milliseconds from the start to its last line. */
    public Map<String, Long> millisAt() {
        return Map.copyOf(millisAt);
    }

    /** Step -> part -> milliseconds, parts in the order in which they were done. */
    Map<String, Map<String, Long>> millisOfParts() {
        return Map.copyOf(millisOfParts);
    }
}
