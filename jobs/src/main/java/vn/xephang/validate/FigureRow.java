package vn.xephang.validate;

/** Of a row of the table {@code observation} what value checks look at. */
public record FigureRow(
        String metricCode,
        String orgUnitId,
        int referenceYear,
        String periodCode,
        Double value,
        String deliveryId,
        String landingFile,
        String cellRef) {}
