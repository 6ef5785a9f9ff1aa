import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.xephang.model.Participant;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.MissingRule;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Scorecard;
import vn.xephang.schema.TieRule;
import vn.xephang.schema.Weighted;
import vn.xephang.score.RubricVariants;
import vn.xephang.score.YearData;

/** 63 units x 100 criteria x 15 years under 1,000 rubrics: scored and ranked without an engine. */
public final class Variants {

    private static final int UNITS = 63;
    private static final int CRITERIA = 100;
    private static final int YEARS = 15;
    private static final int VARIANTS = 1_000;

    public static void main(String[] arguments) {
        List<YearData> years = new ArrayList<>();
        for (int year = 0; year < YEARS; year++) {
            years.add(year(year));
        }
        List<Rubric> rubrics = new ArrayList<>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            rubrics.add(rubric(variant));
        }
        long start = System.nanoTime();
        long checksum = 0;
        for (int year = 0; year < YEARS; year++) {
            RubricVariants variants = new RubricVariants(years.get(year));
            for (int variant = 0; variant < VARIANTS; variant++) {
                int[] places = variants.places(rubrics.get(variant));
                for (int unit = 0; unit < UNITS; unit++) {
                    checksum += (long) places[unit] * (unit + 1) * (year + 1) * (variant + 1);
                }
            }
        }
        System.out.printf(java.util.Locale.ROOT, "java %.2f s, checksum %d%n", (System.nanoTime() - start) / 1e9, checksum);
    }

    private static YearData year(int year) {
        List<Participant> participants = new ArrayList<>();
        Map<String, Map<String, Double>> values = new HashMap<>();
        for (int unit = 0; unit < UNITS; unit++) {
            String id = "u%02d".formatted(unit);
            participants.add(new Participant("made-up", 2000 + year, id, "", id));
            Map<String, Double> metrics = new HashMap<>();
            for (int criterion = 0; criterion < CRITERIA; criterion++) {
                long drawn = mixed((long) (year * UNITS + unit) * CRITERIA + criterion) % 1_001;
                metrics.put("m" + criterion, BigDecimal.valueOf(drawn, 2).doubleValue());
            }
            values.put(id, metrics);
        }
        Scorecard scorecard = new Scorecard("made-up", "", "", "province", "", "Y", "final", true,
                new Scorecard.Published(false, false, false, false), List.of());
        return new YearData(scorecard, 2000 + year, YearData.AS_WAS, participants, values, Map.of());
    }

    private static Rubric rubric(int variant) {
        List<Criterion> criteria = new ArrayList<>();
        for (int criterion = 0; criterion < CRITERIA; criterion++) {
            long drawn = 1 + mixed(1_000_000_000L + (long) variant * CRITERIA + criterion) % 1_000;
            BigDecimal weight = BigDecimal.valueOf(drawn, 3);
            criteria.add(new Criterion("c" + criterion, "", "", "m" + criterion, new Weighted(weight), BigDecimal.TEN));
        }
        return new Rubric("made-up", "2000", 2000, true, "", "made up", 5, RoundingMode.HALF_EVEN,
                new TieRule.Competition(), MissingRule.NO_RANK, criteria);
    }

    /** splitmix64, without its sign bit; the twin in Python draws the same. */
    private static long mixed(long index) {
        long z = index * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) >>> 1;
    }
}
