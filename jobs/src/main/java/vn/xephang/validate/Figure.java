package vn.xephang.validate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Observation;
import vn.xephang.model.RawCell;
import vn.xephang.model.ShortestDecimal;

/**
 * A delivered figure as control rules see it: what it is about, its number, and where it was read.
 *
 * @param number empty where the source marks the figure as missing
 * @param cellRef {@code Sheet!B17}
 */
record Figure(
        String metricCode,
        String orgUnitId,
        int referenceYear,
        String periodCode,
        Optional<BigDecimal> number,
        String deliveryId,
        String landingFile,
        String cellRef) {

    /** Year, period, metric, unit. */
    static final Comparator<Figure> ORDER = Comparator.comparingInt(Figure::referenceYear)
            .thenComparing(Figure::periodCode)
            .thenComparing(Figure::metricCode)
            .thenComparing(Figure::orgUnitId);

    static Figure of(LandingFile file, RawCell cell, String metricCode, String orgUnitId, Double value) {
        return new Figure(
                metricCode,
                orgUnitId,
                cell.referenceYear(),
                cell.periodCode(),
                decimal(value),
                file.deliveryId(),
                file.landingFile(),
                cell.cellRef());
    }

    static Figure of(Observation observation) {
        return new Figure(
                observation.metricCode(),
                observation.orgUnitId(),
                observation.referenceYear(),
                observation.periodCode(),
                decimal(observation.value()),
                observation.deliveryId(),
                observation.landingFile(),
                observation.cellRef());
    }

    static Figure of(FigureRow row) {
        return new Figure(
                row.metricCode(),
                row.orgUnitId(),
                row.referenceYear(),
                row.periodCode(),
                decimal(row.value()),
                row.deliveryId(),
                row.landingFile(),
                row.cellRef());
    }

    /** The number, 0 where it is missing. */
    BigDecimal orZero() {
        return number.orElse(BigDecimal.ZERO);
    }

    /** Sheet as named in the book; empty in CSV. */
    String sheet() {
        int mark = cellRef.lastIndexOf('!');
        return mark < 0 ? "" : cellRef.substring(0, mark);
    }

    /** Cell without its sheet, such as {@code B17}. */
    String cell() {
        return cellRef.substring(cellRef.lastIndexOf('!') + 1);
    }

    private static Optional<BigDecimal> decimal(Double value) {
        return Optional.ofNullable(value).map(ShortestDecimal::of);
    }
}
