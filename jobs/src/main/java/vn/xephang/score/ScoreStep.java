package vn.xephang.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import vn.xephang.model.Participant;
import vn.xephang.model.PreviousYearRow;
import vn.xephang.model.WholeYears;
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

    private static final class Scoring extends WholeYears {
        private final Book book;
        private final Map<String, YearGathered> gathered = new HashMap<>();
        private final Map<String, YearGathered> before = new HashMap<>();

        Scoring(Iterator<YearRow> rows, Book book) {
            super(rows);
            this.book = book;
        }

        @Override
        protected boolean note(YearRow row) {
            if (row instanceof PreviousYearRow previous) {
                note(before, previous.row());
                return false;
            }
            note(gathered, row);
            return true;
        }

        private void note(Map<String, YearGathered> years, YearRow row) {
            for (Scorecard scorecard : book.scorecards()) {
                years.computeIfAbsent(scorecard.scorecardCode(), none -> book.gathered(scorecard))
                        .note(row);
            }
        }

        @Override
        protected List<YearRow> finish(int year) {
            List<YearRow> found = new ArrayList<>();
            if (!gathered.isEmpty()) {
                book.scorecards().forEach(scorecard -> found.addAll(finish(scorecard, year)));
            }
            gathered.clear();
            before.clear();
            return found;
        }

        private List<YearRow> finish(Scorecard scorecard, int year) {
            List<YearRow> found = new ArrayList<>();
            List<Participant> participants = book.participants(scorecard, year);
            YearGathered rowsOfYear = gathered.get(scorecard.scorecardCode());
            Optional<YearData> yearBefore = yearBefore(scorecard, year);
            boolean isScored = false;
            for (String stage : rowsOfYear.stages()) {
                YearData data = DeclaredContext.add(rowsOfYear.at(stage, year, participants), book.declarations);
                for (ScoredYear scored : book.maps.scored(data, yearBefore)) {
                    found.addAll(scored.scores());
                    found.addAll(scored.ranks());
                    found.addAll(scored.differences());
                    isScored |= !scored.ranks().isEmpty();
                }
            }
            if (isScored) {
                found.addAll(participants);
            }
            return found;
        }

        /** A year is followed, at whatever stage, upon the result of the year before. */
        private Optional<YearData> yearBefore(Scorecard scorecard, int year) {
            return Optional.ofNullable(before.get(scorecard.scorecardCode()))
                    .map(rows -> DeclaredContext.add(
                            rows.at(scorecard.stageCode(), year - 1, book.participants(scorecard, year - 1)),
                            book.declarations));
        }
    }
}
