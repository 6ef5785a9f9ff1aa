package vn.xephang.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hashes of published rubrics, {@code rubrics.lock}: {@code scorecard rubric_code rubric_year version hash}, one
 * line each. A rubric that stands there can only be replaced by a later version, whose line is added; one that does
 * not is a draft.
 */
final class RubricLock {

    private static final String FILE = "rubrics.lock";

    private RubricLock() {}

    /** @param hashes of the rubrics by file: making one costs more than the rest of its check */
    static void check(SchemaFiles files, List<Rubric> rubrics, Map<String, String> hashes, Problems problems) {
        Map<String, String> published = new LinkedHashMap<>();
        String[] lines = files.optionalText(FILE, problems).orElse("").split("\n");
        for (int i = 0; i < lines.length; i++) {
            String[] parts = lines[i].strip().split(" ");
            if (parts.length == 5) {
                published.put(parts[0] + " " + parts[2] + " " + parts[3], parts[1] + " " + parts[4]);
            } else if (!lines[i].isBlank()) {
                problems.add(
                        FILE,
                        i + 1,
                        "Cannot read '" + lines[i] + "'; expected scorecard, rubric_code, rubric_year, version, hash");
            }
        }
        rubrics.forEach(rubric -> check(rubric, hashes.get(rubric.file()), published, problems));
    }

    /** The line of a rubric that is published as this version. */
    private static String line(Rubric rubric, int version, String hash) {
        return rubric.scorecardCode() + " " + rubric.rubricCode() + " " + rubric.rubricYear() + " " + version + " "
                + hash;
    }

    private static void check(Rubric rubric, String hash, Map<String, String> published, Problems problems) {
        String year = rubric.scorecardCode() + " " + rubric.rubricYear() + " ";
        String locked = published.get(year + rubric.rubricVersion());
        String now = rubric.rubricCode() + " " + hash;
        if (locked != null && !locked.equals(now)) {
            problems.add(
                    rubric.file(),
                    1,
                    "The rules differ from those published as version " + rubric.rubricVersion()
                            + ". Undo the change, or make it a new version: set rubric_version: "
                            + (rubric.rubricVersion() + 1) + " with its version_reason, and add the line '"
                            + line(rubric, rubric.rubricVersion() + 1, hash) + "' to " + FILE);
        }
        if (published.containsKey(year + (rubric.rubricVersion() + 1))) {
            problems.add(
                    rubric.file(),
                    1,
                    "A later version than " + rubric.rubricVersion() + " was published; " + FILE + " holds its hash");
        }
    }
}
