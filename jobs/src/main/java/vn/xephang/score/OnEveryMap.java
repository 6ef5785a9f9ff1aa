package vn.xephang.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.Scorecard;

/** Scores a year on its own map and on the others that its scorecard declares. */
final class OnEveryMap {

    private final Rubrics rubrics;
    private final OnAnotherMap maps;
    private final Map<String, Set<String>> metricsOf;

    OnEveryMap(Declarations declarations) {
        this.rubrics = declarations.rubrics();
        this.maps = new OnAnotherMap(declarations.codeLists());
        this.metricsOf = declarations.scorecards().all().stream()
                .collect(Collectors.toMap(Scorecard::scorecardCode, scorecard -> metrics(scorecard.scorecardCode())));
    }

    private Set<String> metrics(String scorecardCode) {
        Set<String> codes = new TreeSet<>();
        rubrics.distinct(scorecardCode).forEach(rubric -> codes.addAll(rubric.metricCodes()));
        return codes;
    }

    /** What must be read of a year: what rubrics name, and what that is made of. */
    Set<String> read(Scorecard scorecard) {
        return maps.withParts(metricsOf.get(scorecard.scorecardCode()));
    }

    /** On its own map first; a map on which it cannot be ranked has no rows, {@code rank} says why. */
    List<ScoredYear> scored(YearData delivered, Optional<YearData> before) {
        YearData year = before.map(earlier -> YearBefore.add(delivered, earlier, rubrics))
                .orElse(delivered);
        List<ScoredYear> scored = new ArrayList<>();
        Set<String> metricCodes = metricsOf.get(year.scorecard().scorecardCode());
        scored.add(scored(maps.asWas(year, before, metricCodes)));
        if (!scored.get(0).ranks().isEmpty()) {
            Set<String> own = rubrics.own(year.scorecard().scorecardCode(), year.referenceYear())
                    .map(Rubric::metricCodes)
                    .orElse(metricCodes);
            for (LocalDate map : year.scorecard().boundaryVintages()) {
                OnAnotherMap.Moved moved = maps.on(map, year, before, own);
                if (moved.refusal().isEmpty()) {
                    scored.add(scored(moved));
                }
            }
        }
        return scored;
    }

    private ScoredYear scored(OnAnotherMap.Moved moved) {
        ScoredYear scored = ScoreYear.of(moved.year(), rubrics);
        return new ScoredYear(
                scored.scores(), moved.explained(scored.ranks()), scored.differences(), scored.refusedReplays());
    }
}
