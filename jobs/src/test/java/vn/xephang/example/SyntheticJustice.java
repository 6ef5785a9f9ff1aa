package vn.xephang.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.xephang.example.MadeForm.Part;
import vn.xephang.model.Metric;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.MetricForm;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

/**
 * Makes the synthetic deliveries of the justice sector that ship in {@code examples/landing/justice/}. Units, metrics
 * and forms are real, every figure and point is made up from a fixed seed: the same program gives the same bytes.
 */
public final class SyntheticJustice {

    private static final int FIRST = 2017;
    private static final int LAST = 2026;
    /** The first year with half-year forms. */
    private static final int FIRST_HALF = 2021;
    /** The years that come as long CSV; the others come as workbooks. */
    private static final List<Integer> LONG_YEARS = List.of(2022, 2023, 2024);

    private final MadeUnits units;
    private final MadeFigures figures;
    private final Map<String, Metric> metrics;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private SyntheticJustice(Declarations declared) {
        CodeLists lists = declared.codeLists();
        this.metrics = lists.metrics().stream().collect(Collectors.toMap(Metric::metricCode, Function.identity()));
        this.units = new MadeUnits(lists);
        Problems problems = new Problems();
        this.figures = new MadeFigures(MetricForm.load(declared.files(), metrics.keySet(), problems), units);
        problems.refuseIfAny();
    }

    /** Writes the files. @param arguments the folder of declarations, and the folder to write to */
    public static void main(String[] arguments) {
        write(files(Path.of(arguments[0])), Path.of(arguments[1]));
    }

    /** Path below {@code examples/} -> bytes. */
    static SortedMap<String, byte[]> files(Path schemas) {
        Declarations declared = Declarations.load(new SchemaFiles(List.of(schemas)));
        SyntheticJustice made = new SyntheticJustice(declared);
        for (int year = FIRST; year <= LAST; year++) {
            made.provinces(year);
            made.districts(year);
        }
        made.files.putAll(new ScoreSheets(made.units, declared.rubrics()).files());
        return made.files;
    }

    private void provinces(int year) {
        List<MadeUnit> atEnd = units.provinces(LocalDate.of(Math.min(year, 2025), 12, 31));
        List<MadeUnit> atHalf = units.provinces(LocalDate.of(Math.min(year, 2026), 6, 30));
        if (year < LAST) {
            add(atEnd, new MadeForm("province", year, Part.OFFICIAL_YEAR, Reporting.OFFICIAL_YEAR));
        }
        if (year == 2024) {
            add(atEnd, new MadeForm("province", year, Part.PRELIMINARY_YEAR, Reporting.PRELIMINARY_YEAR));
        }
        if (year >= 2025) {
            add(atEnd, new MadeForm("province", year, Part.TEN_MONTHS, Reporting.TEN_MONTHS));
        }
        if (year == LAST) {
            add(atHalf, new MadeForm("province", year, Part.FIVE_MONTHS, Reporting.FIVE_MONTHS));
        } else if (year >= FIRST_HALF) {
            add(atHalf, new MadeForm("province", year, Part.SIX_MONTHS, Reporting.SIX_MONTHS));
        }
    }

    /** In 2025 districts close their books at the end of June, with what six months brought. */
    private void districts(int year) {
        List<MadeUnit> districts = units.districts(LocalDate.of(year, 1, 1));
        if (districts.isEmpty()) {
            return;
        }
        boolean isLast = year == 2025;
        add(
                districts,
                new MadeForm(
                        "district", year, Part.OFFICIAL_YEAR, isLast ? Reporting.SIX_MONTHS : Reporting.OFFICIAL_YEAR));
        if (year == 2024) {
            add(districts, new MadeForm("district", year, Part.PRELIMINARY_YEAR, Reporting.PRELIMINARY_YEAR));
        }
        if (!isLast && year >= FIRST_HALF) {
            add(districts, new MadeForm("district", year, Part.SIX_MONTHS, Reporting.SIX_MONTHS));
        }
    }

    private void add(List<MadeUnit> of, MadeForm form) {
        if (LONG_YEARS.contains(form.year()) || form.part() == Part.FIVE_MONTHS) {
            files.put("landing/justice/" + form.fileName("csv"), form.narrow(of, figures));
        } else {
            files.put("landing/justice/" + form.fileName("xlsx"), form.wide(of, figures, metrics));
        }
    }

    private static void write(SortedMap<String, byte[]> files, Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path to = folder.resolve(file.getKey());
                Files.createDirectories(to.getParent());
                Files.write(to, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }
}
