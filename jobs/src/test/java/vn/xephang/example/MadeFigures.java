package vn.xephang.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.xephang.schema.MetricForm;

/** The synthetic figures of a unit in a year: every core metric of its level, by metric code. */
final class MadeFigures {

    /** Not additive, so a province has its own and not the sum of its districts. */
    private static final Set<String> OWN = Set.of("percent", "level", "days");

    private final List<MetricForm> forms;
    private final MadeUnits units;

    MadeFigures(List<MetricForm> forms, MadeUnits units) {
        this.forms = List.copyOf(forms);
        this.units = units;
    }

    /** The metrics that a form of this level asks for and that have figures. */
    List<MetricForm> asked(String level, int year) {
        return forms.stream()
                .filter(form -> form.isCore() && form.levels().contains(level) && isCollected(form.formCode(), year))
                .filter(form -> FigureRule.ALL.containsKey(form.formCode())
                        || !form.formula().isEmpty())
                .toList();
    }

    /** Electronic copies start in 2021; criminal records went to the police in 2025 (from memory). */
    private static boolean isCollected(String formCode, int year) {
        return !(formCode.equals("CT07") && year < 2021) && !(formCode.startsWith("LL") && year > 2024);
    }

    /** Metric code -> value. */
    Map<String, BigDecimal> of(MadeUnit unit, int year, Reporting reporting) {
        Map<String, BigDecimal> counted = counted(unit, year, reporting);
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (MetricForm form : forms) {
            BigDecimal value = counted.get(form.formCode());
            if (value != null) {
                values.put(form.metricCode(), value);
            }
        }
        for (MetricForm form : forms) {
            if (form.isCore() && !form.formula().isEmpty() && !values.containsKey(form.metricCode())) {
                Formula.of(form.formula(), values).ifPresent(value -> values.put(form.metricCode(), value));
            }
        }
        return values;
    }

    /** A province with known districts is their sum, in every metric that districts report and that adds up. */
    private Map<String, BigDecimal> counted(MadeUnit unit, int year, Reporting reporting) {
        Map<String, BigDecimal> counted = drawn(unit, year, reporting);
        List<MadeUnit> parts = units.districtsOf(unit, year);
        if (parts.isEmpty()) {
            return counted;
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        for (MadeUnit part : parts) {
            drawn(part, year, reporting).forEach((code, value) -> sums.merge(code, value, BigDecimal::add));
        }
        counted.replaceAll((code, own) -> isSummed(code) ? sums.get(code) : own);
        return counted;
    }

    private boolean isSummed(String formCode) {
        return !OWN.contains(FigureRule.ALL.get(formCode).kind())
                && forms.stream()
                        .anyMatch(form -> form.formCode().equals(formCode)
                                && form.levels().contains("district"));
    }

    private Map<String, BigDecimal> drawn(MadeUnit unit, int year, Reporting reporting) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        FigureRule.ALL.values().forEach(rule -> values.put(rule.formCode(), draw(rule, unit, year, reporting, values)));
        return values;
    }

    private static BigDecimal draw(
            FigureRule rule, MadeUnit unit, int year, Reporting reporting, Map<String, BigDecimal> drawn) {
        String code = rule.formCode();
        return switch (rule.kind()) {
            case "count" -> atLeastOne(yearly(rule, unit, year) * reporting.part(unit, code, year));
            case "stock" -> atLeastOne(yearly(rule, unit, year));
            case "share" -> whole(drawn.get(rule.arguments().get(0)).doubleValue() * share(rule, unit, year, 1));
            case "per" -> whole(drawn.get(rule.arguments().get(0)).doubleValue() * ratio(rule, unit, year));
            case "rest" -> rest(rule, drawn);
            case "percent" -> decimal(100 * share(rule, unit, year, 0));
            case "level" -> decimal(Math.min(100, ratio(rule, unit, year)));
            case "days" -> BigDecimal.valueOf(daysLate(unit, year, reporting));
            default -> throw new IllegalArgumentException(rule.toString());
        };
    }

    private static double yearly(FigureRule rule, MadeUnit unit, int year) {
        double growth = StrictMath.pow(1 + rule.number(1), year - 2024);
        return rule.number(0)
                * unit.share()
                * growth
                * around(0.10 * Seeded.bell(unit.id(), rule.formCode()))
                * around(0.03 * Seeded.bell(unit.id(), rule.formCode(), year));
    }

    private static double share(FigureRule rule, MadeUnit unit, int year, int first) {
        double share = rule.number(first)
                + rule.number(first + 2) * (year - 2021)
                + rule.number(first + 1) * apart(rule, unit, year);
        return Math.min(1, Math.max(rule.number(first) / 10, share));
    }

    private static double ratio(FigureRule rule, MadeUnit unit, int year) {
        int mean = rule.kind().equals("level") ? 0 : 1;
        double ratio = rule.number(mean) + rule.number(mean + 1) * apart(rule, unit, year);
        return Math.max(rule.number(mean) / 10, ratio);
    }

    /** How far a unit is from the middle: what it always is, what it is in this, and what the year brings. */
    private static double apart(FigureRule rule, MadeUnit unit, int year) {
        return 0.6 * unit.quality(year)
                + 0.5 * Seeded.bell(unit.id(), rule.formCode(), "apart")
                + 0.3 * Seeded.bell(unit.id(), rule.formCode(), "apart", year);
    }

    private static BigDecimal rest(FigureRule rule, Map<String, BigDecimal> drawn) {
        BigDecimal rest = drawn.get(rule.arguments().get(0));
        for (String part : rule.arguments().subList(1, rule.arguments().size())) {
            rest = rest.subtract(drawn.get(part));
        }
        return rest.max(BigDecimal.ZERO);
    }

    private static int daysLate(MadeUnit unit, int year, Reporting reporting) {
        double chance = 0.7 + 0.12 * unit.quality(year);
        return Seeded.uniform(unit.id(), "late", year, reporting) < chance
                ? 0
                : 1 + Seeded.below(12, unit.id(), "days", year, reporting);
    }

    private static double around(double apart) {
        return Math.max(0.2, 1 + apart);
    }

    private static BigDecimal atLeastOne(double value) {
        return whole(Math.max(1, value));
    }

    /** Rounded down, so that a part of a whole never exceeds it, nor a part of a year the year. */
    private static BigDecimal whole(double value) {
        return BigDecimal.valueOf((long) value);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    static String metricCode(String formCode) {
        return "justice_" + formCode.toLowerCase(Locale.ROOT);
    }
}
