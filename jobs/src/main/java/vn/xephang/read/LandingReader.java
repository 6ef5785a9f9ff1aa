package vn.xephang.read;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Metric;
import vn.xephang.model.ReadItem;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContract.Format;

/**
 * Reads delivered files into raw cells. What is wrong with a file becomes a finding: a form whose structure is not
 * the contract's yields no cell at all, so that a moved column can never give a value to the wrong unit.
 */
public final class LandingReader implements Serializable {

    private static final long serialVersionUID = 1;

    private static final long WHOLE_BYTES = 30L << 20;

    private final List<LandingContract> contracts;
    private final Figures figures;
    private final long wholeBytes;

    /**
     * @param contracts those that files may be read by
     * @param metrics what they may hold, each with its unit of measure
     */
    public LandingReader(List<LandingContract> contracts, List<Metric> metrics) {
        this(contracts, metrics, WHOLE_BYTES);
    }

    /** @param wholeBytes size up to which an .xlsx is read whole, with fonts and merged cells */
    LandingReader(List<LandingContract> contracts, List<Metric> metrics, long wholeBytes) {
        this.wholeBytes = wholeBytes;
        this.figures = new Figures(metrics);
        this.contracts = List.copyOf(contracts);
    }

    /**
     * Cells and findings in the order of the file. A CSV is streamed, in constant memory; the file is closed at the
     * end of the iteration. An error that blocks a form or a file comes first and alone.
     *
     * @throws UncheckedIOException when the file is not there
     */
    public Iterator<ReadItem> read(LandingFile file) {
        try {
            Path path = Path.of(file.path());
            FileKind kind = FileKind.of(path);
            if (kind == FileKind.ZIP && !XlsxBook.isPackage(path)) {
                return ZipDelivery.read(file, this::read);
            }
            if (kind == FileKind.ZIP && Files.size(path) > wholeBytes) {
                return LargeXlsx.read(file, contracts(file, Format.WORKBOOK), figures);
            }
            return kind == FileKind.TEXT
                    ? new CsvFile(path, figures).read(file, contracts(file, Format.CSV))
                    : read(file, sheets(kind, path)).iterator();
        } catch (RefusedFile e) {
            return List.<ReadItem>of(Finding.ofFile(e.code(), file, e.getMessage(), ""))
                    .iterator();
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("Cannot read " + file.path() + ": no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.path(), e);
        }
    }

    /** Damage inside a workbook shows as any exception of its parser; it is the file's fault, whichever it is. */
    static List<Grid> sheets(FileKind kind, Path path) throws RefusedFile, NoSuchFileException {
        try {
            return kind == FileKind.OLE2 ? XlsBook.read(path) : XlsxBook.read(path);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw RefusedFile.unreadable(XlsxXml.reason(e));
        }
    }

    /** The forms of a workbook, from its visible sheets. */
    List<ReadItem> read(LandingFile file, List<Grid> sheets) {
        ContractChoice.Chosen chosen = new ContractChoice(file, sheets).among(contracts(file, Format.WORKBOOK));
        List<Finding> findings = new ArrayList<>(chosen.findings());
        notes(file, chosen.tables()).forEach(findings::add);
        List<ReadItem> cells = new ArrayList<>();
        for (FoundTable found : chosen.tables()) {
            GridTable table = new GridTable(found, figures);
            findings.addAll(table.findings());
            cells.addAll(table.cells());
        }
        List<ReadItem> items = new ArrayList<>(findings);
        items.addAll(Layout.isBlocked(findings) ? List.of() : cells);
        return items;
    }

    private static Stream<Finding> notes(LandingFile file, List<FoundTable> tables) {
        return tables.stream().map(FoundTable::grid).distinct().flatMap(grid -> grid.notes().stream()
                .map(note ->
                        Finding.at(note.code(), file, grid.ref(note.row(), note.column()), null, note.found(), "")));
    }

    private List<LandingContract> contracts(LandingFile file, Format format) {
        return contracts.stream()
                .filter(contract -> contract.format() == format && contract.isFrom(file.sourceCode()))
                .toList();
    }
}
