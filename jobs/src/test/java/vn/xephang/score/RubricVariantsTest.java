package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Rank;
import vn.xephang.schema.Rubric;

/** Many rubrics at once, without an engine, against the ordinary score. */
class RubricVariantsTest {

    private static final int UNITS = 63;
    private static final int CRITERIA = 100;
    private static final int YEARS = 15;
    private static final int VARIANTS = 1_000;

    @Test
    void agreesWithTheOrdinaryScoreForEveryPciYearAndRubric() {
        for (int year = 2005; year <= 2016; year++) {
            RubricVariants variants = new RubricVariants(Pci.year(year));
            for (Rubric rubric : Pci.RUBRICS.distinct("pci")) {
                assertArrayEquals(
                        scored(Pci.year(year), rubric), variants.places(rubric), year + " " + rubric.rubricCode());
            }
        }
    }

    @Test
    void agreesWithTheOrdinaryScoreOverTiesRoundingMissingValuesAndThoseWhoTakeNoPart() {
        Random random = new Random(63);
        for (int i = 0; i < 500; i++) {
            Given given = Given.given(2020);
            for (int unit = 0; unit < 8; unit++) {
                given.unit("u" + unit, maybe(random), maybe(random), maybe(random));
            }
            if (i % 3 == 0) {
                given.notParticipating("u3");
            }
            YearData year = given.data();
            Rubric rubric = Given.rubric(2020, "2020", weight(random), weight(random), weight(random));
            assertArrayEquals(scored(year, rubric), new RubricVariants(year).places(rubric), "case " + i);
        }
    }

    @Test
    void takesTheOrdinaryWayForNumbersTooLongToAddInALong() {
        YearData year =
                Given.given(2020).unit("a", 1e15, 0.1).unit("b", 1e15, 0.2).data();
        Rubric rubric = Given.rubric(2020, "2020", "1000000", "1000000");
        assertArrayEquals(new int[] {2, 1}, new RubricVariants(year).places(rubric));
    }

    @Test
    void ranks63UnitsBy100CriteriaIn15YearsUnder1000Rubrics() {
        List<Rubric> rubrics = new ArrayList<>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            rubrics.add(variant(variant));
        }
        long places = 0;
        for (int year = 0; year < YEARS; year++) {
            YearData data = year(year);
            RubricVariants variants = new RubricVariants(data);
            for (int variant = 0; variant < VARIANTS; variant++) {
                int[] found = variants.places(rubrics.get(variant));
                places += found.length;
                if (variant % 500 == year) {
                    assertArrayEquals(scored(data, rubrics.get(variant)), found, year + " " + variant);
                }
                if (variant % 50 == 0) {
                    assertArrayEquals(counted(year, variant), found, year + " " + variant);
                }
            }
        }
        assertEquals((long) UNITS * YEARS * VARIANTS, places);
    }

    /** Whole numbers, and how many are strictly better: an implementation of its own. */
    private static int[] counted(int year, int variant) {
        long[] totals = new long[UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
            for (int criterion = 0; criterion < CRITERIA; criterion++) {
                totals[unit] += hundredths(year, unit, criterion) * thousandths(variant, criterion);
            }
            // The total of a variant has two decimals; hundredths by thousandths have five.
            totals[unit] = BigDecimal.valueOf(totals[unit], 5)
                    .setScale(2, java.math.RoundingMode.HALF_EVEN)
                    .unscaledValue()
                    .longValueExact();
        }
        int[] places = new int[UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
            places[unit] = 1;
            for (long other : totals) {
                places[unit] += other > totals[unit] ? 1 : 0;
            }
        }
        return places;
    }

    private static YearData year(int year) {
        Given given = Given.given(2000 + year);
        for (int unit = 0; unit < UNITS; unit++) {
            Double[] values = new Double[CRITERIA];
            for (int criterion = 0; criterion < CRITERIA; criterion++) {
                values[criterion] =
                        BigDecimal.valueOf(hundredths(year, unit, criterion), 2).doubleValue();
            }
            given.unit("u%02d".formatted(unit), values);
        }
        return given.data();
    }

    private static Rubric variant(int variant) {
        String[] weights = new String[CRITERIA];
        for (int criterion = 0; criterion < CRITERIA; criterion++) {
            weights[criterion] =
                    BigDecimal.valueOf(thousandths(variant, criterion), 3).toPlainString();
        }
        return Given.rubric(2000, "2000", weights);
    }

    private static long hundredths(int year, int unit, int criterion) {
        return new Random(31L * (year * 100_000L + unit * 1_000L + criterion)).nextInt(1_001);
    }

    private static long thousandths(int variant, int criterion) {
        return 1 + new Random(17L * (variant * 1_000L + criterion)).nextInt(1_000);
    }

    private static int[] scored(YearData year, Rubric rubric) {
        return ScoreYear.under(year, rubric).stream()
                .map(Rank::computedRank)
                .mapToInt(rank -> rank == null ? 0 : rank)
                .toArray();
    }

    private static Double maybe(Random random) {
        return random.nextInt(12) == 0 ? null : Double.valueOf(random.nextInt(40) / 8.0);
    }

    private static String weight(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(30), 1).toPlainString();
    }
}
