package vn.xephang.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.xephang.model.Metric;
import vn.xephang.model.NextRankRow;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Rank;
import vn.xephang.model.RankEffectRow;
import vn.xephang.model.Score;
import vn.xephang.model.SummarySentence;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Scorecard;

/** Every ranking of a release, told from year to year. Pure: the order of the rows cannot matter. */
public final class RankHistory {

    private final Declarations declarations;
    private final RankSentence sentence;
    private final Map<String, String> englishNames = new HashMap<>();
    private final List<RankEffectRow> effects = new ArrayList<>();
    private final List<SummarySentence> sentences = new ArrayList<>();
    private final List<NextRankRow> nextRanks = new ArrayList<>();
    private final Map<String, Metric> metrics = new HashMap<>();
    private final Map<String, List<Score>> ownScores = new HashMap<>();

    /**
     * @param ranks of all years, as in the table {@code rank}
     * @param scores of all years, as in the table {@code score}
     */
    public RankHistory(List<Rank> ranks, List<Score> scores, Declarations declarations) {
        this.declarations = declarations;
        this.sentence = new RankSentence(declarations.codeLists().codes());
        for (OrgUnitVersion version : declarations.codeLists().orgUnits()) {
            englishNames.put(version.orgUnitId(), version.orgUnitNameEn());
            englishNames.put(version.orgUnitId() + "|" + version.orgUnitNameVi(), version.orgUnitNameEn());
        }
        declarations.codeLists().metrics().forEach(metric -> metrics.put(metric.metricCode(), metric));
        scores.stream()
                .filter(score -> score.rubricYear() == score.referenceYear()
                        && score.boundaryVintage().equals(YearData.AS_WAS))
                .forEach(score -> ownScores
                        .computeIfAbsent(keyOf(score), none -> new ArrayList<>())
                        .add(score));
        declarations.scorecards().all().forEach(scorecard -> tell(scorecard, ranks));
    }

    /** What each factor did to each rank since the year before, where that can be told. */
    public List<RankEffectRow> effects() {
        return effects;
    }

    /** One sentence per scorecard, year and expected unit. */
    public List<SummarySentence> sentences() {
        return sentences;
    }

    /** What the next better place would take, by each criterion. */
    public List<NextRankRow> nextRanks() {
        return nextRanks;
    }

    private static String keyOf(Score score) {
        return score.scorecardCode() + "|" + score.referenceYear() + "|" + score.periodCode() + "|" + score.stageCode();
    }

    private void tellNextRanks(RankedYear year) {
        Scorecard scorecard = year.scorecard();
        String key = scorecard.scorecardCode() + "|" + year.referenceYear() + "|" + scorecard.periodCode() + "|"
                + scorecard.stageCode();
        declarations
                .rubrics()
                .own(scorecard.scorecardCode(), year.referenceYear())
                .ifPresent(rubric -> nextRanks.addAll(new NextRank(
                                year,
                                rubric,
                                ownScores.getOrDefault(key, List.of()),
                                metrics,
                                (unit, metric) -> declarations
                                        .targets()
                                        .due(metric, unit, scorecard.orgUnitLevelCode(), year.referenceYear()))
                        .rows()));
    }

    private void tell(Scorecard scorecard, List<Rank> ranks) {
        SortedMap<Integer, List<Rank>> byYear = new TreeMap<>();
        ranks.stream()
                .filter(rank -> rank.scorecardCode().equals(scorecard.scorecardCode()))
                .forEach(rank -> byYear.computeIfAbsent(rank.referenceYear(), none -> new ArrayList<>())
                        .add(rank));
        SortedMap<Integer, RankedYear> years = new TreeMap<>();
        byYear.forEach((year, rows) -> years.put(year, RankedYear.of(scorecard, year, rows)));
        years.forEach((year, ranked) -> {
            tell(ranked, Optional.ofNullable(years.get(year - 1)));
            tellNextRanks(ranked);
        });
    }

    private void tell(RankedYear year, Optional<RankedYear> before) {
        Optional<Explain> explain = before.map(earlier ->
                Explain.between(earlier, year, declarations.codeLists().orgUnits()));
        year.own().forEach((unit, row) -> {
            Optional<Explanation> change = explain.map(every -> every.rankChange(unit));
            change.filter(Explanation.Explained.class::isInstance)
                    .ifPresent(found -> add((Explanation.Explained) found, row));
            sentences.add(new SummarySentence(
                    row.scorecardCode(),
                    row.referenceYear(),
                    row.periodCode(),
                    unit,
                    sentence.vietnamese(year, before, unit, change),
                    sentence.english(year, before, unit, englishName(row), change),
                    row.isSynthetic()));
        });
    }

    private void add(Explanation.Explained explained, Rank row) {
        for (Explanation.Effect effect : explained.effects()) {
            effects.add(new RankEffectRow(
                    explained.scorecardCode(),
                    explained.toYear(),
                    explained.fromYear(),
                    row.periodCode(),
                    explained.orgUnitId(),
                    effect.factorCode(),
                    Factor.of(effect.factorCode()).ordinal() + 1,
                    effect.rankEffect(),
                    effect.fraction(),
                    explained.orders().count(),
                    explained.orders().inAll(),
                    explained.orders().rule().orElse(null),
                    row.isSynthetic()));
        }
    }

    /** The English name that went with the Vietnamese name of the time. */
    private String englishName(Rank row) {
        return englishNames.getOrDefault(
                row.orgUnitId() + "|" + row.orgUnitNameVi(),
                englishNames.getOrDefault(row.orgUnitId(), row.orgUnitNameVi()));
    }
}
