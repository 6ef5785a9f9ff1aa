package vn.xephang.score;

import java.util.List;
import vn.xephang.model.Difference;
import vn.xephang.model.Rank;
import vn.xephang.model.Score;

/**
 * What one year of a scorecard comes to: by its own rubric (or without one), then by every other set of rules that its
 * data allow. Rows are in order of rules, unit, criterion.
 */
public record ScoredYear(
        List<Score> scores, List<Rank> ranks, List<Difference> differences, List<RefusedReplay> refusedReplays) {

    public ScoredYear {
        scores = List.copyOf(scores);
        ranks = List.copyOf(ranks);
        differences = List.copyOf(differences);
        refusedReplays = List.copyOf(refusedReplays);
    }
}
