package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether each rating can be reached, and each unit gets one. */
final class RatingCheck {

    private final Rubric rubric;
    private final RatingRule.Bands rule;
    private final Yaml yaml;
    private final Set<String> metricCodes;

    RatingCheck(Rubric rubric, RatingRule.Bands rule, Yaml yaml, Set<String> metricCodes) {
        this.rubric = rubric;
        this.rule = rule;
        this.yaml = yaml;
        this.metricCodes = metricCodes;
    }

    void run() {
        List<Yaml> declared = yaml.maps("bands");
        Set<String> seen = new HashSet<>();
        Optional<RatingRule.Band> open = Optional.empty();
        Optional<BigDecimal> lowest = Optional.empty();
        for (int i = 0; i < declared.size(); i++) {
            RatingRule.Band band = rule.bands().get(i);
            Yaml at = declared.get(i);
            if (!seen.add(band.ratingCode())) {
                at.problem("rating_code", "Rating '" + band.ratingCode() + "' stands twice");
            }
            if (open.isPresent()) {
                at.problem(
                        "rating_code",
                        "Rating '" + band.ratingCode() + "' cannot be reached: everybody gets '"
                                + open.get().ratingCode() + "' before it");
            }
            checkFrom(band, at, lowest);
            checkParts(band, at);
            lowest = band.from().or(() -> Optional.of(new BigDecimal(Integer.MIN_VALUE)));
            open = open.or(() -> Optional.of(band).filter(RatingRule.Band::isOpenToAll));
        }
        if (!declared.isEmpty() && open.isEmpty()) {
            declared.get(declared.size() - 1)
                    .problem("rating_code", "The last rating must be open to all, else some unit gets none");
        }
    }

    private void checkFrom(RatingRule.Band band, Yaml at, Optional<BigDecimal> before) {
        if (band.from().isEmpty()) {
            return;
        }
        BigDecimal from = band.from().get();
        BigDecimal most = most();
        if (from.compareTo(most) > 0) {
            at.problem(
                    "from",
                    "Rating '" + band.ratingCode() + "' cannot be reached: it starts at " + from.toPlainString()
                            + ", the most is " + most.stripTrailingZeros().toPlainString());
        }
        if (before.isPresent() && from.compareTo(before.get()) > 0) {
            at.problem(
                    "from",
                    "Rating '" + band.ratingCode() + "' starts above the better one before it; bands stand best first");
        }
    }

    /** Points that nobody can exceed, in the measure of the rule. */
    private BigDecimal most() {
        BigDecimal points = BigDecimal.ZERO;
        for (Criterion criterion : rubric.criteria()) {
            if (criterion.isCounted()) {
                if (criterion.scoringRule() instanceof ProportionalToTarget goal && goal.mayExceedMax()) {
                    return new BigDecimal(Integer.MAX_VALUE);
                }
                points = points.add(criterion.maxPoints());
            }
        }
        if (rule.measure() == RatingRule.Measure.POINTS || rubric.maxPoints().signum() == 0) {
            return points;
        }
        return ScoringRule.quotient(points, rubric.maxPoints());
    }

    private void checkParts(RatingRule.Band band, Yaml at) {
        for (RatingRule.Floor floor : band.floors()) {
            if (rubric.sections().stream()
                    .noneMatch(section -> section.sectionCode().equals(floor.sectionCode()))) {
                at.problem("floors", "Unknown section '" + floor.sectionCode() + "'");
            }
            checkShare(at, "floors", floor.share());
        }
        band.everyCriterionFrom().ifPresent(share -> checkShare(at, "every_criterion_from", share));
        for (RatingRule.KnockOut knockOut : band.knockOuts()) {
            if (!metricCodes.contains(knockOut.metricCode())) {
                at.problem(
                        "knock_outs",
                        "Unknown metric '" + knockOut.metricCode() + "'; add it to codelists/metrics.csv");
            }
        }
    }

    private static void checkShare(Yaml at, String key, BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            at.problem(key, "Invalid share " + share + "; expected 0 to 1");
        }
    }
}
