package vn.xephang.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Scorecard;
import vn.xephang.score.Explain;
import vn.xephang.score.Explanation;
import vn.xephang.view.Catalogue;

/** Why the rank of a unit changed between two years. */
public record ExplainQuestion(String scorecardCode, String unit, int fromYear, int toYear) {

    /** The change in one line, and one row per factor; the effects add up to the change. */
    public record Answer(String summary, Table effects) {}

    /** @throws Refused when one of the years has no rank, or no rules fit both */
    public Answer answer(Declarations declarations, Catalogue catalogue) {
        Scorecard scorecard = UnitAsked.scorecard(declarations, scorecardCode);
        YearFromRelease years = new YearFromRelease(declarations, catalogue);
        Explanation explanation = Explain.rankChange(
                years.read(scorecard, fromYear, Optional.empty()),
                years.read(scorecard, toYear, Optional.empty()),
                UnitAsked.id(declarations, scorecard, toYear, unit),
                declarations.rubrics(),
                declarations.codeLists().orgUnits());
        if (explanation instanceof Explanation.NoRank none) {
            throw new Refused("Cannot explain: " + unit + " has no rank in " + none.referenceYear() + ".");
        }
        if (explanation instanceof Explanation.CannotTellApart several) {
            throw new Refused(
                    "Cannot explain " + fromYear + " to " + toYear + ": no rubric can be applied to both years ("
                            + several.refused().stream()
                                    .map(refused -> refused.referenceYear() + " lacks "
                                            + String.join(", ", refused.missingCriterionCodes()) + " of rubric "
                                            + refused.rubricCode())
                                    .collect(Collectors.joining("; "))
                            + ").");
        }
        return answer((Explanation.Explained) explanation);
    }

    private Answer answer(Explanation.Explained explained) {
        List<List<Object>> rows = new ArrayList<>();
        explained
                .effects()
                .forEach(effect -> rows.add(List.of(effect.factorCode(), effect.rankEffect(), effect.fraction())));
        return new Answer(
                unit + ": " + explained.fromRank() + "/" + explained.fromRankOf() + " in " + fromYear + ", "
                        + explained.toRank() + "/" + explained.toRankOf() + " in " + toYear + ", change "
                        + (explained.rankChange() > 0 ? "+" : "") + explained.rankChange(),
                new Table(List.of("factor_code", "rank_effect", "rank_effect_fraction"), rows));
    }
}
