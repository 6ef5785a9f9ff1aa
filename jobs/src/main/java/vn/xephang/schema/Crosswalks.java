package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.xephang.model.CrosswalkRow;

/** What criteria became from rubric to rubric, from {@code schemas/crosswalks/<scorecard>.csv}. */
public final class Crosswalks {

    public static final String CHANGED = "changed";
    static final String SAME = "same";
    static final String RENAMED = "renamed";
    static final String BROKEN = "broken";

    private static final String FOLDER = "crosswalks/";
    private static final Set<String> COLUMNS = Set.of(
            "from_rubric_code",
            "from_criterion_code",
            "to_rubric_code",
            "to_criterion_code",
            "relation",
            "certainty",
            "source",
            "note");
    private static final Set<String> RELATIONS = Set.of(SAME, RENAMED, CHANGED, BROKEN);
    private static final Set<String> CERTAINTIES = Set.of("verified", "memory", "judgement");

    private final List<CrosswalkRow> all;

    Crosswalks(List<CrosswalkRow> all) {
        this.all = List.copyOf(all);
    }

    /** Reads and checks all crosswalks. A scorecard that has one must tell of every step to the next rules. */
    public static Crosswalks load(SchemaFiles files, Rubrics rubrics, Problems problems) {
        List<CrosswalkRow> all = new ArrayList<>();
        for (String file : files.texts("crosswalks", ".csv", problems).keySet()) {
            Check check = new Check(file, rubrics, problems);
            List<CrosswalkRow> rows = CodeList.read(files, file, COLUMNS, check::row, problems);
            check.isWhole();
            all.addAll(rows);
        }
        return new Crosswalks(all);
    }

    /** In the order of the files. */
    public List<CrosswalkRow> all() {
        return all;
    }

    /**
     * What a criterion of some rules is to other rules, in whichever direction of time: the relation and why; empty
     * where nothing is declared about the two sets of rules.
     */
    public Optional<CrosswalkRow> relation(
            String scorecardCode, String rubricCode, String criterionCode, String otherRubricCode) {
        return all.stream()
                .filter(row -> row.scorecardCode().equals(scorecardCode))
                .filter(row -> (row.fromRubricCode().equals(rubricCode)
                                && row.toRubricCode().equals(otherRubricCode)
                                && criterionCode.equals(row.fromCriterionCode()))
                        || (row.toRubricCode().equals(rubricCode)
                                && row.fromRubricCode().equals(otherRubricCode)
                                && criterionCode.equals(row.toCriterionCode())))
                .findFirst();
    }

    /** Reads one file row by row and tells everything that is wrong with it. */
    private static final class Check {

        private final String file;
        private final String scorecardCode;
        private final Map<String, Rubric> rubrics;
        private final Problems problems;
        private final Map<String, Integer> lines = new HashMap<>();

        Check(String file, Rubrics rubrics, Problems problems) {
            this.file = file;
            this.scorecardCode = file.substring(FOLDER.length(), file.length() - ".csv".length());
            this.rubrics = rubrics.distinct(scorecardCode).stream()
                    .collect(Collectors.toMap(
                            Rubric::rubricCode, rubric -> rubric, (one, other) -> one, java.util.LinkedHashMap::new));
            this.problems = problems;
            if (this.rubrics.isEmpty()) {
                problems.add(file, 0, "No rubric of a scorecard '" + scorecardCode + "' is known");
            }
        }

        CrosswalkRow row(NamedCsvRecord record) {
            int line = (int) record.getStartingLineNumber();
            CrosswalkRow row = new CrosswalkRow(
                    scorecardCode,
                    record.getField("from_rubric_code"),
                    text(record, "from_criterion_code"),
                    record.getField("to_rubric_code"),
                    text(record, "to_criterion_code"),
                    record.getField("relation"),
                    record.getField("certainty"),
                    record.getField("source"),
                    text(record, "note"));
            check(line, row);
            return row;
        }

