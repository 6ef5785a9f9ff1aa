package vn.xephang.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.xephang.model.FileHash;
import vn.xephang.model.Release;
import vn.xephang.model.YearRow;
import vn.xephang.schema.TableSchema;

/**
 * The files of the years of one partition. Observations are streamed as they come, which must be in their order;
 * the results of a year, a few thousand rows, are sorted first. A file appears under its name only when it is whole,
 * so that a task tried twice leaves one good file.
 */
final class YearFiles implements Closeable {

    private static final String STREAMED = "observation";

    private final Path releaseFolder;
    private final Map<String, TableSchema> tables;
    private final List<WrittenFile> finished = new ArrayList<>();
    private final Map<String, OpenFile<?>> open = new TreeMap<>();
    private final Map<String, List<YearRow>> held = new TreeMap<>();
    private Integer year;

    YearFiles(String releaseFolder, Map<String, TableSchema> tables) {
        this.releaseFolder = Path.of(releaseFolder);
        this.tables = tables;
    }

    void add(YearRow row) {
        if (year == null || year != row.referenceYear()) {
            finishYear();
            year = row.referenceYear();
        }
        if (row.table().startsWith(STREAMED)) {
            file(row.table(), row.getClass()).write(row);
        } else {
            held.computeIfAbsent(row.table(), none -> new ArrayList<>()).add(row);
        }
    }

    /** Ends the last year. @return everything written */
    List<WrittenFile> finish() {
        finishYear();
        return finished;
    }

    private void finishYear() {
        held.values().forEach(this::writeHeld);
        open.values().forEach(file -> finished.add(file.finish()));
        held.clear();
        open.clear();
    }

    private void writeHeld(List<YearRow> rows) {
        YearRow first = rows.get(0);
        writeSorted(first.table(), rows, recordClass(first));
    }

    private <T extends Record> void writeSorted(String table, List<YearRow> rows, Class<T> type) {
        List<T> typed = new ArrayList<>();
        rows.forEach(row -> typed.add(type.cast(row)));
        typed.sort(ParquetTable.order(tables.get(table), type));
        OpenFile<?> file = file(table, type);
        typed.forEach(file::write);
    }

    private OpenFile<?> file(String table, Class<?> type) {
        return open.computeIfAbsent(
                table,
                none -> new OpenFile<>(
                        releaseFolder,
                        Release.yearlyFile(table, year),
                        tables.get(table),
                        type.asSubclass(Record.class)));
    }

    private static Class<? extends Record> recordClass(YearRow row) {
        return row.getClass().asSubclass(Record.class);
    }

    @Override
    public void close() {
        open.values().forEach(OpenFile::abandon);
    }

    /** A file under a name of its own until it is whole. */
    private static final class OpenFile<T extends Record> {
        private final Path target;
        private final Path unfinished;
        private final String path;
        private final Class<T> type;
        private final ParquetTable<T> parquet;

        OpenFile(Path releaseFolder, String path, TableSchema table, Class<T> type) {
            this.path = path;
            this.target = releaseFolder.resolve(path);
            this.unfinished = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            this.type = type;
            this.parquet = new ParquetTable<>(unfinished, table, type);
        }

        void write(Object row) {
            parquet.write(type.cast(row));
        }

        WrittenFile finish() {
            try {
                parquet.close();
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                return new WrittenFile(path, parquet.rowCount(), Files.size(target), FileHash.sha256(target));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot finish " + target, e);
            }
        }

        void abandon() {
            try {
                parquet.close();
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot remove " + unfinished, e);
            }
        }
    }
}
