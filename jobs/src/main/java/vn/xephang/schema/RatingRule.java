package vn.xephang.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a unit's class follows from its result. */
public sealed interface RatingRule {

    /** Its own text in the canonical text of a rubric. */
    String canonical();

    /** Every metric that a knock-out reads. */
    default Set<String> metricCodes() {
        return Set.of();
    }

    /** The publisher gives a class to each unit every year; there is no fixed threshold. */
    record Published() implements RatingRule {
        @Override
        public String canonical() {
            return "published";
        }
    }

    /** The first band, best first, whose every clause holds. */
    record Bands(Measure measure, List<Band> bands) implements RatingRule {

        public Bands {
            bands = List.copyOf(bands);
        }

        @Override
        public String canonical() {
            return measure.code() + bands.stream().map(Band::canonical).collect(Collectors.joining());
        }

        @Override
        public Set<String> metricCodes() {
            return bands.stream()
                    .flatMap(band -> band.knockOuts().stream())
                    .map(KnockOut::metricCode)
                    .collect(Collectors.toSet());
        }
    }

    /** What thresholds are compared with. */
    enum Measure {
        /** Total, in points. */
        POINTS,
        /** Total as a share of what is attainable, 0 to 1. */
        SHARE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One class.
     *
     * @param from least total, in the measure of the rule; empty for the lowest class
     * @param everyCriterionFrom least share of the maximum of each counted criterion
     * @param quota how many may get it at most
     */
    record Band(
            String ratingCode,
            String ratingNameVi,
            String ratingNameEn,
            Optional<BigDecimal> from,
            List<Floor> floors,
            Optional<BigDecimal> everyCriterionFrom,
            List<KnockOut> knockOuts,
            Optional<Quota> quota) {

        public Band {
            floors = List.copyOf(floors);
            knockOuts = List.copyOf(knockOuts);
        }

        /** Everybody gets it. */
        boolean isOpenToAll() {
            return from.isEmpty()
                    && floors.isEmpty()
                    && everyCriterionFrom.isEmpty()
                    && knockOuts.isEmpty()
                    && quota.isEmpty();
        }

        String canonical() {
            return " | " + ratingCode
                    + from.map(at -> " from=" + CanonicalText.of(at)).orElse("")
                    + floors.stream().map(Floor::canonical).collect(Collectors.joining())
                    + everyCriterionFrom
                            .map(at -> " every_criterion_from=" + CanonicalText.of(at))
                            .orElse("")
                    + knockOuts.stream().map(KnockOut::canonical).collect(Collectors.joining())
                    + quota.map(Quota::canonical).orElse("");
        }
    }

    /** Least share of the maximum of one section. */
    record Floor(String sectionCode, BigDecimal share) {
        String canonical() {
            return " floor:" + sectionCode + "=" + CanonicalText.of(share);
        }
    }

    /** A value of the metric over this bars the unit from the class. A missing value bars nobody. */
    record KnockOut(String metricCode, BigDecimal over) {
        String canonical() {
            return " knock_out:" + metricCode + ">" + CanonicalText.of(over);
        }
    }

    /**
     * At most this share of the ranked units; the rest of those who would get the class get the next one.
     *
     * @param rounding of the number of units
     * @param isTieIn units that are equal at the edge all get it, or none of them
     */
    record Quota(BigDecimal share, RoundingMode rounding, boolean isTieIn) {

        /** How many of so many units. */
        public int of(int units) {
            return share.multiply(BigDecimal.valueOf(units))
                    .setScale(0, rounding)
                    .intValueExact();
        }

        String canonical() {
            return " quota=" + CanonicalText.of(share) + "/" + rounding + "/" + (isTieIn ? "tie_in" : "tie_out");
        }
    }

    /** The rule of a rubric file; empty where ratings are not given. */
    static Optional<RatingRule> read(Yaml rubric) {
        return rubric.map("rating").map(RatingRule::readRule);
    }

    private static RatingRule readRule(Yaml yaml) {
        String of = yaml.oneOf("of", Set.of("points", "share", "published"));
        yaml.refuseUnknownKeys(Set.of("of", "bands"));
        if (of.equals("published")) {
            if (yaml.has("bands")) {
                yaml.problem("bands", "Ratings given by the publisher have no bands");
            }
            return new Published();
        }
        List<Band> bands = new ArrayList<>();
        yaml.maps("bands").forEach(band -> bands.add(readBand(band)));
        if (bands.isEmpty()) {
            yaml.problem("bands", "Missing 'bands', best first");
        }
        return new Bands(of.equals("points") ? Measure.POINTS : Measure.SHARE, bands);
    }

    private static Band readBand(Yaml yaml) {
        List<Floor> floors = new ArrayList<>();
        for (Yaml floor : yaml.maps("floors")) {
            floors.add(new Floor(floor.text("section_code"), floor.decimal("share")));
            floor.refuseUnknownKeys(Set.of("section_code", "share"));
        }
        List<KnockOut> knockOuts = new ArrayList<>();
        for (Yaml knockOut : yaml.maps("knock_outs")) {
            knockOuts.add(new KnockOut(knockOut.text("metric_code"), knockOut.decimal("over")));
            knockOut.refuseUnknownKeys(Set.of("metric_code", "over"));
        }
        yaml.refuseUnknownKeys(Set.of(
                "rating_code",
                "rating_name_vi",
                "rating_name_en",
                "from",
                "floors",
                "every_criterion_from",
                "knock_outs",
                "quota"));
        return new Band(
                yaml.text("rating_code"),
                yaml.text("rating_name_vi"),
                yaml.text("rating_name_en"),
                yaml.has("from") ? Optional.of(yaml.decimal("from")) : Optional.empty(),
                floors,
                yaml.has("every_criterion_from") ? Optional.of(yaml.decimal("every_criterion_from")) : Optional.empty(),
                knockOuts,
                yaml.map("quota").map(RatingRule::readQuota));
    }

    static Quota readQuota(Yaml yaml) {
        BigDecimal share = yaml.decimal("share");
        if (yaml.has("share") && (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            yaml.problem("share", "Invalid share " + share + "; expected more than 0, at most 1");
        }
        Set<String> modes = new HashSet<>(Set.of("FLOOR", "CEILING", "HALF_UP", "HALF_EVEN"));
        String mode = yaml.oneOf("rounding_mode", modes);
        String ties = yaml.oneOf("ties", Set.of("all_in", "all_out"));
        yaml.refuseUnknownKeys(Set.of("share", "rounding_mode", "ties"));
        return new Quota(
                share, modes.contains(mode) ? RoundingMode.valueOf(mode) : RoundingMode.FLOOR, ties.equals("all_in"));
    }
}
