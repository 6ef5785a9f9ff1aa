package vn.xephang.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.model.ReadItem;

/** What reading a file gave, sorted into cells and findings. */
record Reading(List<RawCell> cells, List<Finding> findings) {

    private static final LandingReader READER = new LandingReader(RealBooks.contracts(), RealBooks.metrics());

    static Reading of(LandingFile file) {
        List<ReadItem> items = new ArrayList<>();
        READER.read(file).forEachRemaining(items::add);
        return of(items);
    }

    static Reading of(String source, Path path) {
        return of(RealBooks.delivered(source, path));
    }

    static Reading ofPci(int year) {
        return of("vcci", RealBooks.pci(year));
    }

    /** As if the workbook held these sheets. */
    static Reading of(LandingFile file, List<Grid> sheets) {
        return of(READER.read(file, sheets));
    }

    private static Reading of(List<ReadItem> items) {
        return new Reading(
                items.stream()
                        .filter(RawCell.class::isInstance)
                        .map(RawCell.class::cast)
                        .toList(),
                items.stream()
                        .filter(Finding.class::isInstance)
                        .map(Finding.class::cast)
                        .toList());
    }

    List<RawCell> cells(String target) {
        return cells.stream().filter(cell -> cell.target().equals(target)).toList();
    }

    /** The cells without their places, sorted: which unit got which value. */
    List<String> values() {
        return cells.stream()
                .map(cell -> cell.referenceYear() + " " + cell.target() + " " + cell.orgUnitAsWritten() + " "
                        + cell.cellKind() + " " + cell.valueAsDelivered())
                .sorted()
                .toList();
    }

    List<String> codes() {
        return findings.stream().map(finding -> finding.code().name()).toList();
    }

    /** {@code COLUMN_MISSING at vcci/x.xls Sheet1: Column ... is missing: ...} */
    List<String> messages() {
        return findings.stream()
                .map(finding -> finding.code() + " at " + finding.where() + ": " + finding.messageEn())
                .toList();
    }
}
