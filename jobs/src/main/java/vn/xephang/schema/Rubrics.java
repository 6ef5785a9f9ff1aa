package vn.xephang.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.xephang.model.Metric;

/** Every rubric, by scorecard and year. */
public final class Rubrics {

    private final SortedMap<String, SortedMap<Integer, Rubric>> byScorecard = new TreeMap<>();

    public Rubrics(List<Rubric> rubrics) {
        for (Rubric rubric : rubrics) {
            byScorecard
                    .computeIfAbsent(rubric.scorecardCode(), code -> new TreeMap<>())
                    .put(rubric.rubricYear(), rubric);
        }
    }

    /**
     * Reads {@code rubrics/<scorecard>/<year>.yaml}.
     *
     * @param metrics every metric there is
     */
    public static Rubrics load(SchemaFiles files, List<Metric> metrics, Problems problems) {
        return of(Yaml.parseAll(files, "rubrics", problems), files, metrics, problems);
    }

    /** @param parsed by name; what is wrong inside a file becomes a problem where its parsing told them */
    static Rubrics of(Map<String, Yaml> parsed, SchemaFiles files, List<Metric> metrics, Problems problems) {
        Map<String, Metric> byCode = new TreeMap<>();
        metrics.forEach(metric -> byCode.put(metric.metricCode(), metric));
        Rubrics rubrics = new Rubrics(
                parsed.values().stream().map(file -> Rubric.read(file, byCode)).toList());
        Map<String, String> hashes = new HashMap<>();
        rubrics.all().forEach(rubric -> hashes.put(rubric.file(), rubric.hash()));
        rubrics.byScorecard.values().forEach(years -> checkCodes(years, hashes, problems));
        RubricLock.check(files, rubrics.all(), hashes, problems);
        return rubrics;
    }

    /** Every rubric, by scorecard, then year. */
    public List<Rubric> all() {
        return byScorecard.values().stream()
                .flatMap(years -> years.values().stream())
                .toList();
    }

    /** The rubrics of a scorecard by year. */
    public SortedMap<Integer, Rubric> byYear(String scorecardCode) {
        return new TreeMap<>(byScorecard.getOrDefault(scorecardCode, new TreeMap<>()));
    }

    /** The rules that a year was scored by; empty where none are known. */
    public Optional<Rubric> own(String scorecardCode, int year) {
        return Optional.ofNullable(byYear(scorecardCode).get(year));
    }

    /** Some year's rubric of the scorecard has the criterion. */
    public boolean hasCriterion(String scorecardCode, String criterionCode) {
        return byYear(scorecardCode).values().stream()
                .flatMap(rubric -> rubric.criteria().stream())
                .anyMatch(criterion -> criterion.criterionCode().equals(criterionCode));
    }

    /** Each set of rules once, under its first year, oldest first. */
    public List<Rubric> distinct(String scorecardCode) {
        return List.copyOf(firstYears(byYear(scorecardCode)).values());
    }

    /** Each set of rules once, as it applies to a data year: under that year where it is its own. */
    public List<Rubric> appliedTo(String scorecardCode, int year) {
        Optional<Rubric> own = own(scorecardCode, year);
        return distinct(scorecardCode).stream()
                .map(rubric -> own.filter(mine -> mine.rubricCode().equals(rubric.rubricCode()))
                        .orElse(rubric))
                .toList();
    }

    private static Map<String, Rubric> firstYears(SortedMap<Integer, Rubric> years) {
        Map<String, Rubric> first = new LinkedHashMap<>();
        years.values().forEach(rubric -> first.putIfAbsent(rubric.rubricCode(), rubric));
        return first;
    }

    /** One code, one set of rules, named after its first year. */
    private static void checkCodes(SortedMap<Integer, Rubric> years, Map<String, String> hashes, Problems problems) {
        Map<String, Rubric> first = firstYears(years);
        Map<String, Rubric> byHash = new LinkedHashMap<>();
        first.values().forEach(rubric -> {
            if (!rubric.rubricCode().equals(Integer.toString(rubric.rubricYear()))) {
                problem(rubric, "must be named after its first year, " + rubric.rubricYear(), problems);
            }
            Rubric same = byHash.putIfAbsent(hashes.get(rubric.file()), rubric);
            if (same != null) {
                problem(
                        rubric,
                        "has the rules of " + same.rubricYear() + "; use its code " + same.rubricCode(),
                        problems);
            }
        });
        years.values().forEach(rubric -> {
            Rubric named = first.get(rubric.rubricCode());
            if (!hashes.get(named.file()).equals(hashes.get(rubric.file()))) {
                problem(rubric, "has other rules than " + named.rubricYear() + "; use a code of its own", problems);
            }
        });
    }

    private static void problem(Rubric rubric, String what, Problems problems) {
        problems.add(rubric.file(), 0, "Rubric code '" + rubric.rubricCode() + "' " + what);
    }
}
