package vn.xephang.schema;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Participant;

/** Every scorecard, by code. */
public final class Scorecards {

    private final SortedMap<String, Scorecard> byCode = new TreeMap<>();

    public Scorecards(List<Scorecard> scorecards) {
        scorecards.forEach(scorecard -> byCode.put(scorecard.scorecardCode(), scorecard));
    }

    /**
     * Reads {@code scorecards/<scorecard>.yaml}.
     *
     * @param versions every org unit in time: the units expected must live
     * @param rubrics each must belong to a scorecard and to a year that it knows
     */
    public static Scorecards load(
            SchemaFiles files, List<OrgUnitVersion> versions, Rubrics rubrics, Problems problems) {
        Scorecards scorecards = new Scorecards(files.texts("scorecards", ".yaml", problems).entrySet().stream()
                .map(file -> Scorecard.read(Yaml.parse(file.getKey(), file.getValue(), problems), versions))
                .toList());
        rubrics.all().forEach(rubric -> scorecards.check(rubric, problems));
        return scorecards;
    }

    /** By code. */
    public List<Scorecard> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Scorecard> find(String scorecardCode) {
        return Optional.ofNullable(byCode.get(scorecardCode));
    }

    /** Who is expected, over all scorecards and years. */
    public List<Participant> participants(List<OrgUnitVersion> versions) {
        return byCode.values().stream()
                .flatMap(scorecard ->
                        scorecard.years().stream().flatMap(year -> scorecard.participants(year, versions).stream()))
                .toList();
    }

    private void check(Rubric rubric, Problems problems) {
        String file = "rubrics/" + rubric.scorecardCode() + "/" + rubric.rubricYear() + ".yaml";
        Scorecard scorecard = byCode.get(rubric.scorecardCode());
        if (scorecard == null) {
            problems.add(file, 0, "Unknown scorecard '" + rubric.scorecardCode() + "'; add it to scorecards/");
        } else if (!scorecard.years().contains(rubric.rubricYear())) {
            problems.add(
                    file,
                    0,
                    "Year " + rubric.rubricYear() + " has no participants in scorecards/" + rubric.scorecardCode()
                            + ".yaml");
        }
    }
}
