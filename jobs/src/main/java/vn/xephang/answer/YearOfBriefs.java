package vn.xephang.answer;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.RatingRule;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Scorecard;
import vn.xephang.score.Rounded;
import vn.xephang.view.Catalogue;

/** The rows of the views that the briefs of one year are made of: each view is asked once, for all units. */
final class YearOfBriefs {

    private static final int DECIMALS_OF_PLACES = 1;

    private final Scorecard scorecard;
    private final int year;
    private final Declarations declarations;
    private final Catalogue catalogue;
    private final List<Map<String, Object>> ranking;
    private final Map<String, Map<String, Object>> own = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> sentences;
    private final Map<String, List<Map<String, Object>>> factors;
    private final Map<String, List<Map<String, Object>>> lines;
    private final Map<String, List<Map<String, Object>>> steps;
    private final Map<String, List<Map<String, Object>>> differences;
    private final Map<String, SortedMap<Integer, Integer>> places = new TreeMap<>();
    private final Map<String, Object> release;

    YearOfBriefs(Scorecard scorecard, int year, Declarations declarations, Catalogue catalogue) {
        this.scorecard = scorecard;
        this.year = year;
        this.declarations = declarations;
        this.catalogue = catalogue;
        this.ranking = Sql.rows(catalogue.query("select * from mart.rpt_ranking where scorecard_code = "
                + Sql.quoted(scorecard.scorecardCode()) + " order by reference_year, org_unit_sort, org_unit_id"));
        for (Map<String, Object> row : ranking) {
            if (row.get("reference_year").equals(year)) {
                own.put((String) row.get("org_unit_id"), row);
            }
            if (row.get("rank") != null) {
                places.computeIfAbsent((String) row.get("org_unit_id"), none -> new TreeMap<>())
                        .put((Integer) row.get("reference_year"), (Integer) row.get("rank"));
            }
        }
        this.sentences = byUnit("select * from mart.rpt_summary_sentence", "org_unit_id");
        this.factors = byUnit("select * from mart.rpt_rank_change", "factor_order");
        this.lines = byUnit(
                """
                select *,
                    count(points) over criterion as peers,
                    count(points) over criterion - count(points) over (
                        partition by scorecard_code, reference_year, criterion_code order by points desc nulls last
                    ) as worse,
                    median(points) over criterion as peer_median
                from mart.rpt_score_breakdown
                """,
                "criterion_order",
                "window criterion as" + " (partition by scorecard_code, reference_year, criterion_code)");
        this.steps = byUnit(
                "select step.*, metric.unit_of_measure from mart.rpt_points_to_next_rank as step"
                        + " left join mart.dim_metric as metric using (metric_code)",
                "cost_order");
        this.differences = byUnit(
                "select difference.*, reason.name_vi, reason.name_en from mart.rpt_published_vs_computed as difference"
                        + " left join mart.dim_code as reason on reason.list_code = 'difference_reason'"
                        + " and reason.code = difference.reason_code",
                "measure_code desc");
        this.release =
                Sql.rows(catalogue.query("select * from mart.rpt_release")).get(0);
    }

    private Map<String, List<Map<String, Object>>> byUnit(String select, String order, String... window) {
        return Sql.rows(catalogue.query(select + " where scorecard_code = " + Sql.quoted(scorecard.scorecardCode())
                        + " and reference_year = " + year + " " + String.join("", window) + " order by org_unit_id, "
                        + order))
                .stream()
                .collect(Collectors.groupingBy(row -> (String) row.get("org_unit_id")));
    }

    /** Rows of any year that have a rank, ours or the publisher's. */
    List<Map<String, Object>> rankedRows() {
        return ranking.stream()
                .filter(row -> row.get("rank") != null || row.get("published_rank") != null)
                .toList();
    }

    boolean isRanked() {
        return rankedRows().stream().anyMatch(row -> row.get("reference_year").equals(year));
    }

    /** In Vietnamese order of the names. */
    List<String> unitIds() {
        return List.copyOf(own.keySet());
    }

    String unitNames() {
        return own.values().stream()
                .map(row -> (String) row.get("org_unit_name_vi"))
                .collect(Collectors.joining(", "));
    }

