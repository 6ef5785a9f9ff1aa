package vn.xephang.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.ReadItem;
import vn.xephang.schema.LandingContract;

/**
 * A workbook too large to be held: its values only, row by row. Merged cells stand behind the rows and are not seen.
 * Every sheet that is read is walked through once before, so that a damaged file gives no cell.
 */
final class LargeXlsx implements Iterator<ReadItem> {

    private final XlsxParts parts;
    private final XlsxBook book;
    private final XlsxSharedTexts sharedTexts;
    private final XlsxStyles styles;
    private final Figures figures;
    private final Queue<FoundTable> tables = new ArrayDeque<>();
    private final Queue<ReadItem> ready = new ArrayDeque<>();
    private Rows rows;

    private LargeXlsx(XlsxParts parts, Figures figures) throws IOException, XMLStreamException, RefusedFile {
        this.parts = parts;
        this.figures = figures;
        this.book = XlsxBook.open(parts);
        this.styles = book.styles();
        this.sharedTexts = book.sharedTexts();
    }

    static Iterator<ReadItem> read(LandingFile file, List<LandingContract> contracts, Figures figures)
            throws IOException, RefusedFile {
        XlsxParts parts = open(Path.of(file.path()));
        LargeXlsx large = null;
        boolean isOpen = false;
        try {
            large = new LargeXlsx(parts, figures);
            large.choose(file, contracts);
            isOpen = true;
            return large;
        } catch (XlsxParts.SwollenPart e) {
            throw new RefusedFile(FindingCode.FILE_SWELLS, e.getMessage());
        } catch (ZipException e) {
            throw RefusedFile.unreadable(XlsxXml.reason(e));
        } catch (XMLStreamException e) {
            throw XlsxBook.refused(e);
        } catch (RuntimeException e) {
            throw RefusedFile.unreadable(XlsxXml.reason(e));
        } finally {
            if (!isOpen) {
                if (large != null) {
                    large.sharedTexts.close();
                }
                parts.close();
            }
        }
    }

    private static XlsxParts open(Path path) throws IOException, RefusedFile {
        try {
            return new XlsxParts(path);
        } catch (ZipException e) {
            throw RefusedFile.unreadable(XlsxXml.reason(e));
        }
    }

    private void choose(LandingFile file, List<LandingContract> contracts)
            throws IOException, XMLStreamException, RefusedFile {
        List<Grid> heads = new ArrayList<>();
        for (XlsxBook.VisibleSheet sheet : book.visible()) {
            try (InputStream in = parts.open(sheet.part())) {
                heads.add(sheet(sheet.name()).readHead(in, SheetHead.ROWS));
            }
        }
        ContractChoice.Chosen chosen = new ContractChoice(file, heads).among(contracts);
        List<Finding> findings = new ArrayList<>(chosen.findings());
        chosen.tables().forEach(table -> findings.addAll(Layout.of(table).findings()));
        ready.addAll(findings);
        if (!Layout.isBlocked(findings)) {
            ready.add(Finding.ofFile(FindingCode.READ_AS_VALUES, file, file.sizeBytes() + " bytes", ""));
            for (FoundTable table : chosen.tables()) {
                walkThrough(table.grid().sheet(), part(table));
                tables.add(table);
            }
        }
    }

    private void walkThrough(String name, String part) throws IOException, XMLStreamException, RefusedFile {
        try (InputStream in = parts.open(part)) {
            XMLStreamReader xml = XlsxXml.open(in);
            XlsxSheet sheet = sheet(name);
            while (sheet.nextRow(xml).isPresent()) {
                // every cell is taken apart, so that none can fail later
            }
        }
    }

    private XlsxSheet sheet(String name) {
        return new XlsxSheet(name, sharedTexts, styles);
    }

    private String part(FoundTable table) {
        return book.visible().stream()
                .filter(sheet -> sheet.name().equals(table.grid().sheet()))
                .findFirst()
                .orElseThrow()
                .part();
    }

    @Override
    public boolean hasNext() {
        try {
            while (ready.isEmpty() && (rows != null || !tables.isEmpty())) {
                advance();
            }
            if (ready.isEmpty()) {
                sharedTexts.close();
                parts.close();
            }
            return !ready.isEmpty();
        } catch (IOException | XMLStreamException | RefusedFile e) {
            // The sheet was walked through before; it has changed under our hands.
            throw new IllegalStateException("Cannot go on reading a workbook that was sound a moment ago", e);
        }
    }

    @Override
    public ReadItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No more rows");
        }
        return ready.remove();
    }

    private void advance() throws IOException, XMLStreamException, RefusedFile {
        if (rows == null) {
            rows = new Rows(tables.remove());
        } else if (!rows.read()) {
            rows.in.close();
            rows = null;
        }
    }

    /** The rows of one table. */
    private final class Rows {

        private final FoundTable table;
        private final Layout layout;
        private final RawCells made;
        private final XlsxSheet sheet;
        private final InputStream in;
        private final XMLStreamReader xml;
        private final Set<Integer> names = new TreeSet<>();
        private final Set<Integer> columns = new TreeSet<>();
        private final List<HeaderText> stops;
        private final SkippedRows skipped;
        private int expected;

        Rows(FoundTable table) throws IOException, XMLStreamException {
            this.table = table;
            this.layout = Layout.of(table);
            this.made = RawCells.of(table, figures);
            this.sheet = sheet(table.grid().sheet());
            this.in = parts.open(part(table));
            this.xml = XlsxXml.open(in);
            this.stops = HeaderText.all(table.table().stopAt());
            this.skipped = SkippedRows.of(table);
            this.expected = table.firstDataRow();
            layout.columns().forEach(place -> names.add(place.unit().name()));
            columns.addAll(names);
            layout.columns().forEach(place -> columns.add(place.valueColumn()));
        }

        /** Whether the table goes on: its first empty row ends it, also one that the sheet leaves out. */
        boolean read() throws XMLStreamException, RefusedFile {
            Optional<Grid> next = sheet.nextRow(xml);
            if (next.isEmpty()) {
                return isEnd();
            }
            int row = sheet.row();
            if (row < table.firstDataRow()) {
                return true;
            }
            Grid grid = next.get();
            if (row != expected || TableRows.isEmpty(grid, row, columns) || TableRows.isStop(grid, row, names, stops)) {
                return isEnd();
            }
            expected++;
            if (names.stream().noneMatch(at -> skipped.has(grid.at(row, at).asDelivered()))) {
                ready.addAll(GridTable.cells(table, layout, made, grid, row));
            }
            return true;
        }

        private boolean isEnd() {
            if (expected == table.firstDataRow()) {
                ready.add(table.finding(FindingCode.NO_ROWS, "" + table.firstDataRow(), ""));
            }
            return false;
        }
    }
}
