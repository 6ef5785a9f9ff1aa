package vn.xephang.schema;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Participant;
import vn.xephang.model.Period;

/**
 * A ranking exercise: of which units, by whom, and who is expected in which year.
 *
 * @param periodCode the part of the year that it ranks
 * @param stageCode the stage that its published tables have
 * @param published what the publisher gives as result
 * @param boundaryVintages dates of other maps that it is computed on
 */
public record Scorecard(
        String scorecardCode,
        String scorecardNameVi,
        String scorecardNameEn,
        String orgUnitLevelCode,
        String sourceCode,
        String periodCode,
        String stageCode,
        boolean isSynthetic,
        Published published,
        List<Expected> participants,
        List<LocalDate> boundaryVintages) {

    /**
     * Which parts of a result the publisher gives.
     *
     * @param isPartial only results of some of the expected units are known
     */
    public record Published(boolean points, boolean rank, boolean rating, boolean isPartial) {}

    /** Who is expected in some years. */
    public record Expected(Set<Integer> years, int expectedCount, Units units, Set<String> notParticipating) {

        public Expected {
            years = Set.copyOf(years);
            notParticipating = Set.copyOf(notParticipating);
        }
    }

    /** How the expected units are named. */
    public sealed interface Units {

        /** These. */
        record Listed(List<String> orgUnitIds) implements Units {

            public Listed {
                orgUnitIds = List.copyOf(orgUnitIds);
            }
        }

        /** Every unit of the level that lives on that day. */
        record AliveOn(LocalDate day) implements Units {}
    }

    private static final Set<String> KEYS = Set.of(
            "scorecard_code",
            "scorecard_name_vi",
            "scorecard_name_en",
            "org_unit_level_code",
            "source_code",
            "period_code",
            "stage_code",
            "is_synthetic",
            "published",
            "participants",
            "boundary_vintages");
    private static final Set<String> EXPECTED_KEYS =
            Set.of("years", "expected_count", "org_unit_ids", "map_on", "not_participating_org_unit_ids");
    private static final Set<String> LEVELS = Set.of("country", "region", "province", "district", "commune");

    public Scorecard {
        participants = List.copyOf(participants);
        boundaryVintages = List.copyOf(boundaryVintages);
    }

    /** On no other maps. */
    public Scorecard(
            String scorecardCode,
            String scorecardNameVi,
            String scorecardNameEn,
            String orgUnitLevelCode,
            String sourceCode,
            String periodCode,
            String stageCode,
            boolean isSynthetic,
            Published published,
            List<Expected> participants) {
        this(
                scorecardCode,
                scorecardNameVi,
                scorecardNameEn,
                orgUnitLevelCode,
                sourceCode,
                periodCode,
                stageCode,
                isSynthetic,
                published,
                participants,
                List.of());
    }

    /** The day whose units are expected in a year; empty where they are listed. */
    public Optional<LocalDate> mapOn(int year) {
        return expected(year)
                .map(Expected::units)
                .filter(Units.AliveOn.class::isInstance)
                .map(units -> ((Units.AliveOn) units).day());
    }

    /** All units of the level on another map, in a year. */
    public List<Participant> participantsOn(LocalDate map, int year, List<OrgUnitVersion> versions) {
        return participants(new Units.AliveOn(map), year, versions);
    }

    /** The years for which it says who is expected. */
    public SortedSet<Integer> years() {
        SortedSet<Integer> years = new TreeSet<>();
        participants.forEach(expected -> years.addAll(expected.years()));
        return years;
    }

    /** The units expected in a year, by id; empty for a year that the scorecard does not know. */
    public List<Participant> participants(int year, List<OrgUnitVersion> versions) {
        return expected(year)
                .map(expected -> participants(expected.units(), year, versions))
                .orElse(List.of());
    }

    /** Declared to have taken no part, though expected. */
    public boolean isNotParticipating(int year, String orgUnitId) {
        return expected(year)
                .map(expected -> expected.notParticipating().contains(orgUnitId))
                .orElse(false);
    }

    /** The unit exists on the map that the scorecard uses for a year, expected or not. */
    public boolean isOnMap(int year, String orgUnitId, List<OrgUnitVersion> versions) {
        Period period = Period.of(periodCode, year);
        Optional<LocalDate> day = mapOn(year);
        return versions.stream()
                .filter(unit -> unit.orgUnitId().equals(orgUnitId))
                .anyMatch(unit -> unit.aliveWithin(day.orElse(period.startOn()), day.orElse(period.endOn())));
    }

    private Optional<Expected> expected(int year) {
        return participants.stream()
                .filter(expected -> expected.years().contains(year))
                .findFirst();
    }

    private List<Participant> participants(Units units, int year, List<OrgUnitVersion> versions) {
        List<Participant> expected = new ArrayList<>();
        versionsOf(units, year, versions)
                .values()
                .forEach(unit -> expected.add(new Participant(
                        scorecardCode, year, unit.orgUnitId(), unit.orgUnitCode(), unit.orgUnitNameVi())));
        return expected;
    }

    /** The version of each expected unit that names it, by id. */
    private Map<String, OrgUnitVersion> versionsOf(Units units, int year, List<OrgUnitVersion> versions) {
        Map<String, OrgUnitVersion> found = new TreeMap<>();
        if (units instanceof Units.AliveOn map) {
            versions.stream()
                    .filter(unit -> unit.orgUnitLevelCode().equals(orgUnitLevelCode) && unit.aliveOn(map.day()))
                    .forEach(unit -> found.put(unit.orgUnitId(), unit));
        } else if (units instanceof Units.Listed listed) {
            Set<String> ids = new HashSet<>(listed.orgUnitIds());
            Period period = Period.of(periodCode, year);
            versions.stream()
                    .filter(unit -> ids.contains(unit.orgUnitId())
                            && unit.orgUnitLevelCode().equals(orgUnitLevelCode)
                            && unit.aliveWithin(period.startOn(), period.endOn()))
                    .sorted(Comparator.comparing(OrgUnitVersion::validFromOn))
                    .forEach(unit -> found.put(unit.orgUnitId(), unit));
        }
        return found;
    }

    static Scorecard read(Yaml yaml, List<OrgUnitVersion> versions) {
        Optional<Yaml> published = yaml.map("published");
        published.ifPresent(parts -> parts.refuseUnknownKeys(Set.of("points", "rank", "rating", "partial")));
        List<Yaml> participants = yaml.maps("participants");
        Scorecard scorecard = new Scorecard(
                yaml.text("scorecard_code"),
                yaml.text("scorecard_name_vi"),
                yaml.text("scorecard_name_en"),
                yaml.oneOf("org_unit_level_code", LEVELS),
                yaml.text("source_code"),
                yaml.oneOf("period_code", Set.of("Y", "H1", "H2")),
                yaml.oneOf("stage_code", Set.of("self", "confirmed", "final")),
                yaml.flag("is_synthetic", false),
                new Published(
                        published.map(parts -> parts.flag("points", false)).orElse(false),
                        published.map(parts -> parts.flag("rank", false)).orElse(false),
                        published.map(parts -> parts.flag("rating", false)).orElse(false),
                        published.map(parts -> parts.flag("partial", false)).orElse(false)),
                participants.stream().map(Scorecard::readExpected).toList(),
                vintages(yaml));
        yaml.refuseUnknownKeys(KEYS);
        scorecard.check(yaml, participants, versions);
        return scorecard;
    }

    private static List<LocalDate> vintages(Yaml yaml) {
        List<LocalDate> days = new ArrayList<>();
        if (yaml.has("boundary_vintages")) {
            for (String text : yaml.texts("boundary_vintages")) {
                try {
                    days.add(LocalDate.parse(text));
                } catch (DateTimeParseException e) {
                    yaml.problem("boundary_vintages", "Invalid date '" + text + "'; expected such as 2025-07-01");
                }
            }
        }
        return days;
    }

    private static Expected readExpected(Yaml yaml) {
        boolean isListed = yaml.has("org_unit_ids");
        if (isListed == yaml.has("map_on")) {
            yaml.problem("years", "Give either org_unit_ids or map_on");
        }
        if (!yaml.has("years")) {
            yaml.problem("years", "Missing 'years'");
        }
        Expected expected = new Expected(
                new HashSet<>(yaml.numbers("years")),
                yaml.number("expected_count"),
                isListed || !yaml.has("map_on")
                        ? new Units.Listed(yaml.texts("org_unit_ids"))
                        : new Units.AliveOn(yaml.date("map_on")),
                new HashSet<>(yaml.texts("not_participating_org_unit_ids")));
        yaml.refuseUnknownKeys(EXPECTED_KEYS);
        return expected;
    }

    private void check(Yaml yaml, List<Yaml> expectedYamls, List<OrgUnitVersion> versions) {
        if (!yaml.file().equals("scorecards/" + scorecardCode + ".yaml")) {
            yaml.problem(
                    "scorecard_code",
                    "Scorecard '" + scorecardCode + "' must be declared in scorecards/" + scorecardCode + ".yaml");
        }
        Map<Integer, Integer> uses = new LinkedHashMap<>();
        for (int i = 0; i < participants.size(); i++) {
            Yaml expectedYaml = expectedYamls.get(i);
            for (int year : new TreeSet<>(participants.get(i).years())) {
                if (uses.merge(year, 1, Integer::sum) > 1) {
                    expectedYaml.problem("years", "Year " + year + " stands twice");
                }
                if (Set.of("Y", "H1", "H2").contains(periodCode)) {
                    checkUnits(expectedYaml, participants.get(i), year, versions);
                }
            }
        }
    }

    private void checkUnits(Yaml yaml, Expected expected, int year, List<OrgUnitVersion> versions) {
        Set<String> found = versionsOf(expected.units(), year, versions).keySet();
        if (expected.units() instanceof Units.Listed listed) {
            Set<String> seen = new HashSet<>();
            for (String id : listed.orgUnitIds()) {
                if (!seen.add(id)) {
                    yaml.problem("org_unit_ids", "Org unit '" + id + "' stands twice");
                } else if (!found.contains(id)) {
                    yaml.problem("org_unit_ids", "No " + orgUnitLevelCode + " '" + id + "' lives in " + year);
                }
            }
        }
        if (found.size() != expected.expectedCount()) {
            yaml.problem(
                    "expected_count",
                    "Expected " + expected.expectedCount() + " units in " + year + ", found " + found.size());
        }
        for (String id : new TreeSet<>(expected.notParticipating())) {
            if (!found.contains(id)) {
                yaml.problem("not_participating_org_unit_ids", "Org unit '" + id + "' is not expected in " + year);
            }
        }
    }
}
