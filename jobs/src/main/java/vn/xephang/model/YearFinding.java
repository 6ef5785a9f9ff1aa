package vn.xephang.model;

/**
 * A finding about figures of several deliveries, made when a year is settled, with its sentences written out. Unlike
 * a finding in one delivery it is made anew whenever the year is.
 */
public record YearFinding(
        int referenceYear,
        String deliveryId,
        String landingFile,
        String sheet,
        String cell,
        String code,
        String severity,
        String blocks,
        String found,
        String expected,
        String messageVi,
        String messageEn,
        String howToFixVi,
        String howToFixEn)
        implements YearRow {

    /** @param finding about one year */
    public static YearFinding of(Finding finding) {
        return new YearFinding(
                finding.referenceYear(),
                finding.deliveryId(),
                finding.landingFile(),
                finding.sheet(),
                finding.cell(),
                finding.code().name(),
                finding.severity().code(),
                finding.code().blocks().code(),
                finding.found(),
                finding.expected(),
                finding.messageVi(),
                finding.messageEn(),
                finding.howToFixVi(),
                finding.howToFixEn());
    }
}
