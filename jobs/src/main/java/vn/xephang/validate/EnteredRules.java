package vn.xephang.validate;

import java.math.BigDecimal;
import java.util.Optional;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.model.Target;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;

/** What the year's rubric says of points that an assessor entered: the criterion is one of its own, the points fit it. */
final class EnteredRules {

    private final Rubrics rubrics;

    EnteredRules(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    /** The cell holds a number. */
    Optional<Finding> check(LandingFile file, RawCell cell, Target.Entered entered) {
        Optional<Rubric> rubric = rubrics.own(entered.scorecardCode(), cell.referenceYear());
        Optional<Criterion> criterion = rubric.flatMap(rules -> rules.criterion(entered.criterionCode()));
        if (criterion.isEmpty()) {
            return Optional.of(Finding.ofCell(FindingCode.UNKNOWN_CRITERION, file, cell, entered.criterionCode(), ""));
        }
        BigDecimal points = BigDecimal.valueOf(cell.numeric().orElseThrow());
        return criterion.get().leastPoints().compareTo(points) <= 0
                        && criterion.get().mostPoints().compareTo(points) >= 0
                ? Optional.empty()
                : Optional.of(Finding.ofCell(
                        FindingCode.OUT_OF_RANGE, file, cell, cell.valueAsDelivered(), bounds(criterion.get())));
    }

    private static String bounds(Criterion criterion) {
        return criterion.leastPoints().toPlainString() + ".."
                + criterion.mostPoints().toPlainString();
    }
}
