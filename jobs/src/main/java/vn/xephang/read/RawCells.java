package vn.xephang.read;

import java.util.HashMap;
import java.util.Map;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.model.Target;
import vn.xephang.schema.LandingContract;

/** Makes raw cells of one form: what file and contract say is the same for all of them. */
record RawCells(
        LandingFile file,
        LandingContract contract,
        LandingContract.Table table,
        Figures figures,
        Map<String, String> noFigure) {

    static RawCells of(FoundTable found, Figures figures) {
        Map<String, String> noFigure = new HashMap<>();
        found.contract().noFigure().forEach((text, status) -> noFigure.put(HeaderText.normal(text), status));
        return new RawCells(found.file(), found.contract(), found.table(), figures, noFigure);
    }

    /** @param year the reference year of table or row, where the column's header states none */
    RawCell cell(
            Layout.Place place,
            String target,
            int year,
            UnitText unit,
            String unitRef,
            GridCell value,
            String valueRef) {
        return new RawCell(
                file.deliveryId(),
                contract.contractId(),
                Target.at(target, contract.stageCode()),
                place.dated().map(Layout.Dated::year).orElse(year),
                contract.periodCode(),
                place.dated().map(Layout.Dated::dataVintage).orElse(contract.dataVintage()),
                unit.name(),
                unit.code(),
                unit.parent(),
                unitRef,
                value.kind(),
                value.asDelivered(),
                figures.number(value, contract, table, target).orElse(null),
                status(value),
                place.column().precedence(),
                valueRef);
    }

    private String status(GridCell value) {
        boolean mayBeNone = value.number() == null && !noFigure.isEmpty();
        return mayBeNone ? noFigure.getOrDefault(HeaderText.normal(value.text()), RawCell.NORMAL) : RawCell.NORMAL;
    }
}
