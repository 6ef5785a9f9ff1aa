package vn.xephang.rebase;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sums of parts: exact, or where a part was estimated with 30 digits. */
final class Sums {

    private static final int SCALE = 9;
    private static final MathContext ESTIMATE = new MathContext(30, RoundingMode.HALF_EVEN);

    private Sums() {}

    /** The parts of one unit added up: each addend with nine decimals, times its share. */
    static Rebased of(Moves moves, String target, Map<String, BigDecimal> values) {
        if (moves.incomplete().containsKey(target)) {
            return new Rebased.Refused(moves.incomplete().get(target));
        }
        Map<String, Share> parts = moves.parts(target);
        BigDecimal sum = BigDecimal.ZERO;
        List<String> missing = new ArrayList<>();
        SortedSet<String> codes = new TreeSet<>();
        for (Map.Entry<String, Share> part : parts.entrySet()) {
            if (part.getValue() instanceof Share.Unknown unknown) {
                return new Rebased.Refused(unknown.why());
            }
            Share.Known share = (Share.Known) part.getValue();
            BigDecimal value = values.get(part.getKey());
            if (value == null) {
                missing.add(part.getKey());
            } else {
                sum = sum.add(addend(value).multiply(share.fraction()));
                codes.addAll(share.weightsCodes());
            }
        }
        return missing.isEmpty()
                ? new Rebased.Value(codes.isEmpty() ? sum : sum.round(ESTIMATE), codes)
                : new Rebased.Missing(missing);
    }

    private static BigDecimal addend(BigDecimal value) {
        return value.scale() <= SCALE ? value : value.setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
