package vn.xephang.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.xephang.model.DueDate;
import vn.xephang.model.Period;

/** Reads and checks {@code schemas/calendars/*.yaml}: what is due when. */
final class Calendars {

    private static final Set<String> KEYS = Set.of("calendar_id", "source_code", "basis", "certainty", "years", "due");
    private static final Set<String> LEVELS = Set.of("country", "region", "province", "district", "commune");
    private static final Set<String> VINTAGES = Set.of("preliminary", "official");
    private static final Pattern DAY = Pattern.compile("\\{year(\\+1)?}-(\\d\\d)-(\\d\\d)");
    private static final int ANY_YEAR = 2001;

    private final List<String> sources;
    private final List<DueDate> dates = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Calendars(List<String> sources) {
        this.sources = sources;
    }

    /** All lines, in the order of their files. */
    static List<DueDate> load(SchemaFiles files, List<String> sources, Problems problems) {
        Calendars calendars = new Calendars(sources);
        files.texts("calendars", ".yaml", problems)
                .forEach((name, text) -> calendars.read(Yaml.parse(name, text, problems)));
        return List.copyOf(calendars.dates);
    }

    private void read(Yaml yaml) {
        yaml.refuseUnknownKeys(KEYS);
        String id = yaml.text("calendar_id");
        if (!yaml.file().equals("calendars/" + id + ".yaml")) {
            yaml.problem("calendar_id", "Calendar '" + id + "' must be declared in calendars/" + id + ".yaml");
        }
        String source = yaml.text("source_code");
        if (yaml.has("source_code") && !sources.contains(source)) {
            yaml.problem("source_code", "Unknown source '" + source + "'; known: " + sources);
        }
        yaml.oneOf("certainty", Set.of("verified", "memory", "judgement"));
        int from = yaml.map("years").map(years -> years.number("from")).orElse(0);
        int until = yaml.map("years")
                .filter(years -> years.has("until"))
                .map(years -> years.number("until"))
                .orElse(LandingContract.OPEN);
        if (from == 0 || from > until) {
            yaml.problem("years", "Give 'years' as {from, until}, 'from' not after 'until'");
        }
        for (Yaml line : yaml.maps("due")) {
            read(line, id, source, from, until, yaml.text("basis"));
        }
        if (yaml.maps("due").isEmpty()) {
            yaml.problem("due", "A calendar has lines under 'due'");
        }
    }

    private void read(Yaml line, String id, String source, int from, int until, String basis) {
        line.refuseUnknownKeys(Set.of("level", "period", "vintage", "on"));
        String period = line.text("period");
        try {
            Period.of(period, ANY_YEAR);
        } catch (IllegalArgumentException e) {
            line.problem("period", e.getMessage());
        }
        Matcher day = DAY.matcher(line.text("on"));
        if (!day.matches()) {
            line.problem("on", "Invalid day '" + line.text("on") + "'; expected {year}-MM-DD or {year+1}-MM-DD");
            return;
        }
        DueDate date = new DueDate(
                id,
                source,
                line.oneOf("level", LEVELS),
                period,
                line.oneOf("vintage", VINTAGES),
                from,
                until,
                day.group(1) == null ? 0 : 1,
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3)),
                basis);
        check(line, date);
        dates.add(date);
    }

    private void check(Yaml line, DueDate date) {
        try {
            date.dueOn(ANY_YEAR);
        } catch (java.time.DateTimeException e) {
            line.problem("on", "Invalid day '" + line.text("on") + "': " + e.getMessage());
        }
        for (int year = date.fromYear(); year <= Math.min(date.untilYear(), date.fromYear() + 200); year++) {
            String key = date.sourceCode()
                    + '|'
                    + date.orgUnitLevelCode()
                    + '|'
                    + date.periodCode()
                    + '|'
                    + date.dataVintage()
                    + '|'
                    + year;
            if (!seen.add(key)) {
                line.problem("on", "Another line says when this is due in " + year);
                return;
            }
        }
    }
}
