package vn.xephang.publish;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.xephang.model.YearRow;
import vn.xephang.schema.TableSchema;
import vn.xephang.spark.RecordCodec;

/** Rows by year -> the yearly Parquet files of a release; one task writes whole files and tells what it wrote. */
public final class WriteStep {

    public static final RecordCodec<WrittenFile> FILES = RecordCodec.of(WrittenFile.class);

    private WriteStep() {}

    /**
     * Writes when an action runs.
     *
     * @param rows whole years per partition, observations in their table's order
     * @param releaseFolder where the release is being built, on a file system that every task sees
     */
    public static Dataset<Row> write(Dataset<YearRow> rows, String releaseFolder, Map<String, TableSchema> tables) {
        Map<String, TableSchema> declared = new TreeMap<>(tables);
        return rows.mapPartitions(
                (MapPartitionsFunction<YearRow, Row> & Serializable)
                        partition -> written(partition, releaseFolder, declared),
                FILES.encoder());
    }

    private static Iterator<Row> written(
            Iterator<YearRow> partition, String releaseFolder, Map<String, TableSchema> tables) {
        try (YearFiles files = new YearFiles(releaseFolder, tables)) {
            partition.forEachRemaining(files::add);
            return files.finish().stream().map(FILES::toRow).iterator();
        }
    }
}
