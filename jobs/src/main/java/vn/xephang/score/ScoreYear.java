package vn.xephang.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.Difference;
import vn.xephang.model.Participant;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.Rank;
import vn.xephang.model.Score;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.Scorecard;

/** Scores, ranks and differences of one year of a scorecard. Pure: the order of what comes in cannot matter. */
public final class ScoreYear {

    private final YearData year;
    private final RankRows rows;
    private final PublisherCompared compared;
    private final List<Score> scores = new ArrayList<>();
    private final List<Rank> ranks = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<RefusedReplay> refused = new ArrayList<>();

    private ScoreYear(YearData year) {
        PublishedOrder order = new PublishedOrder(year);
        this.year = year;
        this.rows = new RankRows(year, order);
        this.compared = new PublisherCompared(year, order);
    }

    /**
     * The year on its own map.
     *
     * @param values org unit -> metric -> value
     * @param published org unit -> what the publisher gave, of the scorecard's period and stage
     */
    public static ScoredYear of(
            Scorecard scorecard,
            int year,
            List<Participant> participants,
            Map<String, Map<String, Double>> values,
            Map<String, PublishedResult> published,
            Rubrics rubrics) {
        return of(new YearData(scorecard, year, YearData.AS_WAS, participants, values, published), rubrics);
    }

    /**
     * The same of values on any map. A year entirely without data has no rows; other years' rules are applied to the
     * result, not to the stages on the way to it.
     */
    public static ScoredYear of(YearData year, Rubrics rubrics) {
        String scorecard = year.scorecard().scorecardCode();
        List<Rubric> applied = rubrics.appliedTo(scorecard, year.referenceYear());
        Optional<Rubric> own = rubrics.own(scorecard, year.referenceYear());
        ScoreYear scoring = new ScoreYear(year);
        if (!year.isEmpty(metricCodes(applied))) {
            own.ifPresentOrElse(scoring::byOwnRubric, scoring::withoutRubric);
            if (year.isResult()) {
                applied.stream()
                        .filter(rubric -> rubric.rubricYear() != year.referenceYear())
                        .forEach(scoring::replay);
            }
        }
        return new ScoredYear(scoring.scores, scoring.ranks, scoring.differences, scoring.refused);
    }

    /** The ranks of a year by any rules, among them such as no year had. */
    public static List<Rank> under(YearData year, Rubric rubric) {
        return new ScoreYear(year).rows.of(new UnderRubric(year, rubric));
    }

    /** Why these rules cannot be applied to this year; empty when they can. */
    public static Optional<RefusedReplay> refusal(YearData year, Rubric rubric) {
        List<String> missing = rubric.criteria().stream()
                .filter(criterion -> !year.hasAll(criterion))
                .map(Criterion::criterionCode)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RefusedReplay(rubric.scorecardCode(), year.referenceYear(), rubric.rubricCode(), missing));
    }

    private void byOwnRubric(Rubric own) {
        UnderRubric scored = add(own);
        if (isComparable()) {
            differences.addAll(compared.with(scored));
        }
    }

    private void withoutRubric() {
        ranks.addAll(rows.withoutRubric());
        if (isComparable()) {
            differences.addAll(compared.withoutRubric());
        }
    }

    private void replay(Rubric other) {
        refusal(year, other).ifPresentOrElse(refused::add, () -> add(other));
    }

    private UnderRubric add(Rubric rubric) {
        UnderRubric scored = new UnderRubric(year, rubric);
        scores.addAll(scored.scores());
        ranks.addAll(rows.of(scored));
        return scored;
    }

    /** On another map the publisher's figures are of other units, at another stage they are not yet the result. */
    private boolean isComparable() {
        return year.boundaryVintage().equals(YearData.AS_WAS) && year.isResult();
    }

    private static Set<String> metricCodes(List<Rubric> rubrics) {
        Set<String> codes = new TreeSet<>();
        rubrics.forEach(rubric -> codes.addAll(rubric.metricCodes()));
        return codes;
    }
}
