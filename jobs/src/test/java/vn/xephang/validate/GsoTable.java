package vn.xephang.validate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import vn.xephang.model.CellRef;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.units.OrgUnitMatch;
import vn.xephang.units.OrgUnitMatchers;

/** Tables of the General Statistics Office as figures, read plainly, without a landing contract. */
final class GsoTable {

    private static final CodeLists LISTS = Declarations.load(
                    new SchemaFiles(List.of(Path.of(System.getProperty("xephang.home", "."), "schemas"))))
            .codeLists();
    private static final OrgUnitMatchers MATCHERS = OrgUnitMatchers.of(LISTS);
    /** Hà Tây, which the tables name for the years before it was joined to Hà Nội, lived in 2004 too. */
    private static final LocalDate FROM = LocalDate.of(2004, 1, 1);

    private static final LocalDate UNTIL = LocalDate.of(2016, 12, 31);
    private static final int HEADER_LINES = 3;

    /** What a column is about, counted from 0 without the names. */
    private record Column(String metric, int year) {}

    private GsoTable() {}

    static List<OrgUnitVersion> orgUnits() {
        return LISTS.orgUnits();
    }

    static List<Figure> divorces(String folder) {
        List<String> metrics = List.of("total", "provincial", "district");
        return read(
                Path.of(folder, "Number of divorce cases cleared up by province and by level.csv"),
                column -> new Column(metrics.get(column % 3), 2013 + column / 3));
    }

    static List<Figure> population(String folder) {
        List<String> metrics = List.of("total", "male", "female", "urban", "rural");
        return read(
                Path.of(folder, "Average population by province.csv"),
                column -> new Column(metrics.get(column / 22), 1995 + column % 22));
    }

    static List<Figure> area(String folder) {
        List<String> metrics = List.of("area", "total", "density");
        return read(
                Path.of(folder, "Area, population and population density by province.csv"),
                column -> new Column(metrics.get(column % 3), 2011 + column / 3));
    }

    private static List<Figure> read(Path table, IntFunction<Column> columns) {
        List<Figure> figures = new ArrayList<>();
        try (Stream<CsvRecord> rows =
                CsvReader.builder()
                        .fieldSeparator(';')
                        .allowExtraFields(true)
                        .ofCsvRecord(Files.readString(table))
                        .stream()) {
            rows.filter(row -> row.getStartingLineNumber() > HEADER_LINES && row.getFieldCount() > 1)
                    .forEach(row -> read(row, columns, figures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures;
    }

    private static void read(CsvRecord row, IntFunction<Column> columns, List<Figure> figures) {
        String unit = unit(row.getField(0).strip());
        for (int field = 1; field < row.getFieldCount(); field++) {
            String text = row.getField(field);
            Column column = columns.apply(field - 1);
            if (!text.isEmpty()) {
                figures.add(new Figure(
                        column.metric(),
                        unit,
                        column.year(),
                        "Y",
                        text.equals("..") ? Optional.empty() : Optional.of(new BigDecimal(text)),
                        "",
                        "",
                        new CellRef("", (int) row.getStartingLineNumber(), field + 1).text()));
            }
        }
    }

    private static String unit(String name) {
        if (name.equals("WHOLE COUNTRY")) {
            return "VNM";
        }
        return Stream.of("region", "province")
                .map(level -> match(level, name, UNTIL).or(() -> match(level, name, FROM)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Unknown unit " + name));
    }

    private static Optional<String> match(String level, String name, LocalDate day) {
        return MATCHERS.matcher(level, day, day).match(name) instanceof OrgUnitMatch.Found found
                ? Optional.of(found.orgUnitId())
                : Optional.empty();
    }
}
