package vn.xephang.spark;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.xephang.model.RecordShape;

/** Rows of a Dataset as records and back. Enums travel as their names. */
public final class RecordCodec<T extends Record> implements Serializable {

    private static final long serialVersionUID = 1;

    private static final Map<Class<?>, DataType> TYPES = Map.of(
            String.class, DataTypes.StringType,
            Integer.class, DataTypes.IntegerType,
            Long.class, DataTypes.LongType,
            Double.class, DataTypes.DoubleType,
            Boolean.class, DataTypes.BooleanType,
            BigDecimal.class, DataTypes.createDecimalType(18, 9),
            LocalDate.class, DataTypes.DateType,
            Instant.class, DataTypes.TimestampType);

    private final Class<T> type;
    private transient RecordShape<T> shape;

    private RecordCodec(Class<T> type) {
        this.type = type;
    }

    public static <T extends Record> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type);
    }

    public StructType schema() {
        List<StructField> fields = new ArrayList<>();
        for (RecordShape.Component part : shape().components()) {
            fields.add(DataTypes.createStructField(part.column(), typeOf(part), !part.isPrimitive()));
        }
        return DataTypes.createStructType(fields);
    }

    public Encoder<Row> encoder() {
        return Encoders.row(schema());
    }

    public Row toRow(T of) {
        Object[] values = shape().values(of);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Enum<?> code) {
                values[i] = code.name();
            }
        }
        return RowFactory.create(values);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public T fromRow(Row row) {
        List<RecordShape.Component> parts = shape().components();
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = row.get(i);
            Class<?> javaType = parts.get(i).javaType();
            values[i] = value != null && javaType.isEnum() ? Enum.valueOf((Class) javaType, (String) value) : value;
        }
        return shape().make(values);
    }

    /**
     * The record of a row as the engine holds it: spares generated code for turning rows into objects, which costs a
     * short run more than its work. The row may be used again by the engine; what the record takes is copied.
     */
    public T fromInternalRow(InternalRow row) {
        List<RecordShape.Component> parts = shape().components();
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.isNullAt(i) ? null : internal(row, i, parts.get(i).javaType());
        }
        return shape().make(values);
    }

    private static Object internal(InternalRow row, int index, Class<?> javaType) {
        if (javaType == String.class) {
            return row.getUTF8String(index).toString();
        }
        if (javaType == Integer.class) {
            return row.getInt(index);
        }
        if (javaType == Double.class) {
            return row.getDouble(index);
        }
        if (javaType == LocalDate.class) {
            return LocalDate.ofEpochDay(row.getInt(index));
        }
        throw new IllegalArgumentException("No internal form is read for " + javaType);
    }

    /** A Dataset of these records, from the driver. */
    public Dataset<Row> dataset(SparkSession session, List<T> records) {
        return session.createDataFrame(records.stream().map(this::toRow).toList(), schema());
    }

    private RecordShape<T> shape() {
        if (shape == null) {
            shape = new RecordShape<>(type);
        }
        return shape;
    }

    private static DataType typeOf(RecordShape.Component part) {
        if (part.javaType().isEnum()) {
            return DataTypes.StringType;
        }
        DataType found = TYPES.get(part.javaType());
        if (found == null) {
            throw new IllegalArgumentException("No column type for " + part.javaType() + " " + part.column());
        }
        return found;
    }
}
