package vn.xephang.model;

import java.util.Arrays;
import java.util.List;

/** One code of the catalogue of findings, as it stands in a release; sentences may hold {found} and {expected}. */
public record FindingCodeRow(
        String code,
        String severity,
        String blocks,
        String messageVi,
        String messageEn,
        String howToFixVi,
        String howToFixEn) {

    /** The whole catalogue, in its order. */
    public static List<FindingCodeRow> all() {
        return Arrays.stream(FindingCode.values()).map(FindingCodeRow::of).toList();
    }

    private static FindingCodeRow of(FindingCode code) {
        String found = "{found}";
        String expected = "{expected}";
        return new FindingCodeRow(
                code.name(),
                code.severity().code(),
                code.blocks().code(),
                code.sentenceVi(found, expected),
                code.sentenceEn(found, expected),
                code.fixVi(found, expected),
                code.fixEn(found, expected));
    }
}
