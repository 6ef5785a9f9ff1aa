package vn.xephang.model;

import java.util.Locale;

/** What a delivered column holds: a metric, points that an assessor entered, or one part of a publisher's result. */
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

    /** A part of what the publisher gave as result, at a stage. */
    record Published(String scorecardCode, Part part, String stageCode) implements Target {
        @Override
        public String text() {
            return PUBLISHED + scorecardCode + "/" + part.name().toLowerCase(Locale.ROOT) + suffix(stageCode);
        }
    }

    /** Points that an assessor entered for a criterion, at a stage. */
    record Entered(String scorecardCode, String criterionCode, String stageCode) implements Target {
        @Override
        public String text() {
            return ENTERED + scorecardCode + "/" + criterionCode + suffix(stageCode);
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
    String ENTERED = "entered:";

    /** Stands before a stage other than final: {@code entered:justice-province/a1@self}. */
    String AT = "@";

    /** @throws IllegalArgumentException when the text is of none of these forms */
    static Target of(String text) {
        if (text.startsWith(METRIC) && text.length() > METRIC.length() && !text.contains(AT)) {
            return new OfMetric(text.substring(METRIC.length()));
        }
        int slash = text.indexOf('/');
        int at = text.contains(AT) ? text.lastIndexOf(AT) : text.length();
        String stage = at == text.length() ? Stage.FINAL.code() : text.substring(at + 1);
        boolean isWhole = slash > 0 && slash + 1 < at && Stage.codes().contains(stage);
        if (isWhole && text.startsWith(PUBLISHED) && slash > PUBLISHED.length() && isPart(text, slash, at)) {
            return new Published(
                    text.substring(PUBLISHED.length(), slash),
                    Part.valueOf(text.substring(slash + 1, at).toUpperCase(Locale.ROOT)),
                    stage);
        }
        if (isWhole && text.startsWith(ENTERED) && slash > ENTERED.length()) {
            return new Entered(text.substring(ENTERED.length(), slash), text.substring(slash + 1, at), stage);
        }
        throw new IllegalArgumentException("Invalid target '" + text
                + "'; expected metric:<code>, published:<scorecard>/points|rank|rating or"
                + " entered:<scorecard>/<criterion>, the latter two with @self or @confirmed where not final");
    }

    /** A target as it counts in a form of that stage; one that names its own stage keeps it. */
    static String at(String text, String stageCode) {
        return text.startsWith(METRIC) || text.contains(AT) ? text : text + suffix(stageCode);
    }

    private static boolean isPart(String text, int slash, int at) {
        String part = text.substring(slash + 1, at);
        return part.equals("points") || part.equals("rank") || part.equals("rating");
    }

    private static String suffix(String stageCode) {
        return stageCode.equals(Stage.FINAL.code()) ? "" : AT + stageCode;
    }
}
