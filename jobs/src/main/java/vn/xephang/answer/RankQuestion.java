package vn.xephang.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.xephang.model.Rank;
import vn.xephang.model.RecordShape;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.Scorecard;
import vn.xephang.score.OnAnotherMap;
import vn.xephang.score.ScoreYear;
import vn.xephang.score.YearData;
import vn.xephang.view.Catalogue;

/**
 * A ranking of one year, with the choices it was made with.
 *
 * @param units as-was, or the date of a map
 * @param rubricYear any year of the rubric to rank by; empty: the year's own
 * @param unit name or code of the one unit asked for; empty: all
 * @param carry what becomes of criteria that cannot be carried over to the year
 * @param asOf only what had arrived by then; empty: the release as it is
 */
public record RankQuestion(
        String scorecardCode,
        int year,
        String units,
        Optional<Integer> rubricYear,
        String stageCode,
        Optional<String> unit,
        Optional<Instant> asOf,
        Carry carry) {

    /** As {@link #RankQuestion}, with nothing left out. */
    public RankQuestion(
            String scorecardCode,
            int year,
            String units,
            Optional<Integer> rubricYear,
            String stageCode,
            Optional<String> unit,
            Optional<Instant> asOf) {
        this(scorecardCode, year, units, rubricYear, stageCode, unit, asOf, Carry.AS_IT_IS);
    }

    /**
     * A ranking.
     *
     * @param notes what was left out or changed its meaning, one line each
     */
    public record Answer(Table ranks, List<String> notes) {}

    /** Rows of {@code mart.fct_rank}, best first. @throws Refused when rubric or map cannot be applied */
    public Table answer(Declarations declarations, Catalogue catalogue) {
        return answerWithNotes(declarations, catalogue).ranks();
    }

    /** As {@link #answer}, with what must be known beside it. */
    public Answer answerWithNotes(Declarations declarations, Catalogue catalogue) {
        Scorecard scorecard = UnitAsked.scorecard(declarations, scorecardCode);
        Optional<LocalDate> map =
                units.equals(YearData.AS_WAS) ? Optional.empty() : Optional.of(LocalDate.parse(units));
        Optional<Rubric> rubric = rubric(declarations);
        Optional<String> unitId = unit.map(name -> map.isPresent()
                ? UnitAsked.id(declarations, scorecard, map.get(), name)
                : UnitAsked.id(declarations, scorecard, year, name));
        OnAnotherMap.Moved moved = moved(declarations, catalogue, scorecard, rubric, map);
        YearData data = moved.year();
        Optional<Replay> replay = rubric.filter(rules -> rules.rubricYear() != year)
                .filter(rules -> !data.isEmpty(rules.metricCodes()))
                .map(rules -> new Replay(data, rules, carry, declarations));
        replay.ifPresent(Replay::refuse);
        List<Rank> ranks = moved.explained(replay.map(Replay::ranks)
                .orElseGet(() -> ScoreYear.of(data, declarations.rubrics()).ranks()));
        List<Rank> asked = ranks.stream()
                .filter(rank -> Objects.equals(
                        rank.rubricCode(), rubric.map(Rubric::rubricCode).orElse(null)))
                .filter(rank -> rank.stageCode().equals(stageCode))
                .filter(rank -> unitId.isEmpty() || unitId.get().equals(rank.orgUnitId()))
                .sorted(bestFirst())
                .toList();
        if (asked.isEmpty()) {
            throw new Refused(whyEmpty(catalogue, data));
        }
        return new Answer(table(asked), replay.map(Replay::notes).orElse(List.of()));
    }

    /** The data of the year on the map that was asked for. @throws Refused when they cannot be put there */
    private OnAnotherMap.Moved moved(
            Declarations declarations,
            Catalogue catalogue,
            Scorecard scorecard,
            Optional<Rubric> rubric,
            Optional<LocalDate> map) {
        OnAnotherMap maps = new OnAnotherMap(declarations.codeLists());
        Set<String> metricCodes = rubric.map(Rubric::metricCodes).orElse(Set.of());
        YearFromRelease years = new YearFromRelease(declarations, catalogue);
        YearData own = years.read(scorecard, year, stageCode, asOf);
        Optional<YearData> before = maps.needYearBefore(metricCodes)
                ? Optional.of(years.read(scorecard, year - 1, asOf))
                : Optional.empty();
        if (map.isEmpty()) {
            return maps.asWas(own, before, metricCodes);
        }
        OnAnotherMap.Moved moved = maps.on(map.get(), own, before, metricCodes);
        Optional<String> refusal = rubric.isEmpty()
                ? Optional.of("without a rubric there are only the publisher's results, which are of other units")
                : moved.refusal();
        refusal.ifPresent(why -> {
            throw new Refused("Cannot rank " + scorecardCode + " " + year + " on the map of " + units
                    + " (REBASING_REFUSED): " + why + ". Use --units as-was.");
        });
        return moved;
    }

    private Optional<Rubric> rubric(Declarations declarations) {
        if (rubricYear.isEmpty()) {
            return declarations.rubrics().own(scorecardCode, year);
        }
        int wanted = rubricYear.get();
        Rubric asked = declarations
                .rubrics()
                .own(scorecardCode, wanted)
                .orElseThrow(() -> new Refused("Cannot rank " + scorecardCode + " " + year + " by the rubric of "
                        + wanted + ": no rubric is known for that year; known: "
                        + declarations.rubrics().byYear(scorecardCode).keySet()));
        return declarations.rubrics().appliedTo(scorecardCode, year).stream()
                .filter(rubric -> rubric.rubricCode().equals(asked.rubricCode()))
                .findFirst();
    }

    private String whyEmpty(Catalogue catalogue, YearData data) {
        return "Cannot rank " + scorecardCode + " " + data.referenceYear()
                + ": the release holds no such results (stage "
                + stageCode + asOf.map(moment -> ", as of " + moment).orElse("") + "). Years with results: "
                + years(catalogue);
    }

    private String years(Catalogue catalogue) {
        List<String> years = new ArrayList<>();
        catalogue
                .query("select distinct reference_year from mart.fct_rank where scorecard_code = "
                        + Sql.quoted(scorecardCode) + " order by 1")
                .rows()
                .forEach(row -> years.add(String.valueOf(row.get(0))));
        return years.isEmpty() ? "none" : String.join(", ", years);
    }

    private static Comparator<Rank> bestFirst() {
        return Comparator.comparing(
                        (Rank rank) -> rank.computedRank() != null ? rank.computedRank() : rank.rankOfPublishedPoints(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Rank::orgUnitCode);
    }

    private static Table table(List<Rank> ranks) {
        RecordShape<Rank> shape = new RecordShape<>(Rank.class);
        List<List<Object>> rows = new ArrayList<>();
        ranks.forEach(rank -> rows.add(new ArrayList<>(java.util.Arrays.asList(shape.values(rank)))));
        return new Table(
                shape.components().stream().map(RecordShape.Component::column).toList(), rows);
    }
}
