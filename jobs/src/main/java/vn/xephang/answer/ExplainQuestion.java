package vn.xephang.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Rank;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Scorecard;
import vn.xephang.score.Explain;
import vn.xephang.score.Explanation;
import vn.xephang.score.RankSentence;
import vn.xephang.score.RankedYear;
import vn.xephang.score.ScoreYear;
import vn.xephang.score.YearData;
import vn.xephang.view.Catalogue;

/** Why the rank of a unit changed between two years. */
public record ExplainQuestion(String scorecardCode, String unit, int fromYear, int toYear) {

    /**
     * The change.
     *
     * @param effects one row per factor; they add up to the change
     * @param orders over which orders of the factors the effects are averaged; empty when over all
     * @param criteria what each criterion added to the change of points, under one set of rules
     * @param next where the points for the next place are cheapest to earn in the later year
     */
    public record Answer(
            String sentenceVi, String sentenceEn, Table effects, Optional<String> orders, Table criteria, Table next) {}

    /** @throws Refused when one of the years has no rank, or no rules fit both */
    public Answer answer(Declarations declarations, Catalogue catalogue) {
        Scorecard scorecard = UnitAsked.scorecard(declarations, scorecardCode);
        RanksFromRelease ranks = new RanksFromRelease(catalogue);
        RankedYear from = ranks.year(scorecard, fromYear);
        RankedYear to = ranks.year(scorecard, toYear);
        String id = UnitAsked.id(declarations, scorecard, toYear, unit);
        Explanation explanation =
                Explain.between(from, to, declarations.codeLists().orgUnits()).rankChange(id);
        if (explanation instanceof Explanation.NoRank none) {
            throw new Refused("Cannot explain: " + unit + " has no rank in " + none.referenceYear() + ".");
        }
        if (explanation instanceof Explanation.CannotTellApart) {
            throw new Refused(
                    "Cannot explain " + fromYear + " to " + toYear + ": no rubric can be applied to both years ("
                            + refused(declarations, scorecard, catalogue) + ").");
        }
        return answer((Explanation.Explained) explanation, from, to, declarations, catalogue);
    }

    private Answer answer(
            Explanation.Explained explained,
            RankedYear from,
            RankedYear to,
            Declarations declarations,
            Catalogue catalogue) {
        List<List<Object>> rows = new ArrayList<>();
        explained
                .effects()
                .forEach(effect -> rows.add(List.of(effect.factorCode(), effect.rankEffect(), effect.fraction())));
        RankSentence sentence = new RankSentence(declarations.codeLists().codes());
        String id = explained.orgUnitId();
        return new Answer(
                sentence.vietnamese(to, Optional.of(from), id, Optional.of(explained)),
                sentence.english(
                        to, Optional.of(from), id, englishName(to.own().get(id), declarations), Optional.of(explained)),
                new Table(List.of("factor_code", "rank_effect", "rank_effect_fraction"), rows),
                explained.orders().rule(),
                new CriteriaThatMoved(scorecardCode, id, fromYear, toYear).of(catalogue),
                next(id, catalogue));
    }

    private Table next(String id, Catalogue catalogue) {
        return Table.of(catalogue.query("select next_rank, points_needed, criterion_code, headroom_points,"
                + " metric_value, metric_value_needed, units_already_there from mart.rpt_points_to_next_rank"
                + " where scorecard_code = " + Sql.quoted(scorecardCode) + " and reference_year = " + toYear
                + " and org_unit_id = " + Sql.quoted(id) + " order by cost_order"));
    }

    /** Which rules cannot be applied to which of the two years, and what is missing. */
    private String refused(Declarations declarations, Scorecard scorecard, Catalogue catalogue) {
        YearFromRelease years = new YearFromRelease(declarations, catalogue);
        List<String> refused = new ArrayList<>();
        for (int year : List.of(fromYear, toYear)) {
            YearData data = years.read(scorecard, year, Optional.empty());
            for (Rubric rubric : declarations.rubrics().distinct(scorecardCode)) {
                ScoreYear.refusal(data, rubric)
                        .ifPresent(why -> refused.add(year + " lacks " + String.join(", ", why.missingCriterionCodes())
                                + " of rubric " + why.rubricCode()));
            }
        }
        return refused.isEmpty() ? "none is known" : String.join("; ", refused);
    }

    private static String englishName(Rank row, Declarations declarations) {
        Map<String, String> names = declarations.codeLists().orgUnits().stream()
                .filter(version -> version.orgUnitId().equals(row.orgUnitId()))
                .collect(Collectors.toMap(
                        OrgUnitVersion::orgUnitNameVi, OrgUnitVersion::orgUnitNameEn, (earlier, later) -> later));
        return names.getOrDefault(row.orgUnitNameVi(), row.orgUnitNameVi());
    }
}
