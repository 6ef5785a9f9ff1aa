package vn.xephang.model;

import java.util.Locale;

/** What a delivered column holds: a metric, or one part of a publisher's result. */
public sealed interface Target {

    /** The text form that travels in rows: {@code metric:pci_entry}, {@code published:pci/rank}. */
    String text();

    /** A value of a metric. */
    record OfMetric(String metricCode) implements Target {
        @Override
        public String text() {
            return METRIC + metricCode;
        }
    }

    /** A part of what the publisher gave as result. */
    record Published(String scorecardCode, Part part) implements Target {
        @Override
        public String text() {
            return PUBLISHED + scorecardCode + "/" + part.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The parts of a published result. */
    enum Part {
        POINTS,
        RANK,
        RATING
    }

    String METRIC = "metric:";
    String PUBLISHED = "published:";

    /** @throws IllegalArgumentException when the text is of neither form */
    static Target of(String text) {
        if (text.startsWith(METRIC) && text.length() > METRIC.length()) {
            return new OfMetric(text.substring(METRIC.length()));
        }
        int slash = text.indexOf('/');
        if (text.startsWith(PUBLISHED) && slash > PUBLISHED.length()) {
            return new Published(
                    text.substring(PUBLISHED.length(), slash),
                    Part.valueOf(text.substring(slash + 1).toUpperCase(Locale.ROOT)));
        }
        throw new IllegalArgumentException(
                "Invalid target '" + text + "'; expected metric:<code> or published:<scorecard>/points|rank|rating");
    }
}
