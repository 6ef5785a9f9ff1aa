package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.xephang.model.CodeRow;
import vn.xephang.model.CommendationRow;
import vn.xephang.model.Metric;
import vn.xephang.model.Observation;
import vn.xephang.model.Rank;
import vn.xephang.model.ShortestDecimal;
import vn.xephang.schema.Commendation;
import vn.xephang.schema.Commendations;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.RatingRule;
import vn.xephang.schema.Rubrics;
import vn.xephang.schema.Scorecard;

/** Which units may be put forward for which commendation, by the places and classes of each year's own rubric. */
public final class Eligibility {

    private final Commendations commendations;
    private final Rubrics rubrics;
    private final Map<String, Metric> metrics;
    private final Map<String, CodeRow> reasons;

    public Eligibility(Declarations declarations) {
        this(
                declarations.commendations(),
                declarations.rubrics(),
                declarations.codeLists().metrics(),
                declarations.codeLists().codes());
    }

    Eligibility(Commendations commendations, Rubrics rubrics, List<Metric> metrics, List<CodeRow> codes) {
        this.commendations = commendations;
        this.rubrics = rubrics;
        this.metrics = metrics.stream().collect(Collectors.toMap(Metric::metricCode, metric -> metric));
        this.reasons = codes.stream()
                .filter(code -> code.listCode().equals("rank_reason"))
                .collect(Collectors.toMap(CodeRow::code, code -> code));
    }

    /**
     * One row per commendation, year and expected unit.
     *
     * @param ranks of all years, as in the table {@code rank}
     * @param values at least those of the metrics that bar a unit, as in the table {@code observation}
     */
    public List<CommendationRow> rows(List<Scorecard> scorecards, List<Rank> ranks, List<Observation> values) {
        Map<String, BigDecimal> known = new HashMap<>();
        values.stream()
                .filter(value -> value.value() != null)
                .forEach(value -> known.put(
                        key(value.metricCode(), value.orgUnitId(), value.referenceYear(), value.periodCode()),
                        ShortestDecimal.of(value.value())));
        List<CommendationRow> rows = new ArrayList<>();
        for (Scorecard scorecard : scorecards) {
            SortedMap<Integer, RankedYear> years = years(scorecard, ranks);
            years.forEach((year, ranked) -> commendations
                    .of(scorecard.scorecardCode(), year)
                    .forEach(rule -> rows.addAll(new OneYear(rule, year, years, known).rows())));
        }
        return rows;
    }

    private static SortedMap<Integer, RankedYear> years(Scorecard scorecard, List<Rank> ranks) {
        SortedMap<Integer, RankedYear> years = new TreeMap<>();
        ranks.stream()
                .filter(rank -> rank.scorecardCode().equals(scorecard.scorecardCode()))
                .collect(Collectors.groupingBy(Rank::referenceYear))
                .forEach((year, rows) -> years.put(year, RankedYear.of(scorecard, year, rows)));
        return years;
    }

    private static String key(String metric, String unit, int year, String period) {
        return metric + "|" + unit + "|" + year + "|" + period;
    }

    /** One commendation in one year. */
    private final class OneYear {
        private final Commendation rule;
        private final int year;
        private final SortedMap<Integer, RankedYear> years;
        private final Map<String, BigDecimal> values;
        private final RankedYear ranked;

        OneYear(Commendation rule, int year, SortedMap<Integer, RankedYear> years, Map<String, BigDecimal> values) {
            this.rule = rule;
            this.year = year;
            this.years = years;
            this.values = values;
            this.ranked = years.get(year);
        }

        List<CommendationRow> rows() {
            Optional<Integer> most = rule.quota().map(quota -> quota.of(ranked.placed()));
            Map<String, CommendationClause> failed = new HashMap<>();
            List<Integer> held = new ArrayList<>();
            ranked.own().values().forEach(row -> failed(row)
                    .ifPresentOrElse(
                            clause -> failed.put(row.orgUnitId(), clause), () -> held.add(row.computedRank())));
            return ranked.own().values().stream()
                    .map(row -> row(
                            row,
                            most,
                            Optional.ofNullable(failed.get(row.orgUnitId()))
                                    .or(() -> most.flatMap(many -> beyond(row, new QuotaEdge(held, many))))
                                    .orElseGet(() -> CommendationClause.all(row))))
                    .toList();
        }

