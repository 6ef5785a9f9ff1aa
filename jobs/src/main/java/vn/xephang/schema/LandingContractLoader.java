package vn.xephang.schema;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.xephang.model.Blocks;
import vn.xephang.model.Period;
import vn.xephang.model.Stage;
import vn.xephang.model.Target;
import vn.xephang.schema.LandingContract.Column;
import vn.xephang.schema.LandingContract.Format;
import vn.xephang.schema.LandingContract.NumberFormat;
import vn.xephang.schema.LandingContract.Table;
import vn.xephang.schema.LandingContract.Years;

/** Reads and checks {@code schemas/landing/*.yaml}. */
public final class LandingContractLoader {

    private static final Set<String> KEYS = Set.of(
            "contract_id",
            "source_code",
            "form_name_vi",
            "form_name_en",
            "format",
            "separator",
            "encoding",
            "years",
            "reference_year",
            "org_unit_level_code",
            "org_unit_level_codes",
            "org_unit_parent",
            "map_on",
            "period_code",
            "period_end_on",
            "data_vintage",
            "blocks",
            "stage_code",
            "number_format",
            "no_figure",
            "tables");

    private static final Set<String> LEVELS = Set.of("country", "region", "province", "district", "commune");

    private static final Set<String> BLOCKS = Set.of(Blocks.CELL.code(), Blocks.FORM.code(), Blocks.FILE.code());
    private static final String UTF_8 = "utf-8";
    private static final Set<String> ENCODINGS = Set.of(UTF_8, "windows-1252", "windows-1258");
    private static final Map<String, NumberFormat> NUMBER_FORMATS =
            Map.of("plain", NumberFormat.PLAIN, "vi", NumberFormat.VI, "en", NumberFormat.EN);
    static final Set<String> NO_FIGURE = Set.of("missing", "not_applicable", "not_collected");
    static final Set<String> VINTAGES = LandingContract.VINTAGES;
    private static final Set<String> STATED_OR_NOT =
            Set.of("preliminary", "estimate", "official", LandingContract.IN_SIDECAR);

    private LandingContractLoader() {}

    /** All contracts, in order of their id. */
    public static List<LandingContract> load(SchemaFiles files, Problems problems) {
        List<LandingContract> contracts = new ArrayList<>();
        Map<String, String> missingTexts = MissingTexts.load(files, problems);
        files.texts("landing", ".yaml", problems)
                .forEach((name, text) -> contracts.add(contract(Yaml.parse(name, text, problems), missingTexts)));
        return List.copyOf(contracts);
    }

    private static LandingContract contract(Yaml yaml, Map<String, String> missingTexts) {
        yaml.refuseUnknownKeys(KEYS);
        Format format = "csv".equals(yaml.oneOf("format", Set.of("csv", "workbook"))) ? Format.CSV : Format.WORKBOOK;
        Years years = years(yaml);
        List<Table> tables = new ArrayList<>();
        yaml.maps("tables").forEach(table -> tables.add(LandingContractTable.of(table, format, years)));
        LandingContract contract = new LandingContract(
                yaml.text("contract_id"),
                yaml.text("source_code"),
                yaml.text("form_name_vi"),
                yaml.text("form_name_en"),
                format,
                separator(yaml),
                yaml.has("encoding") ? yaml.oneOf("encoding", ENCODINGS) : UTF_8,
                years,
                levels(yaml),
                yaml.optionalText("org_unit_parent").orElse(""),
                yaml.optionalText("map_on").orElse(""),
                yaml.text("period_code"),
                yaml.optionalText("period_end_on").orElse(""),
                yaml.oneOf("data_vintage", STATED_OR_NOT),
                blocks(yaml),
                yaml.has("stage_code") ? yaml.oneOf("stage_code", Stage.codes()) : Stage.FINAL.code(),
                numberFormat(yaml),
                noFigure(yaml, missingTexts),
                List.copyOf(tables));
        check(yaml, contract);
        return contract;
    }

    private static NumberFormat numberFormat(Yaml yaml) {
        return yaml.has("number_format")
                ? NUMBER_FORMATS.getOrDefault(yaml.oneOf("number_format", NUMBER_FORMATS.keySet()), NumberFormat.PLAIN)
                : NumberFormat.PLAIN;
    }