        private void check(int line, CrosswalkRow row) {
            checkWord(line, "relation", row.relation(), RELATIONS);
            checkWord(line, "certainty", row.certainty(), CERTAINTIES);
            if (row.source().isBlank()) {
                problems.add(file, line, "A row needs a source");
            }
            Optional<Criterion> from = criterion(line, row.fromRubricCode(), row.fromCriterionCode());
            Optional<Criterion> to = criterion(line, row.toRubricCode(), row.toCriterionCode());
            boolean hasBoth = row.fromCriterionCode() != null && row.toCriterionCode() != null;
            if (hasBoth == row.relation().equals(BROKEN)) {
                problems.add(file, line, "A broken criterion has one side only, every other has both");
            }
            if (from.isPresent() && to.isPresent()) {
                checkNames(line, row, from.get(), to.get());
            }
            seen(line, row, row.fromRubricCode(), row.fromCriterionCode());
            seen(line, row, row.toRubricCode(), row.toCriterionCode());
        }

        private void checkNames(int line, CrosswalkRow row, Criterion from, Criterion to) {
            boolean isNamedAlike = from.criterionNameVi().equals(to.criterionNameVi());
            if (row.relation().equals(SAME) && !isNamedAlike) {
                problems.add(
                        file,
                        line,
                        "Criterion '" + row.fromCriterionCode() + "' is called '" + from.criterionNameVi() + "', then '"
                                + to.criterionNameVi() + "': renamed or changed, not same");
            }
            if (row.relation().equals(RENAMED) && isNamedAlike) {
                problems.add(
                        file, line, "Criterion '" + row.fromCriterionCode() + "' keeps its name: same, not renamed");
            }
        }

        private Optional<Criterion> criterion(int line, String rubricCode, String criterionCode) {
            Rubric rubric = rubrics.get(rubricCode);
            if (rubric == null) {
                problems.add(
                        file,
                        line,
                        "Unknown rubric code '" + rubricCode + "'; known: " + List.copyOf(rubrics.keySet()));
                return Optional.empty();
            }
            Optional<Criterion> found = Optional.ofNullable(criterionCode).flatMap(rubric::criterion);
            if (criterionCode != null && found.isEmpty()) {
                problems.add(file, line, "Rubric " + rubricCode + " has no criterion '" + criterionCode + "'");
            }
            return found;
        }

        /** Each criterion once per pair of rules and side. */
        private void seen(int line, CrosswalkRow row, String rubricCode, String criterionCode) {
            if (criterionCode != null) {
                String pair = row.fromRubricCode() + " to " + row.toRubricCode();
                Integer before = lines.putIfAbsent(pair + ": " + rubricCode + " " + criterionCode, line);
                if (before != null) {
                    problems.add(
                            file,
                            line,
                            "Criterion '" + criterionCode + "' of rubric " + rubricCode + " stands already in line "
                                    + before);
                }
            }
        }

        /** Every criterion of each set of rules and of the next is told of. */
        void isWhole() {
            List<Rubric> inTime = List.copyOf(rubrics.values());
            for (int i = 1; i < inTime.size(); i++) {
                String pair =
                        inTime.get(i - 1).rubricCode() + " to " + inTime.get(i).rubricCode();
                for (Rubric rubric : inTime.subList(i - 1, i + 1)) {
                    for (Criterion criterion : rubric.criteria()) {
                        String code = criterion.criterionCode();
                        if (!lines.containsKey(pair + ": " + rubric.rubricCode() + " " + code)) {
                            problems.add(
                                    file,
                                    0,
                                    "From rubric " + pair + " nothing is said of criterion '" + code + "' of "
                                            + rubric.rubricCode());
                        }
                    }
                }
            }
        }

        private void checkWord(int line, String what, String word, Set<String> allowed) {
            if (!allowed.contains(word)) {
                problems.add(
                        file,
                        line,
                        "Invalid " + what + " '" + word + "'; one of "
                                + allowed.stream().sorted().toList());
            }
        }

        private static String text(NamedCsvRecord row, String column) {
            String text = row.getField(column);
            return text.isEmpty() ? null : text;
        }
    }
}
