package vn.xephang.answer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Scorecard;
import vn.xephang.score.DeclaredContext;
import vn.xephang.score.YearBefore;
import vn.xephang.score.YearContext;
import vn.xephang.score.YearData;
import vn.xephang.view.Catalogue;

/** One year of a scorecard out of a release: as it is, or as it was known at a moment. */
final class YearFromRelease {

    /** Newest first: the vintage decides, then the delivery. */
    private static final String NEWEST_FIRST =
            "order by case data_vintage when 'official' then 2 when 'estimate' then 1 else 0 end desc,"
                    + " received_at desc, delivery_id desc";

    private final Declarations declarations;
    private final Catalogue catalogue;

    YearFromRelease(Declarations declarations, Catalogue catalogue) {
        this.declarations = declarations;
        this.catalogue = catalogue;
    }

    /** At the stage of the scorecard's published tables. @param asOf only what had arrived by then; empty: all */
    YearData read(Scorecard scorecard, int year, Optional<Instant> asOf) {
        return read(scorecard, year, scorecard.stageCode(), asOf);
    }

    /** At a stage, with the year before it, which is read at the stage of the published tables. */
    YearData read(Scorecard scorecard, int year, String stageCode, Optional<Instant> asOf) {
        return YearBefore.add(
                alone(scorecard, year, stageCode, asOf),
                alone(scorecard, year - 1, scorecard.stageCode(), asOf),
                declarations.rubrics());
    }

    private YearData alone(Scorecard scorecard, int year, String stageCode, Optional<Instant> asOf) {
        YearData read = new YearData(
                        scorecard,
                        year,
                        YearData.AS_WAS,
                        scorecard.participants(year, declarations.codeLists().orgUnits()),
                        values(scorecard, year, asOf),
                        Map.of())
                .atStage(stageCode, published(scorecard, year, stageCode, asOf))
                .with(YearContext.NONE.withEntered(entered(scorecard, year, stageCode, asOf)));
        return DeclaredContext.add(read, declarations);
    }

    private Map<String, Map<String, Double>> values(Scorecard scorecard, int year, Optional<Instant> asOf) {
        Map<String, Map<String, Double>> values = new TreeMap<>();
        newest("mart.fct_observation_history", "org_unit_id, metric_code", "", scorecard, year, asOf)
                .forEach(row -> values.computeIfAbsent((String) row.get("org_unit_id"), none -> new TreeMap<>())
                        .put((String) row.get("metric_code"), (Double) row.get("value")));
        values.values().forEach(metrics -> metrics.values().removeIf(value -> value == null));
        return values;
    }

    private Map<String, Map<String, BigDecimal>> entered(
            Scorecard scorecard, int year, String stageCode, Optional<Instant> asOf) {
        Map<String, Map<String, BigDecimal>> entered = new TreeMap<>();
        newest(
                        "mart.fct_entered_points",
                        "org_unit_id, criterion_code",
                        only(scorecard, stageCode),
                        scorecard,
                        year,
                        asOf)
                .stream()
                .filter(row -> row.get("entered_points") != null)
                .forEach(row -> entered.computeIfAbsent((String) row.get("org_unit_id"), none -> new TreeMap<>())
                        .put((String) row.get("criterion_code"), ShortestDecimal.of((Double)
                                row.get("entered_points"))));
        return entered;
    }

    private Map<String, PublishedResult> published(
            Scorecard scorecard, int year, String stageCode, Optional<Instant> asOf) {
        Map<String, PublishedResult> published = new TreeMap<>();
        newest("mart.fct_published_result", "org_unit_id", only(scorecard, stageCode), scorecard, year, asOf)
                .forEach(row -> published.put((String) row.get("org_unit_id"), result(scorecard, year, row)));
        return published;
    }

    private static String only(Scorecard scorecard, String stageCode) {
        return " and scorecard_code = " + Sql.quoted(scorecard.scorecardCode()) + " and stage_code = "
                + Sql.quoted(stageCode);
    }

    private List<Map<String, Object>> newest(
            String view, String key, String only, Scorecard scorecard, int year, Optional<Instant> asOf) {
        String arrived = asOf.map(moment -> " and received_at <= timestamp " + Sql.quoted(moment.toString()))
                .orElse("");
        return Sql.rows(catalogue.query("select * from " + view + " where reference_year = " + year
                + " and period_code = " + Sql.quoted(scorecard.periodCode()) + only + arrived
                + " qualify row_number() over (partition by " + key + " " + NEWEST_FIRST + ") = 1"));
    }

    /** What scoring reads of a published result; where it stands is told by the views. */
    private static PublishedResult result(Scorecard scorecard, int year, Map<String, Object> row) {
        return new PublishedResult(
                scorecard.scorecardCode(),
                year,
                scorecard.periodCode(),
                (String) row.get("org_unit_id"),
                (String) row.get("stage_code"),
                (String) row.get("source_code"),
                (Double) row.get("published_points"),
                (Integer) row.get("published_rank"),
                (String) row.get("published_rating"),
                (String) row.get("points_cell_ref"),
                (String) row.get("rank_cell_ref"),
                (String) row.get("rating_cell_ref"),
                (String) row.get("data_vintage"),
                Instant.EPOCH,
                (String) row.get("delivery_id"),
                (String) row.get("sha256"),
                (String) row.get("landing_file"),
                null);
    }
}
