package vn.xephang.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.xephang.model.Participant;
import vn.xephang.model.Period;
import vn.xephang.model.PublishedResult;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Scorecard;
import vn.xephang.score.ScoreYear;
import vn.xephang.score.YearData;
import vn.xephang.units.OrgUnitMatch;
import vn.xephang.units.OrgUnitMatchers;
import vn.xephang.units.OrgUnitRegistry;
import vn.xephang.view.Catalogue;

/**
 * A ranking of one year, with the choices it was made with.
 *
 * @param units as-was, or the date of a map
 * @param rubricYear any year of the rubric to rank by; empty: the year's own
 * @param unit name or code of the one unit asked for; empty: all
 */
public record RankQuestion(
        String scorecardCode,
        int year,
        String units,
        Optional<Integer> rubricYear,
        String stageCode,
        Optional<String> unit,
        Optional<Instant> asOf) {

    /** Rows of {@code mart.fct_rank}, best first. @throws Refused when rubric or map cannot be applied */
    public Table answer(Declarations declarations, Catalogue catalogue) {
        Scorecard scorecard = declarations
                .scorecards()
                .find(scorecardCode)
                .orElseThrow(() -> new Refused("Unknown scorecard '" + scorecardCode + "'; one of "
                        + declarations.scorecards().all().stream()
                                .map(Scorecard::scorecardCode)
                                .toList()));
        refuseOtherMaps(scorecard);
        Optional<Rubric> rubric = rubric(declarations);
        Table rows = Table.of(catalogue.query(sql(declarations, scorecard, rubric)));
        if (rows.rows().isEmpty()) {
            throw new Refused(whyEmpty(declarations, catalogue, scorecard, rubric));
        }
        return rows;
    }

    private void refuseOtherMaps(Scorecard scorecard) {
        if (!units.equals(YearData.AS_WAS)) {
            throw new Refused("Cannot rank " + scorecardCode + " on the map of " + units
                    + ": its criteria are scores (aggregation none), which cannot be added up or averaged over merged"
                    + " units (REBASING_REFUSED). Use --units as-was. Scorecard: " + scorecard.scorecardNameEn());
        }
    }

    private Optional<Rubric> rubric(Declarations declarations) {
        if (rubricYear.isEmpty()) {
            return declarations.rubrics().own(scorecardCode, year);
        }
        int wanted = rubricYear.get();
        Rubric asked = declarations
                .rubrics()
                .own(scorecardCode, wanted)
                .orElseThrow(
                        () -> new Refused("Cannot rank " + scorecardCode + " " + year + " by the rubric of " + wanted
                                + ": no rubric is known for that year; known: "
                                + declarations.rubrics().byYear(scorecardCode).keySet()));
        return declarations.rubrics().appliedTo(scorecardCode, year).stream()
                .filter(rubric -> rubric.rubricCode().equals(asked.rubricCode()))
                .findFirst();
    }

    private String sql(Declarations declarations, Scorecard scorecard, Optional<Rubric> rubric) {
        String where = "scorecard_code = " + quoted(scorecardCode) + " and reference_year = " + year
                + " and period_code = " + quoted(scorecard.periodCode()) + " and stage_code = " + quoted(stageCode)
                + " and boundary_vintage = " + quoted(units) + " and "
                + rubric.map(rules -> "rubric_code = " + quoted(rules.rubricCode()))
                        .orElse("rubric_code is null");
        return "select * from mart.fct_rank where " + where
                + unit.map(name -> " and org_unit_id = " + quoted(unitId(declarations, scorecard, name)))
                        .orElse("")
                + " order by coalesce(computed_rank, rank_of_published_points) nulls last, org_unit_code";
    }

    private String unitId(Declarations declarations, Scorecard scorecard, String name) {
        Period period = Period.of(scorecard.periodCode(), year);
        OrgUnitMatch match = new OrgUnitMatchers(
                        new OrgUnitRegistry(declarations.codeLists().orgUnits()),
                        declarations.codeLists().orgUnitNames(),
                        declarations.codeLists().typeWords())
                .matcher(scorecard.orgUnitLevelCode(), period.startOn(), period.endOn())
                .match(name);
        if (match instanceof OrgUnitMatch.Found found) {
            return found.orgUnitId();
        }
        throw new Refused("No single " + scorecard.orgUnitLevelCode() + " '" + name + "' in " + year
                + (match instanceof OrgUnitMatch.Ambiguous several ? "; candidates: " + several.orgUnitIds() : "")
                + ". Give its name or official code of that year.");
    }

    private String whyEmpty(
            Declarations declarations, Catalogue catalogue, Scorecard scorecard, Optional<Rubric> rubric) {
        YearData data = yearData(declarations, catalogue, scorecard);
        return rubric.flatMap(rules -> ScoreYear.refusal(data, rules))
                .filter(refused -> data.participants().stream()
                        .anyMatch(unit -> data.values().containsKey(unit.orgUnitId())))
                .map(refused -> "Cannot rank " + scorecardCode + " " + year + " by rubric " + refused.rubricCode()
                        + ": " + year + " has no values for criterion "
                        + String.join(", ", refused.missingCriterionCodes())
                        + ". Choose a rubric whose criteria were all measured that year.")
                .orElse("Cannot rank " + scorecardCode + " " + year + ": the release holds no such results (stage "
                        + stageCode + "). Years with results: " + years(catalogue));
    }

    private YearData yearData(Declarations declarations, Catalogue catalogue, Scorecard scorecard) {
        Map<String, Map<String, Double>> values = new TreeMap<>();
        catalogue
                .query("select org_unit_id, metric_code, value from mart.fct_observation where reference_year = " + year
                        + " and period_code = " + quoted(scorecard.periodCode()) + " and value is not null")
                .rows()
                .forEach(row -> values.computeIfAbsent((String) row.get(0), none -> new TreeMap<>())
                        .put((String) row.get(1), (Double) row.get(2)));
        List<Participant> participants =
                scorecard.participants(year, declarations.codeLists().orgUnits());
        Map<String, PublishedResult> noPublished = new TreeMap<>();
        return new YearData(scorecard, year, units, participants, values, noPublished);
    }

    private String years(Catalogue catalogue) {
        List<String> years = new ArrayList<>();
        catalogue
                .query("select distinct reference_year from mart.fct_rank where scorecard_code = "
                        + quoted(scorecardCode) + " order by 1")
                .rows()
                .forEach(row -> years.add(String.valueOf(row.get(0))));
        return years.isEmpty() ? "none" : String.join(", ", years);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
