package vn.xephang.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import vn.xephang.model.RecordShape;
import vn.xephang.schema.TableSchema;

/** One year of a yearly table, row by row in the order of the file; reads only the columns that its record has. */
public final class ParquetCursor<T extends Record> implements Iterator<T>, Closeable {

    private final RecordShape<T> shape;
    private final List<TableSchema.Column> columns;
    private final int year;
    private final ParquetReader<Group> reader;
    private Optional<T> next;

    /** @param type a record with some of the table's columns */
    public ParquetCursor(Path file, int year, TableSchema table, Class<T> type) {
        this.shape = new RecordShape<>(type);
        this.year = year;
        this.columns = shape.components().stream()
                .map(component -> column(table, component.column()))
                .toList();
        try {
            this.reader = new Builder(file, columns).build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        this.next = read();
    }

    /** The row that {@link #next} gives; empty at the end. */
    public Optional<T> head() {
        return next;
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public T next() {
        T row = next.orElseThrow(NoSuchElementException::new);
        next = read();
        return row;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close a Parquet file", e);
        }
    }

    private Optional<T> read() {
        try {
            Group group = reader.read();
            if (group == null) {
                return Optional.empty();
            }
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                TableSchema.Column column = columns.get(i);
                values[i] = column.name().equals(ParquetShape.PARTITION_COLUMN)
                        ? Integer.valueOf(year)
                        : ParquetRows.value(group, column);
            }
            return Optional.of(shape.make(values));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a Parquet file", e);
        }
    }

    private static TableSchema.Column column(TableSchema table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Table " + table.table() + " has no column " + name));
    }

    private static final class Builder extends ParquetReader.Builder<Group> {

        private final List<String> names;

        Builder(Path file, List<TableSchema.Column> columns) {
            super(new LocalInputFile(file), new PlainParquetConfiguration());
            this.names = columns.stream().map(TableSchema.Column::name).toList();
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport() {
                @Override
                public ReadContext init(InitContext context) {
                    MessageType all = context.getFileSchema();
                    return new ReadContext(new MessageType(
                            all.getName(),
                            all.getFields().stream()
                                    .filter(field -> names.contains(field.getName()))
                                    .toList()));
                }
            };
        }
    }
}
