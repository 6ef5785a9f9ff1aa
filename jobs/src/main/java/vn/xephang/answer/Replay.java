package vn.xephang.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.xephang.model.CrosswalkRow;
import vn.xephang.model.Rank;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Crosswalks;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Rubric;
import vn.xephang.score.RefusedReplay;
import vn.xephang.score.ScoreYear;
import vn.xephang.score.YearData;

/** A year under the rules of another: what cannot be carried over, and the ranks with or without it. */
final class Replay {

    private final YearData data;
    private final Rubric rubric;
    private final Carry carry;
    private final List<String> missing;
    private final Map<String, CrosswalkRow> changed = new LinkedHashMap<>();

    Replay(YearData data, Rubric rubric, Carry carry, Declarations declarations) {
        this.data = data;
        this.rubric = rubric;
        this.carry = carry;
        this.missing = ScoreYear.refusal(data, rubric)
                .map(RefusedReplay::missingCriterionCodes)
                .orElse(List.of());
        Optional<Rubric> own = declarations.rubrics().own(rubric.scorecardCode(), data.referenceYear());
        for (Criterion criterion : rubric.criteria()) {
            own.flatMap(rules -> declarations
                            .crosswalks()
                            .relation(
                                    rubric.scorecardCode(),
                                    rubric.rubricCode(),
                                    criterion.criterionCode(),
                                    rules.rubricCode()))
                    .filter(row -> row.relation().equals(Crosswalks.CHANGED))
                    .ifPresent(row -> changed.put(criterion.criterionCode(), row));
        }
    }

    /** The ranks by the rules that are left. */
    List<Rank> ranks() {
        return ScoreYear.under(data, reduced());
    }

    /** Something is left out, so that the maximum is another. */
    boolean isReduced() {
        return !leftOut().isEmpty();
    }

    /** What a reader must know, one line each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (isReduced()) {
            notes.add("Left out: " + String.join(", ", leftOut()) + "; points are out of "
                    + plain(reduced().maxPoints()) + " instead of " + plain(rubric.maxPoints())
                    + ", and there are no ratings.");
        }
        if (carry.changed() == Carry.Changed.NAME) {
            changed.forEach((code, row) -> notes.add("Changed meaning between rubric " + row.fromRubricCode() + " and "
                    + row.toRubricCode() + ", carried over: " + code
                    + Optional.ofNullable(row.note())
                            .map(note -> " (" + note + ")")
                            .orElse("") + "."));
        }
        return notes;
    }

    /** @throws Refused when the caller wants nothing left out and something cannot be carried over */
    void refuse() {
        String asked = "Cannot rank " + rubric.scorecardCode() + " " + data.referenceYear() + " by rubric "
                + rubric.rubricCode() + ": ";
        if (!missing.isEmpty() && carry.missing() == Carry.Missing.REFUSE) {
            throw new Refused(asked + data.referenceYear() + " has no values for criterion "
                    + String.join(", ", missing)
                    + ". Choose a rubric whose criteria were all measured that year, or leave them out with --missing"
                    + " leave-out.");
        }
        if (!changed.isEmpty() && carry.changed() == Carry.Changed.REFUSE) {
            throw new Refused(asked + "criterion "
                    + changed.keySet().stream().collect(Collectors.joining(", "))
                    + " measured something else. Carry it over with --changed name, or leave it out with --changed"
                    + " leave-out.");
        }
        if (reduced().criteria().stream().noneMatch(Criterion::isCounted)) {
            throw new Refused(asked + "no criterion is left.");
        }
    }

    private Rubric reduced() {
        return isReduced() ? rubric.without(leftOut()) : rubric;
    }

    private Set<String> leftOut() {
        Set<String> leftOut = new TreeSet<>();
        if (carry.missing() == Carry.Missing.LEAVE_OUT) {
            leftOut.addAll(missing);
        }
        if (carry.changed() == Carry.Changed.LEAVE_OUT) {
            leftOut.addAll(changed.keySet());
        }
        return leftOut;
    }

    private static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
