package vn.xephang.score;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import vn.xephang.model.Participant;
import vn.xephang.model.PreviousYearRow;
import vn.xephang.model.YearRow;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.schema.Scorecard;

/**
 * Observations and published results -> the same, followed at the end of each year by its scores, ranks,
 * differences and participants. Holds of a year only what scorecards read, never the year. Rows of the year before that
 * come along are read here and go no further.
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
        private final OnEveryMap maps;
        private final Map<String, Set<String>> metricsOf;

        Book(Declarations declarations) {
            this.declarations = declarations;
            this.maps = new OnEveryMap(declarations);
            this.metricsOf = declarations.scorecards().all().stream()
                    .collect(Collectors.toMap(Scorecard::scorecardCode, maps::read));
        }

        List<Scorecard> scorecards() {
            return declarations.scorecards().all();
        }

        YearGathered gathered(Scorecard scorecard) {
            return new YearGathered(scorecard, metricsOf.get(scorecard.scorecardCode()));
        }

        List<Participant> participants(Scorecard scorecard, int year) {
            return scorecard.participants(year, declarations.codeLists().orgUnits());
        }
    }

    private static final class Scoring implements Iterator<YearRow> {
        private final Iterator<YearRow> rows;
        private final Book book;
        private final Deque<YearRow> ready = new ArrayDeque<>();
        private final Map<String, YearGathered> gathered = new HashMap<>();
        private final Map<String, YearGathered> before = new HashMap<>();
        private Integer year;

        Scoring(Iterator<YearRow> rows, Book book) {
            this.rows = rows;
            this.book = book;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && (rows.hasNext() || year != null)) {
                if (rows.hasNext()) {
                    take(rows.next());
                } else {
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
            if (row instanceof PreviousYearRow previous) {
                note(before, previous.row());
            } else {
                note(gathered, row);
                ready.add(row);
            }
        }

        private void note(Map<String, YearGathered> years, YearRow row) {
            for (Scorecard scorecard : book.scorecards()) {
                years.computeIfAbsent(scorecard.scorecardCode(), none -> book.gathered(scorecard))
                        .note(row);
            }
        }

        private void finishYear() {
            if (!gathered.isEmpty()) {
                book.scorecards().forEach(this::finish);
            }
            gathered.clear();
            before.clear();
            year = null;
        }

        private void finish(Scorecard scorecard) {
            List<Participant> participants = book.participants(scorecard, year);
            YearGathered rowsOfYear = gathered.get(scorecard.scorecardCode());
            Optional<YearData> yearBefore = yearBefore(scorecard);
            boolean isScored = false;
            for (String stage : rowsOfYear.stages()) {
                YearData data = DeclaredContext.add(rowsOfYear.at(stage, year, participants), book.declarations);
                for (ScoredYear scored : book.maps.scored(data, yearBefore)) {
                    ready.addAll(scored.scores());
                    ready.addAll(scored.ranks());
                    ready.addAll(scored.differences());
                    isScored |= !scored.ranks().isEmpty();
                }
            }
            if (isScored) {
                ready.addAll(participants);
            }
        }

        /** A year is followed, at whatever stage, upon the result of the year before. */
        private Optional<YearData> yearBefore(Scorecard scorecard) {
            return Optional.ofNullable(before.get(scorecard.scorecardCode()))
                    .map(rows -> DeclaredContext.add(
                            rows.at(scorecard.stageCode(), year - 1, book.participants(scorecard, year - 1)),
                            book.declarations));
        }
    }
}
