package vn.xephang.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.xephang.schema.RatingRule;

/** A class of a rating rule, clause by clause: {@code band("good").from("0.5").floor("B", "0.6").band()}. */
final class GivenBand {

    private final String code;
    private final List<RatingRule.Floor> floors = new ArrayList<>();
    private final List<RatingRule.KnockOut> knockOuts = new ArrayList<>();
    private Optional<BigDecimal> from = Optional.empty();
    private Optional<BigDecimal> everyCriterionFrom = Optional.empty();
    private Optional<RatingRule.Quota> quota = Optional.empty();

    private GivenBand(String code) {
        this.code = code;
    }

    /** Open to all. */
    static GivenBand band(String code) {
        return new GivenBand(code);
    }

    GivenBand from(String least) {
        from = Optional.of(new BigDecimal(least));
        return this;
    }

    GivenBand floor(String section, String share) {
        floors.add(new RatingRule.Floor(section, new BigDecimal(share)));
        return this;
    }

    GivenBand everyCriterionFrom(String share) {
        everyCriterionFrom = Optional.of(new BigDecimal(share));
        return this;
    }

    GivenBand knockOut(String metric, String over) {
        knockOuts.add(new RatingRule.KnockOut(metric, new BigDecimal(over)));
        return this;
    }

    /** Rounded down; a tie at its edge is in. */
    GivenBand quotaWithTies(String share) {
        quota = Optional.of(new RatingRule.Quota(new BigDecimal(share), RoundingMode.FLOOR, true));
        return this;
    }

    /** Rounded down; a tie at its edge is out. */
    GivenBand quotaWithoutTies(String share) {
        quota = Optional.of(new RatingRule.Quota(new BigDecimal(share), RoundingMode.FLOOR, false));
        return this;
    }

    RatingRule.Band band() {
        return new RatingRule.Band(code, code, code, from, floors, everyCriterionFrom, knockOuts, quota);
    }
}
