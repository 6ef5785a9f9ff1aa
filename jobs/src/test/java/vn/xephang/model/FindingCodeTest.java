package vn.xephang.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingCodeTest {

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void everyCodeHasASentenceAndAFixInBothLanguages(FindingCode code) {
        Finding finding = new Finding(code, "d", "vcci/a.xls", "S", "B2", 2013, "FOUND", "EXPECTED");
        for (String text :
                new String[] {finding.messageVi(), finding.messageEn(), finding.howToFixVi(), finding.howToFixEn()}) {
            assertFalse(text.isBlank());
            assertFalse(text.contains("{"), text);
            assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC), text);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FindingCode.class,
            names = {"ORG_UNIT_NOT_EXPECTED", "CONFLICTING_SOURCES"})
    void aWarningNeverBlocks(FindingCode code) {
        assertTrue(code.severity() != Severity.ERROR && code.blocks() == Blocks.NOTHING);
    }
}
