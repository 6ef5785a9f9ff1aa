package vn.xephang.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import vn.xephang.model.RecordShape;
import vn.xephang.schema.TableSchema;

/** One Parquet file being written, records in the order given. Same records, same bytes. */
public final class ParquetTable<T extends Record> implements Closeable {

    /** Small row groups: one ranking reads one metric of one year. */
    private static final int ROWS_PER_GROUP = 122_880;

    private final Path file;
    private final ParquetWriter<T> writer;
    private long rowCount;

    /** @param file created with its folders; must not exist */
    public ParquetTable(Path file, TableSchema table, Class<T> type) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            this.writer = new Builder<>(new LocalOutputFile(file), new ParquetShape<>(table, new RecordShape<>(type)))
                    .withConf(new PlainParquetConfiguration())
                    .withCompressionCodec(CompressionCodecName.SNAPPY)
                    .withRowGroupRowCountLimit(ROWS_PER_GROUP)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    public void write(T of) {
        try {
            writer.write(of);
            rowCount++;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write Parquet", e);
        }
    }

    public long rowCount() {
        return rowCount;
    }

    @Override
    public void close() {
        try {
            writer.close();
            StableFooter.order(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot finish Parquet file", e);
        }
    }

    /** Writes all rows, in the table's declared order. @return how many */
    public static <T extends Record> long write(Path file, TableSchema table, Class<T> type, List<T> rows) {
        try (ParquetTable<T> out = new ParquetTable<>(file, table, type)) {
            rows.stream().sorted(order(table, type)).forEach(out::write);
            return out.rowCount();
        }
    }

    /** The declared row order of a table; empty values first. */
    public static <T extends Record> Comparator<T> order(TableSchema table, Class<T> type) {
        RecordShape<T> shape = new RecordShape<>(type);
        List<Integer> keys = table.sortBy().stream()
                .map(name -> table.columns().stream()
                        .map(TableSchema.Column::name)
                        .toList()
                        .indexOf(name))
                .toList();
        return (a, b) -> {
            for (int key : keys) {
                int compared = compare(shape.value(a, key), shape.value(b, key));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return ((Comparable) a).compareTo(b);
    }

    private static final class Builder<T extends Record> extends ParquetWriter.Builder<T, Builder<T>> {
        private final ParquetShape<T> shape;

        Builder(OutputFile file, ParquetShape<T> shape) {
            super(file);
            this.shape = shape;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(Configuration configuration) {
            return new Support<>(shape);
        }

        @Override
        protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
            return new Support<>(shape);
        }
    }

    private static final class Support<T extends Record> extends WriteSupport<T> {
        private final ParquetShape<T> shape;
        private RecordConsumer consumer;

        Support(ParquetShape<T> shape) {
            this.shape = shape;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(shape.parquetType(), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(shape.parquetType(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            this.consumer = recordConsumer;
        }

        @Override
        public void write(T of) {
            shape.write(of, consumer);
        }
    }
}
