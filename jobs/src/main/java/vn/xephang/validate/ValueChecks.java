package vn.xephang.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.schema.ValueRule;

/**
 * Holds figures against what their unit gives in other years and against the other units of their table. What is
 * found is a suspicion, told at the figure's cell, or once for a column that is out as a whole.
 */
public final class ValueChecks {

    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext FACTOR = new MathContext(2, RoundingMode.HALF_EVEN);

    private final Map<String, ValueRule> rules;
    private final UnitLives lives;

    /** @param rules by metric code */
    public ValueChecks(Map<String, ValueRule> rules, UnitLives lives) {
        this.rules = Map.copyOf(rules);
        this.lives = lives;
    }

    /** Whether values of this metric are held against each other. */
    public boolean reads(String metricCode) {
        return rules.containsKey(metricCode);
    }

    /** Within one delivery: every history in it, and its tables. @param figures of any metrics, units and years */
    List<Finding> withinDelivery(Stream<Figure> figures) {
        List<Finding> findings = new ArrayList<>();
        byMetric(figures).forEach((key, same) -> {
            ValueRule rule = rules.get(same.get(0).metricCode());
            List<Finding> ofHistory = history(same, rule, all -> true);
            Set<String> told = ofHistory.stream().map(Finding::where).collect(Collectors.toCollection(HashSet::new));
            findings.addAll(ofHistory);
            byLevelAndYear(same).values().stream()
                    .flatMap(table -> new TablePeers(rule).among(table).stream())
                    .filter(out -> told.add(finding(out).where()))
                    .forEach(out -> findings.add(finding(out)));
        });
        return findings;
    }

    /** Between deliveries: figures whose usual value other deliveries had a part in. @param figures of one metric */
    public List<Finding> betweenDeliveries(List<FigureRow> figures) {
        List<Finding> findings = new ArrayList<>();
        byMetric(figures.stream().map(Figure::of))
                .forEach((key, same) ->
                        findings.addAll(history(same, rules.get(same.get(0).metricCode()), ValueChecks::isOfSeveral)));
        return findings;
    }

    private static boolean isOfSeveral(Deviation deviation) {
        return deviation.others().stream()
                .anyMatch(other -> !other.deliveryId().equals(deviation.figure().deliveryId()));
    }

    /** By metric, period and level, those that their rule can judge. */
    private Map<String, List<Figure>> byMetric(Stream<Figure> figures) {
        Map<String, List<Figure>> byMetric = new TreeMap<>();
        figures.filter(figure -> reads(figure.metricCode()))
                .filter(figure -> figure.number()
                        .filter(number -> rules.get(figure.metricCode()).takes(number.doubleValue()))
                        .isPresent())
                .sorted(Figure.ORDER)
                .forEach(figure -> byMetric.computeIfAbsent(
                                figure.metricCode() + '|' + figure.periodCode() + '|' + lives.level(figure.orgUnitId()),
                                none -> new ArrayList<>())
                        .add(figure));
        return byMetric;
    }

    private static Map<Integer, List<Figure>> byLevelAndYear(List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(Figure::referenceYear, TreeMap::new, Collectors.toList()));
    }

    private List<Finding> history(List<Figure> figures, ValueRule rule, Predicate<Deviation> concerns) {
        List<Deviation> deviations = new UsualValues(rule, lives)
                .of(figures).stream().filter(concerns).toList();
        List<Finding> findings = new ArrayList<>(WholeColumns.findings(deviations, rule));
        deviations.forEach(deviation -> verdict(deviation, rule).ifPresent(findings::add));
        return findings;
    }

    private static java.util.Optional<Finding> verdict(Deviation deviation, ValueRule rule) {
        Figure figure = deviation.figure();
        double value = figure.orZero().doubleValue();
        BigDecimal usual = usual(deviation.others());
        if (deviation.scales() < Math.min(rule.threshold(), rule.shiftThreshold())
                || Math.max(Math.abs(value), Math.abs(usual.doubleValue())) < rule.least()) {
            return java.util.Optional.empty();
        }
        OptionalInt power = PowerOfTen.of(rule, value, value - deviation.rest(), deviation.rest(), deviation.scale());
        if (power.isPresent() && deviation.scales() >= rule.shiftThreshold()) {
            return java.util.Optional.of(finding(
                    PowerOfTen.code(power.getAsInt()),
                    figure,
                    PowerOfTen.text(power.getAsInt()),
                    usual,
                    years(deviation.others())));
        }
        boolean isOut = deviation.scales() >= rule.threshold() && Math.abs(deviation.sure()) >= rule.leastDistance();
        return isOut
                ? java.util.Optional.of(finding(
                        FindingCode.OUTLIER, figure, apart(figure, usual, rule), usual, years(deviation.others())))
                : java.util.Optional.empty();
    }

    private Finding finding(TablePeers.Out out) {
        return finding(
                FindingCode.UNIT_OF_MEASURE_SUSPECTED,
                out.figure(),
                PowerOfTen.text(out.power()),
                usual(out.others()),
                out.others().size() + " " + lives.level(out.figure().orgUnitId()));
    }

    private static Finding finding(FindingCode code, Figure figure, String by, BigDecimal usual, String of) {
        return ControlChecks.finding(
                code, figure, Sum.plain(figure.orZero()) + " (" + by + ")", Sum.plain(usual) + " (" + of + ")");
    }

    private static BigDecimal usual(List<Figure> others) {
        return Median.of(others.stream().map(Figure::orZero).toList()).round(SHOWN);
    }

    /** {@code ×4.2} or {@code -5.4}. */
    private static String apart(Figure figure, BigDecimal usual, ValueRule rule) {
        return rule.method() == ValueRule.Method.LOG_RATIO
                ? "×" + Sum.plain(figure.orZero().divide(usual, FACTOR))
                : Sum.signed(figure.orZero().subtract(usual).round(FACTOR));
    }

    /** {@code 2017-2021}. */
    static String years(List<Figure> others) {
        int first = others.stream().mapToInt(Figure::referenceYear).min().orElseThrow();
        int last = others.stream().mapToInt(Figure::referenceYear).max().orElseThrow();
        return first == last ? "" + first : first + "-" + last;
    }
}