    Brief of(String unit) {
        Map<String, Object> row = own.get(unit);
        return new Brief(
                new Brief.Subject(
                        scorecard.scorecardCode(),
                        new Bilingual(scorecard.scorecardNameVi(), scorecard.scorecardNameEn()),
                        year,
                        unit,
                        new Bilingual((String) row.get("org_unit_name_vi"), (String) row.get("org_unit_name_en"))),
                standing(row),
                why(unit),
                rows(lines, unit).stream().map(YearOfBriefs::line).toList(),
                new Brief.History(years(unit), places),
                rows(steps, unit).stream().map(YearOfBriefs::step).toList(),
                published(row, unit),
                origin(row));
    }

    private static List<Map<String, Object>> rows(Map<String, List<Map<String, Object>>> byUnit, String unit) {
        return byUnit.getOrDefault(unit, List.of());
    }

    private Brief.Standing standing(Map<String, Object> row) {
        Optional<String> cluster = Optional.ofNullable((String) row.get("cluster_code"));
        return new Brief.Standing(
                integer(row, "rank"),
                integer(row, "rank_of").orElse(0),
                Boolean.TRUE.equals(row.get("is_tied")),
                integer(row, "rank").isPresent() ? Optional.empty() : reason(row),
                "published points".equals(row.get("rank_basis")),
                integer(row, "previous_rank"),
                integer(row, "previous_rank").isPresent() ? rankOf(year - 1) : Optional.empty(),
                // Without a rubric the points that rank are the publisher's.
                decimal(row, "total_points").or(() -> decimal(row, "published_points")),
                decimal(row, "max_points"),
                rating(row),
                isRatedByPublisher(row),
                cluster,
                integer(row, "rank_in_cluster"),
                cluster.map(this::clusterSize).orElse(0),
                Optional.ofNullable((String) row.get("comparability_code"))
                        .map(codes -> List.of(codes.split(",", -1)))
                        .orElse(List.of()));
    }

    private Optional<Bilingual> reason(Map<String, Object> row) {
        Object code = row.get("rank_reason_code");
        return declarations.codeLists().codes().stream()
                .filter(one ->
                        one.listCode().equals("rank_reason") && one.code().equals(code))
                .map(one -> new Bilingual(one.nameVi(), one.nameEn()))
                .findFirst();
    }

