package vn.xephang.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.xephang.model.Participant;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.CriterionInput;
import vn.xephang.schema.MissingRule;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.TieRule;
import vn.xephang.schema.Weighted;

/**
 * Places of one year under many rubrics: how firm a rank is against other weights. Weighted rubrics are added up in
 * whole numbers, scaled so that nothing is lost; every other rubric, and numbers too long for that, take the way of the
 * ordinary score. Both ways give the same places.
 */
public final class RubricVariants {

    /** Sums may use this many bits of a long. */
    private static final int BITS = 62;

    private final YearData year;
    private final List<String> units;
    private final Map<String, Optional<Column>> columns = new HashMap<>();

    public RubricVariants(YearData year) {
        this.year = year;
        this.units = year.participants().stream().map(Participant::orgUnitId).toList();
    }

    /** The place of each participant, in the order of {@link YearData#participants}; 0 without one. */
    public int[] places(Rubric rubric) {
        return isPlain(rubric)
                ? scaledTotals(rubric).map(totals -> places(rubric, totals)).orElseGet(() -> scored(rubric))
                : scored(rubric);
    }

    /** Values of a metric in units of its last decimal. */
    private record Column(long[] values, boolean[] isThere, int scale, BigInteger greatest) {}

    /** Whole numbers with their common scale. */
    private record Totals(long[] sums, boolean[] isWhole, int scale) {}

    private static boolean isPlain(Rubric rubric) {
        return rubric.tieRule() instanceof TieRule.Competition
                && rubric.missingRule() == MissingRule.NO_RANK
                && rubric.pointsScale().isEmpty()
                && rubric.criteria().stream()
                        .allMatch(criterion -> criterion.isCounted()
                                && criterion.whenMissing().isEmpty()
                                && criterion.scoringRule() instanceof Weighted
                                && criterion.input() instanceof CriterionInput.OfMetric);
    }

    private int[] scored(Rubric rubric) {
        UnderRubric scored = new UnderRubric(year, rubric);
        return units.stream()
                .mapToInt(
                        unit -> scored.place(unit).map(RankWithTies.Place::rank).orElse(0))
                .toArray();
    }

    /** Empty where some number is too long. */
    private Optional<Totals> scaledTotals(Rubric rubric) {
        int scale = 0;
        for (Criterion criterion : rubric.criteria()) {
            Optional<Column> column = column(criterion);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            scale = Math.max(scale, column.get().scale() + decimals(weight(criterion)));
        }
        long[] sums = new long[units.size()];
        boolean[] isWhole = new boolean[units.size()];
        Arrays.fill(isWhole, true);
        BigInteger most = BigInteger.ZERO;
        for (Criterion criterion : rubric.criteria()) {
            Column column = column(criterion).orElseThrow();
            BigInteger weight =
                    weight(criterion).movePointRight(scale - column.scale()).toBigIntegerExact();
            most = most.add(weight.abs().multiply(column.greatest()));
            if (most.bitLength() > BITS) {
                return Optional.empty();
            }
            add(column, weight.longValueExact(), sums, isWhole);
        }
        for (int unit = 0; unit < sums.length; unit++) {
            isWhole[unit] &= !year.isNotParticipating(units.get(unit));
        }
        return Optional.of(new Totals(sums, isWhole, scale));
    }

    private static void add(Column column, long weight, long[] sums, boolean[] isWhole) {
        long[] values = column.values();
        boolean[] isThere = column.isThere();
        for (int unit = 0; unit < sums.length; unit++) {
            sums[unit] += weight * values[unit];
            isWhole[unit] &= isThere[unit];
        }
    }

    /** By how many are strictly better, after the rubric's rounding. */
    private static int[] places(Rubric rubric, Totals totals) {
        long[] rounded = new long[totals.sums().length];
        long[] ascending = new long[rounded.length];
        int ranked = 0;
        for (int unit = 0; unit < rounded.length; unit++) {
            rounded[unit] = rounded(rubric, totals.sums()[unit], totals.scale());
            if (totals.isWhole()[unit]) {
                ascending[ranked++] = rounded[unit];
            }
        }
        Arrays.sort(ascending, 0, ranked);
        int[] places = new int[rounded.length];
        for (int unit = 0; unit < rounded.length; unit++) {
            places[unit] = totals.isWhole()[unit] ? 1 + above(ascending, ranked, rounded[unit]) : 0;
        }
        return places;
    }

    private static long rounded(Rubric rubric, long sum, int scale) {
        return scale <= rubric.totalScale()
                ? sum
                : BigDecimal.valueOf(sum, scale)
                        .setScale(rubric.totalScale(), rubric.roundingMode())
                        .unscaledValue()
                        .longValueExact();
    }

    private static int above(long[] ascending, int ranked, long mine) {
        int low = 0;
        int high = ranked;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > mine) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return ranked - low;
    }

    private Optional<Column> column(Criterion criterion) {
        return columns.computeIfAbsent(criterion.metricCode().orElseThrow(), this::column);
    }

    private Optional<Column> column(String metricCode) {
        List<Optional<BigDecimal>> found =
                units.stream().map(unit -> year.value(unit, metricCode)).toList();
        int scale = Decimals.most(found.stream().flatMap(Optional::stream).toList());
        long[] values = new long[units.size()];
        boolean[] isThere = new boolean[units.size()];
        BigInteger greatest = BigInteger.ZERO;
        for (int unit = 0; unit < values.length; unit++) {
            if (found.get(unit).isPresent()) {
                BigInteger scaled = found.get(unit)
                        .get()
                        .setScale(scale, RoundingMode.UNNECESSARY)
                        .unscaledValue();
                greatest = greatest.max(scaled.abs());
                if (scaled.bitLength() > BITS) {
                    return Optional.empty();
                }
                values[unit] = scaled.longValueExact();
                isThere[unit] = true;
            }
        }
        return Optional.of(new Column(values, isThere, scale, greatest));
    }

    private static BigDecimal weight(Criterion criterion) {
        return criterion.scoringRule().weight().orElseThrow();
    }

    private static int decimals(BigDecimal weight) {
        return Decimals.most(List.of(weight));
    }
}
