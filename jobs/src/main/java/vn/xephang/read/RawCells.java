package vn.xephang.read;

import java.util.Optional;
import vn.xephang.model.CellKind;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.model.Target;
import vn.xephang.schema.LandingContract;

/** Makes raw cells of one form: what file and contract say is the same for all of them. */
record RawCells(LandingFile file, LandingContract contract) {

    /** @param year the reference year of table or row, where the column's header states none */
    RawCell cell(
            Layout.Place place, String target, int year, String unit, String unitRef, GridCell value, String valueRef) {
        return new RawCell(
                file.deliveryId(),
                contract.contractId(),
                Target.at(target, contract.stageCode()),
                place.dated().map(Layout.Dated::year).orElse(year),
                contract.periodCode(),
                place.dated().map(Layout.Dated::dataVintage).orElse(contract.dataVintage()),
                unit,
                unitRef,
                value.kind(),
                value.asDelivered(),
                number(value).orElse(null),
                contract.noFigure().getOrDefault(value.asDelivered().strip(), RawCell.NORMAL),
                valueRef);
    }

    private Optional<Double> number(GridCell value) {
        return value.kind() == CellKind.TEXT
                ? NumberText.number(value.text(), contract.numberFormat())
                : Optional.ofNullable(value.number());
    }
}
