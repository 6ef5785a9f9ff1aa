package vn.xephang.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5     | 1.234,50 | 1,234.50",
                "59.360521  | 59,36    | 59.36",
                "-1         | −1,00    | −1.00",
                "0          | 0,00     | 0.00",
                "0.0073045  | 0,0073   | 0.0073",
                "0.005      | 0,005    | 0.005",
                "0.125      | 0,13     | 0.13"
            })
    void writesPointsAsTheReaderDoes(BigDecimal points, String vi, String en) {
        assertEquals(vi, new Numbers(Language.VI).points(points));
        assertEquals(en, new Numbers(Language.EN).points(points));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"81.80 | 81,8", "100 | 100", "1000 | 1.000", "0.0073045 | 0,0073", "9.858754 | 9,86", "0 | 0"})
    void writesNoZerosAtTheEndInText(BigDecimal points, String vi) {
        assertEquals(vi, new Numbers(Language.VI).inText(points));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.5 | +1,5", "-15.5 | −15,5", "11.0 | +11", "0 | 0"})
    void signsPlaces(BigDecimal places, String vi) {
        assertEquals(vi, new Numbers(Language.VI).signed(places));
    }
}
