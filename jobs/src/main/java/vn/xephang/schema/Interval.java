package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A stretch of numbers whose ends say whether they belong to it: {@code from} and {@code until} do, {@code over} and
 * {@code below} do not. An end that is absent has no bound.
 */
record Interval(Optional<End> lower, Optional<End> upper) {

    static final Set<String> KEYS = Set.of("over", "from", "below", "until");

    /** One end of it. */
    record End(BigDecimal at, boolean isClosed) {

        String canonical() {
            return CanonicalText.of(at) + (isClosed ? "]" : ")");
        }
    }

    static Interval read(Yaml yaml) {
        return new Interval(end(yaml, "from", "over"), end(yaml, "until", "below"));
    }

    private static Optional<End> end(Yaml yaml, String closed, String open) {
        if (yaml.has(closed) && yaml.has(open)) {
            yaml.problem(open, "One end has both '" + closed + "' and '" + open + "'; keep one");
        }
        if (yaml.has(closed)) {
            return Optional.of(new End(yaml.decimal(closed), true));
        }
        return yaml.has(open) ? Optional.of(new End(yaml.decimal(open), false)) : Optional.empty();
    }

    boolean contains(BigDecimal value) {
        return lower.map(end -> value.compareTo(end.at()) >= (end.isClosed() ? 0 : 1))
                        .orElse(true)
                && upper.map(end -> value.compareTo(end.at()) <= (end.isClosed() ? 0 : -1))
                        .orElse(true);
    }

    /** No number can be in it. */
    boolean isEmpty() {
        return lower.isPresent()
                && upper.isPresent()
                && (lower.get().at().compareTo(upper.get().at()) > 0
                        || (lower.get().at().compareTo(upper.get().at()) == 0
                                && !(lower.get().isClosed() && upper.get().isClosed())));
    }

    /** As in a rubric file, for messages. */
    String text() {
        return (lower.map(end -> (end.isClosed() ? "from " : "over ") + CanonicalText.of(end.at()) + " ")
                                .orElse("")
                        + upper.map(end -> (end.isClosed() ? "until " : "below ") + CanonicalText.of(end.at()))
                                .orElse(""))
                .strip();
    }

    String canonical() {
        return lower.map(End::canonical).orElse("") + ".."
                + upper.map(End::canonical).orElse("");
    }
}
