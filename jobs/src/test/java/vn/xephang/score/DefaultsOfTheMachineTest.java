package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real years of PCI, whose rows must not depend on what the machine is set to. */
class DefaultsOfTheMachineTest {

    @ParameterizedTest
    @CsvSource({
        "tr-TR, America/St_Johns",
        "ar-EG-u-nu-arab, Pacific/Kiritimati",
        "vi-VN, Asia/Ho_Chi_Minh",
        "de-DE, Pacific/Pago_Pago"
    })
    void neitherLocaleNorTimeZoneChangesAScoreOrARank(String language, String zone) {
        String expected = everything();
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertEquals(expected, everything());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2006, 2013, 2016})
    void theRowsComparedAreThoseOfEveryRankedUnit(int year) {
        ScoredYear scored = ScoreYear.of(Pci.year(year), Pci.RUBRICS);
        assertEquals(
                Pci.year(year).participants().size(),
                scored.ranks().stream()
                        .filter(rank -> rank.rubricYear() == year)
                        .count());
    }

    private static String everything() {
        StringBuilder text = new StringBuilder();
        for (int year = 2005; year <= 2016; year++) {
            text.append(ScoreYear.of(Pci.year(year), Pci.RUBRICS)).append('\n');
        }
        return text.toString();
    }
}
