package vn.xephang.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.xephang.model.Rank;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.Scorecard;

/**
 * One year of a scorecard as it was ranked: the totals of every set of rules that applies to it, and the places by the
 * year's own. A year without a rubric has the publisher's points as rules of its own, which apply to no other year.
 */
public final class RankedYear {

    /** As in the order of published points: beyond this, differences are noise of floating point. */
    private static final int PUBLISHED_SCALE = 9;

    private final Scorecard scorecard;
    private final int referenceYear;
    private final SortedMap<String, SortedMap<String, BigDecimal>> totals = new TreeMap<>();
    private final SortedMap<String, Rank> own = new TreeMap<>();
    private final SortedMap<String, Integer> places = new TreeMap<>();
    private String ownRules = "";

    private RankedYear(Scorecard scorecard, int referenceYear) {
        this.scorecard = scorecard;
        this.referenceYear = referenceYear;
    }

    /** @param rows of the table {@code rank}; those of other scorecards, years, stages and maps do not matter */
    public static RankedYear of(Scorecard scorecard, int referenceYear, Collection<Rank> rows) {
        RankedYear year = new RankedYear(scorecard, referenceYear);
        rows.stream().filter(year::isOf).forEach(year::take);
        return year;
    }

    /** Scores the year first. */
    static RankedYear of(YearData data, Rubrics rubrics) {
        return of(
                data.scorecard(),
                data.referenceYear(),
                ScoreYear.of(data, rubrics).ranks());
    }

    private boolean isOf(Rank row) {
        return row.scorecardCode().equals(scorecard.scorecardCode())
                && row.referenceYear() == referenceYear
                && row.periodCode().equals(scorecard.periodCode())
                && row.stageCode().equals(scorecard.stageCode())
                && row.boundaryVintage().equals(YearData.AS_WAS);
    }

    private void take(Rank row) {
        boolean isOwn = row.rubricYear() == null || row.rubricYear() == referenceYear;
        String rules = row.rubricCode() == null ? "published " + referenceYear : row.rubricCode();
        Integer place = row.rubricCode() == null ? row.rankOfPublishedPoints() : row.computedRank();
        if (place != null) {
            totals.computeIfAbsent(rules, none -> new TreeMap<>()).put(row.orgUnitId(), total(row));
        }
        if (isOwn) {
            ownRules = rules;
            own.put(row.orgUnitId(), row);
            if (place != null) {
                places.put(row.orgUnitId(), place);
            }
        }
    }

    private static BigDecimal total(Rank row) {
        return row.rubricCode() == null
                ? ShortestDecimal.of(row.publishedPoints()).setScale(PUBLISHED_SCALE, RoundingMode.HALF_EVEN)
                : row.totalPoints();
    }

    public Scorecard scorecard() {
        return scorecard;
    }

    public int referenceYear() {
        return referenceYear;
    }

    /** The rows by the year's own rules, by unit. */
    public SortedMap<String, Rank> own() {
        return Collections.unmodifiableSortedMap(own);
    }

    /** The place of a unit by the year's own rules, as it is shown; empty without one. */
    public Optional<Integer> place(String orgUnitId) {
        return Optional.ofNullable(places.get(orgUnitId));
    }

    /** How many units hold a place by the year's own rules. */
    public int placed() {
        return places.size();
    }

    /** The code of the year's own rubric, or a name for the publisher's unknown rules. */
    String ownRules() {
        return ownRules;
    }

    /** Every set of rules that gives some unit a total, with the totals of the units that have one. */
    SortedMap<String, SortedMap<String, BigDecimal>> totals() {
        return totals;
    }

    /** Totals by some rules; empty where they do not apply. */
    SortedMap<String, BigDecimal> totals(String rules) {
        return totals.getOrDefault(rules, Collections.emptySortedMap());
    }
}
