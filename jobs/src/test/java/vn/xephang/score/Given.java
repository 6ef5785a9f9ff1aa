package vn.xephang.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.xephang.model.Participant;
import vn.xephang.model.PublishedResult;
import vn.xephang.schema.Criterion;
import vn.xephang.schema.MissingRule;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Scorecard;
import vn.xephang.schema.TieRule;
import vn.xephang.schema.Weighted;

/** A made-up year, unit by unit: {@code given(2020).unit("a", 1, 2).publishedAs("a", 3.0, 1)}. Metrics are m1, m2, ... */
final class Given {

    private final int year;
    private final List<Participant> participants = new ArrayList<>();
    private final Map<String, Map<String, Double>> values = new HashMap<>();
    private final Map<String, PublishedResult> published = new HashMap<>();
    private final List<Scorecard.Expected> expected = new ArrayList<>();
    private boolean isSynthetic = true;

    private Given(int year) {
        this.year = year;
    }

    static Given given(int year) {
        return new Given(year);
    }

    /** An expected unit with values of m1, m2, ...; null where one is missing. */
    Given unit(String id, Double... metrics) {
        participants.add(new Participant("made-up", year, id, "", id));
        for (int i = 0; i < metrics.length; i++) {
            if (metrics[i] != null) {
                values.computeIfAbsent(id, unit -> new HashMap<>()).put("m" + (i + 1), metrics[i]);
            }
        }
        return this;
    }

    /** Figures that nobody made up. */
    Given real() {
        isSynthetic = false;
        return this;
    }

    Given publishedAs(String id, Double points, Integer rank) {
        published.put(id, published(id, year, points, rank, null));
        return this;
    }

    Given notParticipating(String id) {
        expected.add(new Scorecard.Expected(Set.of(year), 0, new Scorecard.Units.Listed(List.of()), Set.of(id)));
        return this;
    }

    YearData data() {
        Scorecard scorecard = new Scorecard(
                "made-up",
                "Giả định",
                "Made up",
                "province",
                "nobody",
                "Y",
                "final",
                isSynthetic,
                new Scorecard.Published(true, true, false, false),
                expected);
        return new YearData(scorecard, year, YearData.AS_WAS, participants, values, published);
    }

    /** A rubric with criteria c1, c2, ... over metrics m1, m2, ... and two decimals in totals. */
    static Rubric rubric(int year, String code, String... weights) {
        List<Criterion> criteria = new ArrayList<>();
        for (String weight : weights) {
            int number = criteria.size() + 1;
            criteria.add(new Criterion(
                    "c" + number,
                    "Tiêu chí " + number,
                    "Criterion " + number,
                    "m" + number,
                    new Weighted(new BigDecimal(weight)),
                    BigDecimal.TEN));
        }
        return new Rubric(
                "made-up",
                code,
                year,
                true,
                "",
                "made up",
                2,
                RoundingMode.HALF_EVEN,
                new TieRule.Competition(),
                MissingRule.NO_RANK,
                criteria);
    }

    static PublishedResult published(String id, int year, Double points, Integer rank, String rating) {
        return new PublishedResult(
                "made-up",
                year,
                "Y",
                id,
                "final",
                "nobody",
                points,
                rank,
                rating,
                null,
                null,
                null,
                "official",
                null,
                "",
                "",
                "",
                null);
    }
}
