package vn.xephang.model;

/** A finding with its sentences written out, as it stands in a release. */
public record FindingRow(
        String deliveryId,
        String landingFile,
        String sheet,
        String cell,
        String code,
        String severity,
        String blocks,
        Integer referenceYear,
        String found,
        String expected,
        String messageVi,
        String messageEn,
        String howToFixVi,
        String howToFixEn) {

    public static FindingRow of(Finding finding) {
        return new FindingRow(
                finding.deliveryId(),
                finding.landingFile(),
                finding.sheet(),
                finding.cell(),
                finding.code().name(),
                finding.severity().code(),
                finding.code().blocks().code(),
                finding.referenceYear(),
                finding.found(),
                finding.expected(),
                finding.messageVi(),
                finding.messageEn(),
                finding.howToFixVi(),
                finding.howToFixEn());
    }
}
