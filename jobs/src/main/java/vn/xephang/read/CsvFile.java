package vn.xephang.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;
import vn.xephang.model.ReadItem;
import vn.xephang.schema.LandingContract;

/** A delivered CSV. It is walked through once before any cell is given out, so that a broken file gives none. */
final class CsvFile {

    private final TextFile text;
    private final Figures figures;

    CsvFile(Path path, Figures figures) {
        this.figures = figures;
        this.text = new TextFile(path);
    }

    Iterator<ReadItem> read(LandingFile file, List<LandingContract> contracts) throws IOException, RefusedFile {
        ContractChoice.Chosen chosen = choose(file, contracts);
        if (chosen.tables().isEmpty()) {
            return List.<ReadItem>copyOf(chosen.findings()).iterator();
        }
        FoundTable table = chosen.tables().get(0);
        List<Finding> findings = new ArrayList<>(chosen.findings());
        CsvColumns columns = CsvColumns.of(table, findings);
        if (Layout.isBlocked(findings)) {
            return List.<ReadItem>copyOf(findings).iterator();
        }
        Dialect dialect = Dialect.of(table.contract());
        walkThrough(dialect);
        return new CsvRows(table, RawCells.of(table, figures), columns, findings, records(dialect));
    }

    /**
     * Each dialect gives another head; the contracts that use it are tried on it. A text that is none in one dialect
     * may be one in another.
     */
    private ContractChoice.Chosen choose(LandingFile file, List<LandingContract> contracts)
            throws IOException, RefusedFile {
        Map<Dialect, List<LandingContract>> users = new TreeMap<>(Map.of(Dialect.PLAIN, List.of()));
        contracts.forEach(contract -> users.merge(Dialect.of(contract), List.of(contract), CsvFile::joined));
        List<Tried> choices = new ArrayList<>();
        List<RefusedFile> refusals = new ArrayList<>();
        for (Map.Entry<Dialect, List<LandingContract>> user : users.entrySet()) {
            try {
                Grid head = head(user.getKey());
                choices.add(
                        new Tried(new ContractChoice(file, List.of(head)).among(user.getValue()), head.lastColumn()));
            } catch (RefusedFile e) {
                refusals.add(e);
            }
        }
        Optional<ContractChoice.Chosen> found = choices.stream()
                .map(Tried::chosen)
                .filter(chosen -> !chosen.tables().isEmpty())
                .findFirst();
        if (found.isEmpty() && !refusals.isEmpty()) {
            throw refusals.get(0);
        }
        return found.orElseGet(() -> nearest(choices));
    }

    /** What the contracts of one dialect say, and how many columns the text has in it. */
    private record Tried(ContractChoice.Chosen chosen, int columns) {}

    /** The first dialect that splits the text into the most columns. */
    private static ContractChoice.Chosen nearest(List<Tried> choices) {
        int most = choices.stream().mapToInt(Tried::columns).max().orElse(0);
        return choices.stream()
                .filter(tried -> tried.columns() == most)
                .findFirst()
                .orElseThrow()
                .chosen();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** How a CSV is written; UTF-8 with commas comes first. */
    private record Dialect(String encoding, char separator) implements Comparable<Dialect> {

        static final Dialect PLAIN = new Dialect("utf-8", ',');

        static Dialect of(LandingContract contract) {
            return new Dialect(contract.encoding(), contract.separator());
        }

        @Override
        public int compareTo(Dialect other) {
            return Comparator.comparing(Dialect::encoding)
                    .thenComparing(Dialect::separator)
                    .compare(this, other);
        }
    }

    /** The first lines as a grid; rows are physical lines. */
    private Grid head(Dialect dialect) throws IOException, RefusedFile {
        Grid grid = new Grid("");
        try (CloseableIterator<CsvRecord> records = records(dialect)) {
            while (records.hasNext()) {
                CsvRecord line = records.next();
                if (line.getStartingLineNumber() > SheetHead.ROWS) {
                    break;
                }
                for (int i = 0; i < line.getFieldCount(); i++) {
                    grid.put((int) line.getStartingLineNumber(), i + 1, GridCell.ofText(line.getField(i)));
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e, 0);
        }
        return grid;
    }

    private void walkThrough(Dialect dialect) throws IOException, RefusedFile {
        long line = 0;
        try (CloseableIterator<CsvRecord> records = records(dialect)) {
            while (records.hasNext()) {
                line = records.next().getStartingLineNumber();
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e, line);
        }
    }

    private CloseableIterator<CsvRecord> records(Dialect dialect) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text.open(dialect.encoding()))
                .iterator();
    }

    private static RefusedFile unreadable(RuntimeException e, long lineBefore) {
        String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return RefusedFile.unreadable(lineBefore == 0 ? reason : "line " + (lineBefore + 1) + ": " + reason);
    }
}
