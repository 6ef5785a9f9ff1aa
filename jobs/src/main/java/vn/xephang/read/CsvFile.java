package vn.xephang.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;
import vn.xephang.model.ReadItem;
import vn.xephang.schema.LandingContract;

/** A delivered CSV. It is walked through once before any cell is given out, so that a broken file gives none. */
final class CsvFile {

    private final TextFile text;

    CsvFile(Path path) {
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
        walkThrough(table.contract().separator());
        return new CsvRows(table, columns, findings, records(table.contract().separator()));
    }

    /** Each separator gives another head; the contracts that use it are tried on it. */
    private ContractChoice.Chosen choose(LandingFile file, List<LandingContract> contracts)
            throws IOException, RefusedFile {
        Set<Character> separators = new TreeSet<>(List.of(','));
        contracts.forEach(contract -> separators.add(contract.separator()));
        List<ContractChoice.Chosen> choices = new ArrayList<>();
        for (char separator : separators) {
            List<LandingContract> users = contracts.stream()
                    .filter(contract -> contract.separator() == separator)
                    .toList();
            choices.add(new ContractChoice(file, List.of(head(separator))).among(users));
        }
        return choices.stream()
                .filter(chosen -> !chosen.tables().isEmpty())
                .findFirst()
                .orElse(choices.get(choices.size() - 1));
    }

    /** The first lines as a grid; rows are physical lines. */
    private Grid head(char separator) throws IOException, RefusedFile {
        Grid grid = new Grid("");
        try (CloseableIterator<CsvRecord> records = records(separator)) {
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

    private void walkThrough(char separator) throws IOException, RefusedFile {
        long line = 0;
        try (CloseableIterator<CsvRecord> records = records(separator)) {
            while (records.hasNext()) {
                line = records.next().getStartingLineNumber();
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e, line);
        }
    }

    private CloseableIterator<CsvRecord> records(char separator) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text.open())
                .iterator();
    }

    private static RefusedFile unreadable(RuntimeException e, long lineBefore) {
        String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return RefusedFile.unreadable(lineBefore == 0 ? reason : "line " + (lineBefore + 1) + ": " + reason);
    }
}