    private Optional<Integer> rankOf(int ofYear) {
        return ranking.stream()
                .filter(row -> row.get("reference_year").equals(ofYear))
                .map(row -> (Integer) row.get("rank_of"))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private int clusterSize(String cluster) {
        return (int) own.values().stream()
                .filter(row -> cluster.equals(row.get("cluster_code")) && row.get("rank_in_cluster") != null)
                .count();
    }

    /** By our rubric; else as the publisher called it. */
    private Optional<Bilingual> rating(Map<String, Object> row) {
        Optional<String> code = Optional.ofNullable((String) row.get("rating_code"));
        Optional<Bilingual> named = code.flatMap(asked -> declarations
                .rubrics()
                .own(scorecard.scorecardCode(), year)
                .flatMap(Rubric::ratingRule)
                .filter(RatingRule.Bands.class::isInstance)
                .flatMap(rule -> ((RatingRule.Bands) rule)
                        .bands().stream()
                                .filter(band -> band.ratingCode().equals(asked))
                                .map(band -> new Bilingual(band.ratingNameVi(), band.ratingNameEn()))
                                .findFirst()));
        return named.or(() -> code.or(() -> Optional.ofNullable((String) row.get("published_rating")))
                .map(word -> new Bilingual(word, word)));
    }

    private static boolean isRatedByPublisher(Map<String, Object> row) {
        Object published = row.get("published_rating");
        return published != null && (row.get("rating_code") == null || published.equals(row.get("rating_code")));
    }

    private Brief.Why why(String unit) {
        List<Map<String, Object>> rows = rows(factors, unit);
        List<BigDecimal> rounded = Rounded.parts(
                rows.stream().map(row -> (BigDecimal) row.get("rank_effect")).toList(), DECIMALS_OF_PLACES);
        List<Brief.Factor> effects = new ArrayList<>();
        for (int i = 0; i < rounded.size(); i++) {
            if (rounded.get(i).signum() != 0) {
                effects.add(new Brief.Factor(name(rows.get(i), "factor_name"), rounded.get(i)));
            }
        }
        return new Brief.Why(
                name(rows(sentences, unit).get(0), "sentence"),
                effects,
                rows.stream()
                        .filter(row -> row.get("order_rule") != null)
                        .map(row -> new Brief.Orders((Long) row.get("order_count"), (Long) row.get("order_of")))
                        .findFirst());
    }

    private static Brief.Line line(Map<String, Object> row) {
        return new Brief.Line(
                (String) row.get("criterion_code"),
                name(row, "criterion_name"),
                decimal(row, "points"),
                decimal(row, "max_points"),
                integer(row, "criterion_rank"),
                ((Long) row.get("peers")).intValue(),
                ((Long) row.get("worse")).intValue(),
                decimal(row, "peer_median"));
    }

    private List<Brief.Year> years(String unit) {
        SortedMap<Integer, List<Map<String, Object>>> byYear = ranking.stream()
                .collect(Collectors.groupingBy(
                        row -> (Integer) row.get("reference_year"), TreeMap::new, Collectors.toList()));
        List<Brief.Year> years = new ArrayList<>();
        byYear.forEach((one, rows) -> years.add(new Brief.Year(
                one,
                Optional.ofNullable(places.getOrDefault(unit, new TreeMap<>()).get(one)),
                rankOf(one).orElse(0),
                says(rows, "RUBRIC_CHANGED"),
                says(rows, "MAP_CHANGED"))));
        return years;
    }

    private static boolean says(List<Map<String, Object>> rows, String comparability) {
        return rows.stream()
                .map(row -> (String) row.get("comparability_code"))
                .filter(Objects::nonNull)
                .anyMatch(codes -> List.of(codes.split(",", -1)).contains(comparability));
    }

    private static Brief.Step step(Map<String, Object> row) {
        return new Brief.Step(
                (Integer) row.get("next_rank"),
                (BigDecimal) row.get("points_needed"),
                name(row, "criterion_name"),
                decimal(row, "headroom_points"),
                !Boolean.FALSE.equals(row.get("is_enough")),
                decimal(row, "metric_value"),
                decimal(row, "metric_value_needed"),
                "percent".equals(row.get("unit_of_measure")),
                integer(row, "units_already_there"));
    }

    private Brief.Published published(Map<String, Object> row, String unit) {
        return new Brief.Published(
                integer(row, "published_rank"),
                decimal(row, "published_points"),
                Optional.ofNullable((String) row.get("published_rating")),
                integer(row, "computed_rank"),
                rows(differences, unit).stream()
                        .map(difference -> new Brief.Differing(
                                "rank".equals(difference.get("measure_code")),
                                decimal(difference, "published_value").orElseThrow(),
                                decimal(difference, "computed_value").orElseThrow(),
                                name(difference, "name")))
                        .toList());
    }

    private Brief.Origin origin(Map<String, Object> row) {
        Optional<Integer> rubricYear = integer(row, "rubric_year");
        return new Brief.Origin(
                (String) release.get("release_id"),
                (LocalDateTime) release.get("published_at"),
                Boolean.TRUE.equals(row.get("is_synthetic")),
                rubricYear,
                rubricYear.flatMap(this::decision),
                (String) row.get("stage_code"));
    }

    private Optional<String> decision(int rubricYear) {
        return catalogue
                .query("select max(decision_number) from mart.dim_criterion where scorecard_code = "
                        + Sql.quoted(scorecard.scorecardCode()) + " and rubric_year = " + rubricYear)
                .rows()
                .stream()
                .map(row -> (String) row.get(0))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Bilingual name(Map<String, Object> row, String stem) {
        return new Bilingual((String) row.get(stem + "_vi"), (String) row.get(stem + "_en"));
    }

    private static Optional<Integer> integer(Map<String, Object> row, String column) {
        return Optional.ofNullable((Integer) row.get(column));
    }

    private static Optional<BigDecimal> decimal(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return Optional.ofNullable(value instanceof Double number ? ShortestDecimal.of(number) : (BigDecimal) value);
    }
}
