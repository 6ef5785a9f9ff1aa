package vn.xephang.score;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Rubrics;

/**
 * What a year leaves to the year after it. A place of the year before is the competition place of its total under that
 * year's own rubric, without one of its published points. That year is scored without a year before it, so the way back
 * is one year and ends.
 */
public final class YearBefore {

    private YearBefore() {}

    /** The year with the places and values of the year before it. */
    public static YearData add(YearData year, YearData before, Rubrics rubrics) {
        return year.with(year.context().after(places(before, rubrics), before.values()));
    }

    private static Map<String, Integer> places(YearData before, Rubrics rubrics) {
        Optional<Rubric> own = rubrics.own(before.scorecard().scorecardCode(), before.referenceYear());
        Map<String, BigDecimal> totals =
                own.isPresent() ? new UnderRubric(before, own.get()).totals() : new PublishedOrder(before).points();
        Map<String, Integer> places = new TreeMap<>();
        RankWithTies.competition(totals).forEach((unit, place) -> places.put(unit, place.rank()));
        return places;
    }
}
