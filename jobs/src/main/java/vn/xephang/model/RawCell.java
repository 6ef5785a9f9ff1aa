package vn.xephang.model;

import java.util.OptionalDouble;

/**
 * One cell of a delivered table with what the landing contract says of its place; the value is not interpreted.
 *
 * @param deliveryId the delivery it came in
 * @param contractId the landing contract that read it
 * @param target what the column holds: {@code metric:<metric_code>}, or {@code published:<scorecard_code>/points},
 *     {@code .../rank}, {@code .../rating}, or {@code entered:<scorecard_code>/<criterion_code>}
 * @param referenceYear the year the value is about
 * @param periodCode Y, H1, ...
 * @param dataVintage preliminary or official
 * @param orgUnitAsWritten the unit's name or code as written, NFC, otherwise untouched
 * @param orgUnitCodeAsWritten its code in a column of its own; empty without one
 * @param orgUnitParentAsWritten name or code of a unit above in a column of its own; empty without one
 * @param orgUnitCellRef where the unit was written, {@code Sheet!B17}
 * @param cellKind what the cell holds
 * @param valueAsDelivered text of the cell; of a number its shortest round-trip decimal; empty when blank
 * @param number the number of a numeric cell, or of a text that writes one as the contract says; else null
 * @param observationStatus {@code normal}, or what the contract says that this text stands for, such as {@code missing}
 * @param precedence of two forms that give the same metric the one with the lower number counts
 * @param cellRef where the value stands, {@code Sheet!C17}
 */
public record RawCell(
        String deliveryId,
        String contractId,
        String target,
        int referenceYear,
        String periodCode,
        String dataVintage,
        String orgUnitAsWritten,
        String orgUnitCodeAsWritten,
        String orgUnitParentAsWritten,
        String orgUnitCellRef,
        CellKind cellKind,
        String valueAsDelivered,
        Double number,
        String observationStatus,
        int precedence,
        String cellRef)
        implements ReadItem {

    /** What a cell with a figure has as status. */
    public static final String NORMAL = "normal";

    /** The number that the cell holds; empty where it holds none. */
    public OptionalDouble numeric() {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /** All that was written of the unit, for messages: code, name, and what it is in. */
    public String orgUnitText() {
        String unit = orgUnitCodeAsWritten.isBlank() ? orgUnitAsWritten : orgUnitCodeAsWritten + " " + orgUnitAsWritten;
        return orgUnitParentAsWritten.isBlank() ? unit : unit.strip() + ", " + orgUnitParentAsWritten;
    }

    /** The text says, as the contract knows, that there is no figure. */
    public boolean hasNoFigure() {
        return !observationStatus.equals(NORMAL);
    }

    /** The same, of the vintage that stands beside the file. */
    public RawCell ofVintage(String vintage) {
        return new RawCell(
                deliveryId,
                contractId,
                target,
                referenceYear,
                periodCode,
                vintage,
                orgUnitAsWritten,
                orgUnitCodeAsWritten,
                orgUnitParentAsWritten,
                orgUnitCellRef,
                cellKind,
                valueAsDelivered,
                number,
                observationStatus,
                precedence,
                cellRef);
    }

    @Override
    public RawCell in(String member) {
        return new RawCell(
                deliveryId,
                contractId,
                target,
                referenceYear,
                periodCode,
                dataVintage,
                orgUnitAsWritten,
                orgUnitCodeAsWritten,
                orgUnitParentAsWritten,
                member + "!" + orgUnitCellRef,
                cellKind,
                valueAsDelivered,
                number,
                observationStatus,
                precedence,
                member + "!" + cellRef);
    }
}