        /** The first clause, but for the quota, that does not hold. */
        private Optional<CommendationClause> failed(Rank row) {
            if (row.computedRank() == null) {
                return Optional.of(CommendationClause.notRanked(
                        year, Optional.ofNullable(row.rankReasonCode()).map(reasons::get)));
            }
            if (!rule.ratingCodes().isEmpty() && !isAmong(rule.ratingCodes(), row.ratingCode())) {
                return Optional.of(
                        CommendationClause.rating(row, rule.ratingCodes(), rubrics.own(rule.scorecardCode(), year)));
            }
            if (rule.rankUntil().isPresent()
                    && row.computedRank() > rule.rankUntil().getAsInt()) {
                return Optional.of(CommendationClause.rank(row, rule.rankUntil().getAsInt()));
            }
            return inCluster(row).or(() -> knockedOut(row)).or(() -> yearsBefore(row));
        }

        private Optional<CommendationClause> inCluster(Rank row) {
            if (rule.rankInClusterUntil().isEmpty()) {
                return Optional.empty();
            }
            int needed = rule.rankInClusterUntil().getAsInt();
            boolean isHeld = row.rankInCluster() != null && row.rankInCluster() <= needed;
            return isHeld ? Optional.empty() : Optional.of(CommendationClause.rankInCluster(row, needed));
        }

        private Optional<CommendationClause> knockedOut(Rank row) {
            for (RatingRule.KnockOut knockOut : rule.knockOuts()) {
                BigDecimal value = values.get(key(knockOut.metricCode(), row.orgUnitId(), year, row.periodCode()));
                if (value != null && value.compareTo(knockOut.over()) > 0) {
                    return Optional.of(
                            CommendationClause.knockOut(metrics.get(knockOut.metricCode()), value, knockOut.over()));
                }
            }
            return Optional.empty();
        }

        private Optional<CommendationClause> yearsBefore(Rank row) {
            if (rule.yearsBefore().isEmpty()) {
                return Optional.empty();
            }
            List<String> needed = rule.yearsBefore().get().ratingCodes();
            for (int back = 1; back <= rule.yearsBefore().get().count(); back++) {
                int before = year - back;
                String rating = Optional.ofNullable(years.get(before))
                        .map(ranking -> ranking.own().get(row.orgUnitId()))
                        .map(Rank::ratingCode)
                        .orElse(null);
                if (!isAmong(needed, rating)) {
                    return Optional.of(CommendationClause.yearBefore(
                            before, rating, needed, rubrics.own(rule.scorecardCode(), before)));
                }
            }
            return Optional.empty();
        }

        /** @param rating null where the unit has none */
        private static boolean isAmong(List<String> good, String rating) {
            return rating != null && good.contains(rating);
        }

        private Optional<CommendationClause> beyond(Rank row, QuotaEdge edge) {
            int place = row.computedRank();
            if (edge.hasRoomForAll(place)) {
                return Optional.empty();
            }
            if (!edge.hasRoomForOne(place)) {
                return Optional.of(CommendationClause.quota(row, edge.most()));
            }
            return rule.quota().orElseThrow().isTieIn()
                    ? Optional.empty()
                    : Optional.of(CommendationClause.tiedAtTheEdge(row, edge.most()));
        }

        private CommendationRow row(Rank row, Optional<Integer> most, CommendationClause clause) {
            return new CommendationRow(
                    row.scorecardCode(),
                    year,
                    row.periodCode(),
                    row.orgUnitId(),
                    rule.commendationCode(),
                    rule.commendationNameVi(),
                    rule.commendationNameEn(),
                    clause.code().equals(CommendationClause.ALL),
                    clause.code(),
                    clause.vietnamese(),
                    clause.english(),
                    most.orElse(null),
                    rule.decisionNumber().orElse(null),
                    rule.source(),
                    rule.isSynthetic() || row.isSynthetic());
        }
    }
}
