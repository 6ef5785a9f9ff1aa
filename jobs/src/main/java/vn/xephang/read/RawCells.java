package vn.xephang.read;

import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.model.Target;
import vn.xephang.schema.LandingContract;

/** Makes raw cells of one form: what file and contract say is the same for all of them. */
record RawCells(LandingFile file, LandingContract contract) {

    RawCell cell(String target, int year, String unit, String unitRef, GridCell value, String valueRef) {
        return new RawCell(
                file.deliveryId(),
                contract.contractId(),
                Target.at(target, contract.stageCode()),
                year,
                contract.periodCode(),
                contract.dataVintage(),
                unit,
                unitRef,
                value.kind(),
                value.asDelivered(),
                value.number(),
                valueRef);
    }
}
