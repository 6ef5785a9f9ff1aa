package vn.xephang.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Orders the lists of encodings in a Parquet footer. The writer takes them out of hash sets of enum constants, whose
 * order differs from one JVM to the next; everything else in the file is the same for the same rows.
 */
final class StableFooter {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    private StableFooter() {}

    /** Rewrites the footer of a finished file in place. */
    static void order(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            byte[] tail = read(file, file.length() - TAIL, TAIL);
            int size = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            long start = file.length() - TAIL - size;
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(read(file, start, size)));
            order(footer);
            byte[] ordered = bytes(footer);
            file.seek(start);
            file.write(ordered);
            file.write(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(ordered.length)
                    .array());
            file.write(MAGIC);
            file.setLength(file.getFilePointer());
        }
    }

    private static void order(FileMetaData footer) {
        for (RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk chunk : group.getColumns()) {
                ColumnMetaData column = chunk.getMeta_data();
                column.getEncodings().sort(Comparator.naturalOrder());
                if (column.isSetEncoding_stats()) {
                    column.getEncoding_stats()
                            .sort(Comparator.comparing(PageEncodingStats::getPage_type)
                                    .thenComparing(PageEncodingStats::getEncoding));
                }
            }
        }
    }

    private static byte[] read(RandomAccessFile file, long from, int size) throws IOException {
        byte[] bytes = new byte[size];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    private static byte[] bytes(FileMetaData footer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, out);
        return out.toByteArray();
    }
}
