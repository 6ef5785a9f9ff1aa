package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitName;
import vn.xephang.model.OrgUnitRecord;
import vn.xephang.model.OrgUnitTypeWord;
import vn.xephang.model.OrgUnitVersion;

/**
 * The code lists of org units. A list may be spread over files: everything named {@code org_units*.csv},
 * {@code org_unit_names*.csv}, {@code org_unit_changes*.csv} or {@code org_unit_records*.csv} belongs to it, so that an organisation adds units in a
 * file of its own.
 */
record OrgUnitLists(
        List<Placed<OrgUnitVersion>> versions,
        List<Placed<OrgUnitName>> names,
        List<Placed<OrgUnitChange>> changes,
        List<Placed<OrgUnitRecord>> records,
        List<OrgUnitTypeWord> typeWords) {

    static OrgUnitLists load(SchemaFiles files, Problems problems) {
        DayTexts days = new DayTexts();
        return new OrgUnitLists(
                read(
                        files,
                        "codelists/org_units",
                        Set.of("org_unit_id", "org_unit_code", "valid_from_on"),
                        row -> version(row, days),
                        problems),
                read(
                        files,
                        "codelists/org_unit_names",
                        Set.of("org_unit_name_as_written", "org_unit_id"),
                        row -> name(row, days),
                        problems),
                read(
                        files,
                        "codelists/org_unit_changes",
                        Set.of("change_id", "effective_on"),
                        row -> change(row, days),
                        problems),
                read(
                        files,
                        "codelists/org_unit_records",
                        Set.of("org_unit_id", "org_unit_level_code", "recorded_from_on"),
                        row -> record(row, days),
                        problems),
                CodeList.read(
                        files,
                        "codelists/org_unit_type_words.csv",
                        Set.of("type_word", "org_unit_type"),
                        row -> new OrgUnitTypeWord(row.getField("type_word"), row.getField("org_unit_type")),
                        problems));
    }

    /** Lives, parents, codes, names and changes agree with one another. */
    void check(Problems problems) {
        OrgUnitLives lives = new OrgUnitLives(versions, problems);
        lives.check();
        new OrgUnitEvents(lives.byId(), changes, records, problems).check();
        new OrgUnitShares(changes, problems).check();
        Set<String> ids = lives.byId().keySet();
        for (Placed<OrgUnitName> name : names) {
            if (!ids.contains(name.row().orgUnitId())) {
                name.problem(problems, "Unknown org unit '" + name.row().orgUnitId() + "'");
            }
        }
    }

    /** Rows without their places. */
    static <T> List<T> rows(List<Placed<T>> placed) {
        return placed.stream().map(Placed::row).toList();
    }

    private static <T> List<Placed<T>> read(
            SchemaFiles files, String stem, Set<String> columns, Function<NamedCsvRecord, T> row, Problems problems) {
        List<Placed<T>> placed = new ArrayList<>();
        List<String> found = files.names(stem, ".csv");
        if (found.isEmpty()) {
            problems.add(stem + ".csv", 0, "File is missing");
        }
        for (String file : found) {
            placed.addAll(CodeList.read(
                    files,
                    file,
                    columns,
                    line -> new Placed<>(row.apply(line), file, (int) line.getStartingLineNumber()),
                    problems));
        }
        return placed;
    }

    private static OrgUnitVersion version(NamedCsvRecord row, DayTexts days) {
        return new OrgUnitVersion(
                row.getField("org_unit_id"),
                row.getField("org_unit_level_code"),
                text(row, "org_unit_code"),
                row.getField("org_unit_name_vi"),
                row.getField("org_unit_name_en"),
                row.getField("org_unit_type"),
                text(row, "parent_org_unit_id"),
                text(row, "region_code"),
                days.day(row.getField("valid_from_on")),
                days.dayOrNull(row.getField("valid_to_on")),
                row.getField("certainty"),
                row.getField("source"));
    }

    private static OrgUnitName name(NamedCsvRecord row, DayTexts days) {
        return new OrgUnitName(
                row.getField("org_unit_name_as_written"),
                row.getField("org_unit_id"),
                days.dayOrNull(row.getField("valid_from_on")),
                days.dayOrNull(row.getField("valid_to_on")),
                row.getField("source"));
    }

    private static OrgUnitChange change(NamedCsvRecord row, DayTexts days) {
        return new OrgUnitChange(
                row.getField("change_id"),
                days.day(row.getField("effective_on")),
                row.getField("change_type"),
                text(row, "from_org_unit_id"),
                text(row, "to_org_unit_id"),
                row.getField("identity"),
                text(row, "weight_family"),
                row.getField("weight").isEmpty() ? null : new BigDecimal(row.getField("weight")),
                Boolean.valueOf(row.getField("territory_changed")),
                text(row, "legal_basis"),
                row.getField("certainty"),
                row.getField("source"),
                text(row, "note"));
    }

    private static OrgUnitRecord record(NamedCsvRecord row, DayTexts days) {
        return new OrgUnitRecord(
                row.getField("org_unit_id"),
                row.getField("org_unit_level_code"),
                days.day(row.getField("recorded_from_on")),
                row.getField("certainty"),
                row.getField("source"));
    }

    private static String text(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : text;
    }
}
