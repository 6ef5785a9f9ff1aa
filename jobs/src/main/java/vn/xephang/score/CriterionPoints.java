package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.xephang.model.Participant;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.CriterionInput;
import vn.xephang.schema.Entered;
import vn.xephang.schema.Measured;
import vn.xephang.schema.MissingRule;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.ScoringRule;
import vn.xephang.schema.WeightedMean;
import vn.xephang.schema.YesNo;

/** Points of each unit for each criterion, worked out once. */
final class CriterionPoints {

    private final YearData year;
    private final Rubric rubric;
    private final Map<String, Map<String, BigDecimal>> values = new HashMap<>();
    private final Map<String, List<BigDecimal>> all = new HashMap<>();
    private final Map<String, Map<String, Optional<BigDecimal>>> points = new HashMap<>();

    CriterionPoints(YearData year, Rubric rubric) {
        this.year = year;
        this.rubric = rubric;
        for (Criterion criterion : rubric.criteria()) {
            Map<String, BigDecimal> measured = new HashMap<>();
            List<BigDecimal> compared = new ArrayList<>();
            for (Participant unit : year.participants()) {
                String id = unit.orgUnitId();
                delivered(id, criterion).ifPresent(value -> {
                    measured.put(id, value);
                    if (!year.isNotParticipating(id)) {
                        compared.add(value);
                    }
                });
            }
            values.put(criterion.criterionCode(), measured);
            all.put(criterion.criterionCode(), List.copyOf(compared));
        }
    }

    /** What the criterion is measured by, of one unit; empty where it is missing, or made of other criteria. */
    Optional<BigDecimal> value(String unit, Criterion criterion) {
        return Optional.ofNullable(values.get(criterion.criterionCode()).get(unit));
    }

    /** Something was delivered for the unit: without anything, rules for missing values would rank a silent unit. */
    boolean hasAny(String unit) {
        return values.values().stream().anyMatch(measured -> measured.containsKey(unit))
                || !year.context().entered().getOrDefault(unit, Map.of()).isEmpty();
    }

    /** Points as they count; empty when the value, or what the rule needs beside it, is missing. */
    Optional<BigDecimal> of(String unit, Criterion criterion) {
        Map<String, Optional<BigDecimal>> ofUnit = points.computeIfAbsent(unit, none -> new HashMap<>());
        Optional<BigDecimal> known = ofUnit.get(criterion.criterionCode());
        if (known == null) {
            known = points(unit, criterion).or(() -> ifMissing(criterion)).map(rubric::counted);
            ofUnit.put(criterion.criterionCode(), known);
        }
        return known;
    }

    private Optional<BigDecimal> ifMissing(Criterion criterion) {
        return criterion.whenMissing().orElse(rubric.missingRule()) == MissingRule.ZERO_POINTS
                ? Optional.of(BigDecimal.ZERO)
                : Optional.empty();
    }

    /** Points entered at this stage stand in the place of any rule; outside what the rule can give they are no answer. */
    private Optional<BigDecimal> points(String unit, Criterion criterion) {
        ScoringRule rule = criterion.scoringRule();
        Optional<BigDecimal> entered = year.entered(unit, criterion.criterionCode());
        if (entered.isPresent()) {
            return entered.filter(points -> criterion.leastPoints().compareTo(points) <= 0
                    && criterion.mostPoints().compareTo(points) >= 0);
        }
        Optional<BigDecimal> value = rule instanceof WeightedMean mean ? mean(unit, mean) : value(unit, criterion);
        return value.flatMap(measured -> rule.points(new Measured(
                measured,
                criterion.maxPoints(),
                criterion.metricCode().flatMap(metric -> year.context().target(unit, metric)),
                evidence(unit, rule),
                all.get(criterion.criterionCode()))));
    }

    private Optional<BigDecimal> evidence(String unit, ScoringRule rule) {
        return rule instanceof YesNo yesNo
                ? yesNo.evidenceMetricCode().flatMap(metric -> year.value(unit, metric))
                : Optional.empty();
    }

    /** The mean share of the maximum of other criteria; empty when one of them has no points. */
    private Optional<BigDecimal> mean(String unit, WeightedMean mean) {
        Map<String, BigDecimal> shares = new HashMap<>();
        for (String code : mean.weights().keySet()) {
            Criterion part = rubric.criterion(code).orElseThrow();
            Optional<BigDecimal> earned = of(unit, part);
            if (earned.isEmpty()) {
                return Optional.empty();
            }
            shares.put(code, earned.get().divide(part.maxPoints(), ScoringRule.CONTEXT));
        }
        return Optional.of(mean.mean(shares));
    }

    private Optional<BigDecimal> delivered(String unit, Criterion criterion) {
        if (criterion.scoringRule() instanceof Entered) {
            return year.entered(unit, criterion.criterionCode());
        }
        if (criterion.input() instanceof CriterionInput.Ratio ratio) {
            Optional<BigDecimal> divisor =
                    year.value(unit, ratio.denominatorCode()).filter(value -> value.signum() != 0);
            return year.value(unit, ratio.numeratorCode())
                    .flatMap(value -> divisor.map(by -> ScoringRule.quotient(value.multiply(ratio.factor()), by)));
        }
        return criterion.metricCode().flatMap(metric -> year.value(unit, metric));
    }
}
