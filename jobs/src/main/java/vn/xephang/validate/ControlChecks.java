package vn.xephang.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.schema.ControlRule;

/**
 * Holds figures against the control rules: sums of metrics, sums over units, limits. A rule is checked where all its
 * figures are there. Broken sums that one wrong figure explains make one finding at that figure's cell; each other
 * broken sum is told at its total, several at one cell together.
 */
public final class ControlChecks {

    private final List<ControlRule> rules;
    private final UnitTree tree;
    private final Set<String> metricCodes;

    public ControlChecks(List<ControlRule> rules, UnitTree tree) {
        this.rules = List.copyOf(rules);
        this.tree = tree;
        this.metricCodes =
                rules.stream().flatMap(rule -> rule.metricCodes().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a rule reads this metric. */
    boolean reads(String metricCode) {
        return metricCodes.contains(metricCode);
    }

    /** Findings about the figures of one year and period. @param concerns which sums and limits to look at */
    List<Finding> check(Figures figures, Predicate<Stream<Figure>> concerns) {
        List<Sum> sums = rules.stream()
                .flatMap(rule -> sums(rule, figures))
                .filter(sum -> concerns.test(sum.figures()))
                .toList();
        List<WrongCell> wrong = WrongCell.among(sums);
        List<Finding> findings = new ArrayList<>();
        Set<Integer> explained = new TreeSet<>();
        for (WrongCell cell : wrong) {
            explained.addAll(cell.sums());
            findings.add(finding(cell, sums));
        }
        findings.addAll(unexplained(sums, explained));
        Set<Figure> blamed = wrong.stream().map(WrongCell::figure).collect(Collectors.toSet());
        rules.stream()
                .flatMap(rule -> limits(rule, figures))
                .filter(limit -> concerns.test(limit.figures()))
                .filter(limit -> limit.figures().noneMatch(blamed::contains))
                .forEach(limit ->
                        findings.add(finding(FindingCode.LIMIT_BROKEN, limit.total(), limit.text(">"), limit.rule())));
        return findings;
    }

    private Stream<Sum> sums(ControlRule rule, Figures figures) {
        if (rule instanceof ControlRule.Parts parts) {
            return figures.of(parts.metricCode()).values().stream()
                    .flatMap(total -> figures.all(parts.partCodes(), total.orgUnitId()).stream()
                            .map(found -> new Sum(total, found, text(parts), parts.tolerance())))
                    .filter(sum -> isChecked(sum, parts));
        }
        return rule instanceof ControlRule.RollUp rollUp ? rollUps(rollUp, figures) : Stream.empty();
    }

    private Stream<Sum> rollUps(ControlRule.RollUp rule, Figures figures) {
        Map<String, Figure> units = figures.of(rule.metricCode());
        if (units.isEmpty()) {
            return Stream.empty();
        }
        Figure any = units.values().iterator().next();
        List<Sum> sums = new ArrayList<>();
        tree.below(rule.fromLevel(), rule.toLevel(), rule.scope().mapOn(any.referenceYear(), any.periodCode()))
                .forEach((unit, below) -> {
                    if (units.containsKey(unit) && units.keySet().containsAll(below)) {
                        sums.add(new Sum(
                                units.get(unit),
                                below.stream().map(units::get).toList(),
                                text(rule, below.size()),
                                rule.tolerance()));
                    }
                });
        return sums.stream().filter(sum -> isChecked(sum, rule));
    }

    /** Where the rule does not count missing figures as 0, a sum with one of them is not checked. */
    private static boolean isChecked(Sum sum, ControlRule rule) {
        return rule.scope().isMissingZero()
                || sum.figures().allMatch(figure -> figure.number().isPresent());
    }

    private static Stream<Sum> limits(ControlRule rule, Figures figures) {
        if (!(rule instanceof ControlRule.AtMost limit)) {
            return Stream.empty();
        }
        return figures.of(limit.metricCode()).values().stream()
                .flatMap(figure -> figures.all(limit.limitCodes(), figure.orgUnitId()).stream()
                        .map(found -> new Sum(figure, found, text(limit), limit.tolerance())))
                .filter(sum -> isChecked(sum, limit))
                .filter(sum -> sum.difference().compareTo(sum.tolerance()) > 0);
    }

    private static List<Finding> unexplained(List<Sum> sums, Set<Integer> explained) {
        Map<Figure, List<Sum>> byTotal = new TreeMap<>(Figure.ORDER);
        for (int i = 0; i < sums.size(); i++) {
            if (!explained.contains(i) && sums.get(i).isBroken()) {
                byTotal.computeIfAbsent(sums.get(i).total(), none -> new ArrayList<>())
                        .add(sums.get(i));
            }
        }
        List<Finding> findings = new ArrayList<>();
        byTotal.forEach((total, broken) ->
                findings.add(finding(FindingCode.SUM_BROKEN, total, joined(broken, Sum::text), rules(broken))));
        return findings;
    }

    private static Finding finding(WrongCell cell, List<Sum> sums) {
        List<Sum> broken = cell.sums().stream().map(sums::get).toList();
        String found = Sum.plain(cell.figure().orZero()) + " (" + Sum.plain(cell.mended()) + ")";
        return finding(FindingCode.CELL_BREAKS_SUMS, cell.figure(), found, rules(broken));
    }

    static Finding finding(FindingCode code, Figure figure, String found, String expected) {
        return new Finding(
                code,
                figure.deliveryId(),
                figure.landingFile(),
                figure.sheet(),
                figure.cell(),
                figure.referenceYear(),
                found,
                expected);
    }

    private static String rules(List<Sum> sums) {
        return joined(sums, Sum::rule);
    }

    private static String joined(List<Sum> sums, java.util.function.Function<Sum, String> text) {
        return sums.stream().map(text).distinct().sorted().collect(Collectors.joining("; "));
    }

    private static String text(ControlRule.Parts rule) {
        return rule.metricCode() + " = " + String.join(" + ", rule.partCodes());
    }

    private static String text(ControlRule.AtMost rule) {
        return rule.metricCode() + " <= " + String.join(" + ", rule.limitCodes());
    }

    private static String text(ControlRule.RollUp rule, int count) {
        return rule.metricCode() + ": " + rule.toLevel() + " = Σ " + count + " " + rule.fromLevel();
    }
}
