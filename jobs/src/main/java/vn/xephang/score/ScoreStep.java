package vn.xephang.score;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import vn.xephang.model.Observation;
import vn.xephang.model.Participant;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.YearRow;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.schema.Scorecard;

/**
 * Observations and published results -> the same, followed at the end of each year by its scores, ranks,
 * differences and participants. Holds of a year only what scorecards read, never the year.
 */
public final class ScoreStep {

    private ScoreStep() {}

    /** @param rows whole years per partition, as conform leaves them */
    public static Dataset<YearRow> score(Dataset<YearRow> rows, SchemaFiles files) {
        return rows.mapPartitions(
                (MapPartitionsFunction<YearRow, YearRow>)
                        partition -> new Scoring(partition, new Book(Declarations.load(files))),
                Encoders.javaSerialization(YearRow.class));
    }

    /** What the scorecards read. */
    private static final class Book {
        private final Declarations declarations;
        private final Map<String, Set<String>> metricsOf;

        Book(Declarations declarations) {
            this.declarations = declarations;
            this.metricsOf = declarations.scorecards().all().stream()
                    .collect(Collectors.toMap(
                            Scorecard::scorecardCode,
                            scorecard -> declarations.rubrics().distinct(scorecard.scorecardCode()).stream()
                                    .map(Rubric::metricCodes)
                                    .flatMap(Set::stream)
                                    .collect(Collectors.toSet())));
        }

        boolean reads(Scorecard scorecard, Observation observation) {
            return scorecard.periodCode().equals(observation.periodCode())
                    && metricsOf.get(scorecard.scorecardCode()).contains(observation.metricCode());
        }
    }

    private static final class Scoring implements Iterator<YearRow> {
        private final Iterator<YearRow> rows;
        private final Book book;
        private final Deque<YearRow> ready = new ArrayDeque<>();
        private final Map<String, Map<String, Map<String, Double>>> values = new HashMap<>();
        private final Map<String, Map<String, PublishedResult>> published = new HashMap<>();
        private Integer year;

        Scoring(Iterator<YearRow> rows, Book book) {
            this.rows = rows;
            this.book = book;
        }

        @Override
        public boolean hasNext() {
            if (ready.isEmpty()) {
                if (rows.hasNext()) {
                    take(rows.next());
                } else if (year != null) {
                    finishYear();
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public YearRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void take(YearRow row) {
            if (year != null && year != row.referenceYear()) {
                finishYear();
            }
            year = row.referenceYear();
            for (Scorecard scorecard : book.declarations.scorecards().all()) {
                note(scorecard, row);
            }
            ready.add(row);
        }

        private void note(Scorecard scorecard, YearRow row) {
            String code = scorecard.scorecardCode();
            if (row instanceof Observation observation
                    && observation.supersededAt() == null
                    && observation.value() != null
                    && book.reads(scorecard, observation)) {
                values.computeIfAbsent(code, none -> new TreeMap<>())
                        .computeIfAbsent(observation.orgUnitId(), none -> new TreeMap<>())
                        .put(observation.metricCode(), observation.value());
            } else if (row instanceof PublishedResult result
                    && result.supersededAt() == null
                    && result.scorecardCode().equals(code)
                    && result.periodCode().equals(scorecard.periodCode())) {
                published.computeIfAbsent(code, none -> new TreeMap<>()).put(result.orgUnitId(), result);
            }
        }

        private void finishYear() {
            for (Scorecard scorecard : book.declarations.scorecards().all()) {
                String code = scorecard.scorecardCode();
                List<Participant> participants = scorecard.participants(
                        year, book.declarations.codeLists().orgUnits());
                ScoredYear scored = ScoreYear.of(
                        scorecard,
                        year,
                        participants,
                        values.getOrDefault(code, Map.of()),
                        published.getOrDefault(code, Map.of()),
                        book.declarations.rubrics());
                ready.addAll(scored.scores());
                ready.addAll(scored.ranks());
                ready.addAll(scored.differences());
                if (!scored.ranks().isEmpty()) {
                    ready.addAll(participants);
                }
            }
            values.clear();
            published.clear();
            year = null;
        }
    }
}
