package vn.xephang.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import vn.xephang.model.RecordShape;
import vn.xephang.schema.TableSchema;

/** Reads back what {@link ParquetTable} wrote: small tables of a release, whole. */
public final class ParquetRows {

    private static final String YEAR_FOLDER = ParquetShape.PARTITION_COLUMN + "=";
    private static final int TOTAL_SCALE = 9;
    private static final int POINTS_SCALE = 18;

    private ParquetRows() {}

    /** All rows of a yearly table, years in order; empty where the release has none. */
    public static <T extends Record> List<T> ofAllYears(Path releaseFolder, TableSchema table, Class<T> type) {
        return ofAllYears(releaseFolder, table, type, FilterCompat.NOOP);
    }

    /** The rows of a yearly table whose text in a column is one of these, years in order; the others are not made. */
    public static <T extends Record> List<T> ofAllYears(
            Path releaseFolder, TableSchema table, Class<T> type, String column, Set<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Set<Binary> wanted = texts.stream().map(Binary::fromString).collect(Collectors.toSet());
        return ofAllYears(
                releaseFolder, table, type, FilterCompat.get(FilterApi.in(FilterApi.binaryColumn(column), wanted)));
    }

    private static <T extends Record> List<T> ofAllYears(
            Path releaseFolder, TableSchema table, Class<T> type, FilterCompat.Filter filter) {
        Path folder = releaseFolder.resolve(table.table());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<T> rows = new ArrayList<>();
            for (Path file : walk.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .toList()) {
                String year = file.getParent().getFileName().toString();
                read(
                        file,
                        table,
                        new RecordShape<>(type),
                        Integer.valueOf(year.substring(YEAR_FOLDER.length())),
                        filter,
                        rows);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    private static <T extends Record> void read(
            Path file, TableSchema table, RecordShape<T> shape, Integer year, FilterCompat.Filter filter, List<T> rows)
            throws IOException {
        try (ParquetReader<Group> reader =
                new Builder(new LocalInputFile(file)).withFilter(filter).build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                Object[] values = new Object[table.columns().size()];
                for (int i = 0; i < values.length; i++) {
                    TableSchema.Column column = table.columns().get(i);
                    values[i] = column.name().equals(ParquetShape.PARTITION_COLUMN) ? year : value(group, column);
                }
                rows.add(shape.make(values));
            }
        }
    }

    static Object value(Group group, TableSchema.Column column) {
        String name = column.name();
        if (group.getFieldRepetitionCount(name) == 0) {
            return null;
        }
        return switch (column.type()) {
            case "string" -> group.getString(name, 0);
            case "integer" -> group.getInteger(name, 0);
            case "long" -> group.getLong(name, 0);
            case "double" -> group.getDouble(name, 0);
            case "boolean" -> group.getBoolean(name, 0);
            case "date" -> LocalDate.ofEpochDay(group.getInteger(name, 0));
            case "timestamp" -> Instant.EPOCH.plus(group.getLong(name, 0), ChronoUnit.MICROS);
            case "decimal(38,18)" ->
                new BigDecimal(new BigInteger(group.getBinary(name, 0).getBytes()), POINTS_SCALE);
            default -> BigDecimal.valueOf(group.getLong(name, 0), TOTAL_SCALE);
        };
    }

    private static final class Builder extends ParquetReader.Builder<Group> {

        Builder(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
