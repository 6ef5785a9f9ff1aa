package vn.xephang.publish;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import vn.xephang.model.RecordShape;
import vn.xephang.schema.TableSchema;

/** How a record lies in a Parquet file: the columns of its table, without the partition column. */
final class ParquetShape<T extends Record> {

    static final String PARTITION_COLUMN = "reference_year";
    private static final int TOTAL_SCALE = 9;
    private static final int POINTS_SCALE = 18;
    private static final int POINTS_BYTES = 16;

    private final TableSchema table;
    private final RecordShape<T> shape;
    private final List<Integer> written = new ArrayList<>();
    private final MessageType parquetType;

    ParquetShape(TableSchema table, RecordShape<T> shape) {
        this.table = table;
        this.shape = shape;
        List<String> declared =
                table.columns().stream().map(TableSchema.Column::name).toList();
        List<String> actual =
                shape.components().stream().map(RecordShape.Component::column).toList();
        if (!declared.equals(actual)) {
            throw new IllegalArgumentException(
                    "Table " + table.table() + " is declared with " + declared + " but its record has " + actual);
        }
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (int i = 0; i < declared.size(); i++) {
            if (!table.isYearly() || !declared.get(i).equals(PARTITION_COLUMN)) {
                written.add(i);
                message.addField(field(table.columns().get(i)));
            }
        }
        this.parquetType = message.named(table.table());
    }

    MessageType parquetType() {
        return parquetType;
    }

    /** Writes one record; a null in a column that may not be empty is our mistake, not the data's. */
    void write(T of, RecordConsumer consumer) {
        consumer.startMessage();
        for (int field = 0; field < written.size(); field++) {
            int index = written.get(field);
            Object value = shape.value(of, index);
            TableSchema.Column column = table.columns().get(index);
            if (value != null) {
                consumer.startField(column.name(), field);
                add(consumer, column.type(), value);
                consumer.endField(column.name(), field);
            } else if (!column.isNullable()) {
                throw new IllegalStateException(
                        "Cannot write " + table.table() + "." + column.name() + " empty: " + of);
            }
        }
        consumer.endMessage();
    }

    private static void add(RecordConsumer consumer, String type, Object value) {
        switch (type) {
            case "string" -> consumer.addBinary(Binary.fromString((String) value));
            case "integer" -> consumer.addInteger((Integer) value);
            case "long" -> consumer.addLong((Long) value);
            case "double" -> consumer.addDouble((Double) value);
            case "boolean" -> consumer.addBoolean((Boolean) value);
            case "date" -> consumer.addInteger((int) ((LocalDate) value).toEpochDay());
            case "timestamp" -> consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
            case "decimal(38,18)" -> consumer.addBinary(points((BigDecimal) value));
            default ->
                consumer.addLong(((BigDecimal) value)
                        .setScale(TOTAL_SCALE, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact());
        }
    }

    /** Points keep all their decimals; past the eighteenth no delivered double has any of weight. */
    private static Binary points(BigDecimal value) {
        byte[] bytes = value.setScale(POINTS_SCALE, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .toByteArray();
        byte[] padded = new byte[POINTS_BYTES];
        Arrays.fill(padded, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(bytes, 0, padded, POINTS_BYTES - bytes.length, bytes.length);
        return Binary.fromConstantByteArray(padded);
    }

    private static Type field(TableSchema.Column column) {
        Type.Repetition repetition = column.isNullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
        String name = column.name();
        return switch (column.type()) {
            case "string" ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(stringType())
                        .named(name);
            case "integer" ->
                Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
            case "long" -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case "double" ->
                Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
            case "boolean" ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
            case "date" ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(dateType())
                        .named(name);
            case "timestamp" ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(timestampType(true, TimeUnit.MICROS))
                        .named(name);
            case "decimal(38,18)" ->
                Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                        .length(POINTS_BYTES)
                        .as(decimalType(POINTS_SCALE, 38))
                        .named(name);
            default ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(decimalType(TOTAL_SCALE, 18))
                        .named(name);
        };
    }
}