    /** Text as it stands in the file, without blanks around it -> observation status. */
    private static Map<String, String> noFigure(Yaml yaml, Map<String, String> missingTexts) {
        if (yaml.has("no_figure") && !yaml.isMap("no_figure")) {
            yaml.oneOf("no_figure", Set.of(MissingTexts.SHARED));
            return missingTexts;
        }
        Map<String, String> statuses = new TreeMap<>();
        yaml.map("no_figure").ifPresent(declared -> {
            declared.refuseUnknownKeys(NO_FIGURE);
            NO_FIGURE.stream().sorted().forEach(status -> declared.texts(status).forEach(text -> {
                if (statuses.put(text.strip(), status) != null) {
                    declared.problem(status, "'" + text + "' stands twice");
                }
            }));
        });
        return statuses;
    }

    private static List<String> levels(Yaml yaml) {
        List<String> levels = new ArrayList<>(
                yaml.texts(yaml.has("org_unit_level_codes") ? "org_unit_level_codes" : "org_unit_level_code"));
        if (yaml.has("org_unit_level_code") == yaml.has("org_unit_level_codes") || levels.isEmpty()) {
            yaml.problem(
                    "org_unit_level_code",
                    "Give either 'org_unit_level_code', or 'org_unit_level_codes' where subtotals are rows too");
        }
        levels.stream()
                .filter(level -> !LEVELS.contains(level))
                .forEach(level -> yaml.problem(
                        "org_unit_level_code",
                        "Unknown org unit level '" + level + "'; one of "
                                + LEVELS.stream().sorted().toList()));
        return List.copyOf(levels);
    }

    private static Blocks blocks(Yaml yaml) {
        String code = yaml.has("blocks") ? yaml.oneOf("blocks", BLOCKS) : Blocks.CELL.code();
        return BLOCKS.contains(code) ? Blocks.valueOf(code.toUpperCase(Locale.ROOT)) : Blocks.CELL;
    }

    private static char separator(Yaml yaml) {
        String text = yaml.optionalText("separator").orElse(",");
        if (text.length() != 1) {
            yaml.problem("separator", "Invalid separator '" + text + "'; one character");
            return ',';
        }
        return text.charAt(0);
    }

    private static Years years(Yaml yaml) {
        if (yaml.has("years") == yaml.has("reference_year")) {
            yaml.problem("years", "Give either 'years', or 'reference_year' where the file names no year");
            return new Years(1, 1, true);
        }
        if (yaml.has("reference_year")) {
            int year = yaml.number("reference_year");
            return new Years(year, year, true);
        }
        Yaml years = yaml.map("years").orElseThrow();
        years.refuseUnknownKeys(Set.of("from", "until"));
        return new Years(
                years.number("from"), years.has("until") ? years.number("until") : LandingContract.OPEN, false);
    }

    private static void check(Yaml yaml, LandingContract contract) {
        String name = "landing/" + contract.contractId() + ".yaml";
        if (!yaml.file().equals(name)) {
            yaml.problem("contract_id", "Contract '" + contract.contractId() + "' must be declared in " + name);
        }
        if (contract.years().from() > contract.years().until()) {
            yaml.problem("years", "Invalid years " + contract.years().text() + ": 'from' is after 'until'");
        }
        if (contract.tables().isEmpty()
                || (contract.format() == Format.CSV && contract.tables().size() > 1)) {
            yaml.problem("tables", "A contract has tables, of a CSV exactly one");
        }
        checkDates(yaml, contract);
        checkTargetsOnce(yaml, contract);
    }

    private static void checkDates(Yaml yaml, LandingContract contract) {
        try {
            contract.mapOn(contract.years().from());
        } catch (DateTimeException e) {
            yaml.problem("map_on", "Invalid map_on '" + contract.mapOn() + "'; expected YYYY-MM-DD or {year}-MM-DD");
        }
        try {
            int year = contract.years().from();
            Period period = Period.of(contract.periodCode(), year);
            contract.periodEndOn(year)
                    .filter(end -> end.isBefore(period.startOn()) || end.isAfter(period.endOn()))
                    .ifPresent(end -> yaml.problem(
                            "period_end_on",
                            "The period " + contract.periodCode() + " ends on " + end + ", outside " + period.startOn()
                                    + " to " + period.endOn()));
        } catch (DateTimeException e) {
            yaml.problem(
                    "period_end_on",
                    "Invalid period_end_on in " + contract.contractId() + "; expected YYYY-MM-DD or {year}-MM-DD");
        } catch (IllegalArgumentException e) {
            yaml.problem("period_code", e.getMessage());
        }
    }

    private static void checkTargetsOnce(Yaml yaml, LandingContract contract) {
        Set<String> seen = new HashSet<>();
        contract.tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::target)
                .filter(target -> !target.isEmpty() && !seen.add(Target.at(target, contract.stageCode())))
                .forEach(target -> yaml.problem("tables", "Target '" + target + "' stands twice"));
    }
}
