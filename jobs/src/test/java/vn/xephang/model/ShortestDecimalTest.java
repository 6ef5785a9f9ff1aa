package vn.xephang.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "57.62, 57.62",
        "2.0E-3, 0.002",
        "1200, 1200",
        "1.0E23, 100000000000000000000000",
        "76.81896532924489, 76.81896532924489",
        "-7.5, -7.5",
        "0, 0"
    })
    void writesTheShortestDecimalThatReadsBack(double value, String text) {
        assertEquals(text, ShortestDecimal.text(value));
    }

    @Test
    void readsBackAndHasNoShorterNeighbourOverManyDoubles() {
        Random random = new Random(20250701);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextInt(100) + random.nextDouble();
            BigDecimal decimal = ShortestDecimal.of(value);
            assertEquals(value, decimal.doubleValue());
            if (decimal.precision() > 1) {
                BigDecimal shorter = decimal.round(new MathContext(decimal.precision() - 1, RoundingMode.HALF_EVEN));
                assertTrue(shorter.doubleValue() != value, () -> decimal + " could be " + shorter);
            }
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> ShortestDecimal.of(Double.NaN));
    }
}
