package vn.xephang.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Finding;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.schema.ValueRule;

/** Made-up provinces p0 to p11 in 2015-2021, one delivery a year: row 2 is p0, column A is 2015. */
class ValueChecksTest {

    private static final ValueRule COUNTS = new ValueRule(ValueRule.Method.LOG_RATIO, 5, 3, 5, 0.1, 8, 6, 3, 30, 10);
    private static final ValueRule POINTS = new ValueRule(ValueRule.Method.DIFFERENCE, 5, 3, 5, 0.3, 8, 6, 3, 0, 0);
    private static final int UNITS = 12;
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2021;

    private final List<Figure> figures = new ArrayList<>();
    private final List<OrgUnitChange> changes = new ArrayList<>();

    @Test
    void acceptsGrowthThatAllUnitsShare() {
        counts(1.4);
        assertEquals(List.of(), between(COUNTS));
    }

    @Test
    void flagsAValueAThousandTimesWhatItsUnitGives() {
        counts(1.05);
        set(3, 2020, "1527000");
        assertEquals(
                List.of("UNIT_OF_MEASURE_SUSPECTED F5: The value may be in another unit of measure:"
                        + " 1527000 (×1000), usual is 1469 (2015-2021)"),
                between(COUNTS));
    }

    @Test
    void flagsAValueAMillionthOfWhatItsUnitGives() {
        figures.clear();
        each((unit, year) -> set(unit, year, (1_000_000 * (unit + 1) + year) + ""));
        set(0, 2018, "1.002");
        assertEquals(
                List.of("UNIT_OF_MEASURE_SUSPECTED D2: The value may be in another unit of measure:"
                        + " 1.002 (÷1000000), usual is 1002020 (2015-2021)"),
                between(COUNTS));
    }

    @Test
    void flagsOneDigitTooMany() {
        counts(1.05);
        set(3, 2021, "16030");
        assertEquals(
                List.of("DECIMAL_SHIFT_SUSPECTED G5: A decimal mark may be misplaced, or a digit too many or too few:"
                        + " 16030 (×10), usual is 1505 (2016-2020)"),
                between(COUNTS));
    }

    @Test
    void flagsAnOutlierThatNoPowerOfTenMends() {
        counts(1.05);
        set(3, 2019, "5600");
        assertEquals(
                List.of("OUTLIER E5: The value is far from what the unit gives in other years:"
                        + " 5600 (×3.8), usual is 1469 (2015-2021)"),
                between(COUNTS));
    }

    @Test
    void acceptsAChangeOfLessThanTheLeast() {
        counts(1.05);
        set(3, 2019, "3900");
        assertEquals(List.of(), between(COUNTS));
    }

    @Test
    void acceptsSmallNumbersThatJump() {
        each((unit, year) -> set(unit, year, "2"));
        set(3, 2019, "29");
        assertEquals(List.of(), between(COUNTS));
    }

    @Test
    void acceptsAJumpWhenTheTerritoryChanged() {
        counts(1.05);
        for (int year = 2018; year <= LAST_YEAR; year++) {
            set(3, year, "12000");
        }
        set(3, 2018, "11000");
        changes.add(new OrgUnitChange(
                "c", LocalDate.of(2018, 8, 1), "merge", "p3", "p3", "continues", "", null, true, "", "", "", ""));
        assertEquals(List.of(), between(COUNTS));
    }

    @Test
    void tellsAColumnThatIsOutAsAWholeOnce() {
        counts(1.05);
        for (int unit = 0; unit < UNITS; unit++) {
            set(unit, 2021, (1000 * (1000 + 100 * unit)) + "");
        }
        assertEquals(
                List.of("COLUMN_UNIT_SUSPECTED : The whole column may be in another unit of measure:"
                        + " m 2021 Y: ×1000 (12/12), against 2016-2020"),
                between(COUNTS));
    }

    @Test
    void flagsPointsWhoseDecimalMarkSlipped() {
        each((unit, year) -> set(unit, year, "6." + (unit + year) % 7));
        set(4, 2018, "0.62");
        assertEquals(
                List.of("DECIMAL_SHIFT_SUSPECTED D6: A decimal mark may be misplaced, or a digit too many or too few:"
                        + " 0.62 (÷10), usual is 6.25 (2015-2021)"),
                between(POINTS));
    }

    @Test
    void flagsAThousandfoldAmongTheOtherUnitsOfItsTable() {
        for (int unit = 0; unit < UNITS; unit++) {
            set(unit, 2020, (500 + 300 * unit) + "");
        }
        set(7, 2020, "2600000");
        assertEquals(
                List.of("UNIT_OF_MEASURE_SUSPECTED F9: The value may be in another unit of measure:"
                        + " 2600000 (×1000), usual is 2000 (11 province)"),
                within(COUNTS));
    }

    @Test
    void acceptsALargeUnitAmongSmallOnes() {
        for (int unit = 0; unit < UNITS; unit++) {
            set(unit, 2020, (500 + 300 * unit) + "");
        }
        set(7, 2020, "90000");
        assertEquals(List.of(), within(COUNTS));
    }

    @Test
    void theOrderOfFiguresDoesNotMatter() {
        counts(1.05);
        set(3, 2020, "1527000");
        set(9, 2016, "20");
        List<String> found = between(COUNTS);
        assertEquals(2, found.size(), found.toString());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(figures, new Random(seed));
            assertEquals(found, between(COUNTS));
        }
    }

    private interface Each {
        void of(int unit, int year);
    }

    private static void each(Each each) {
        for (int unit = 0; unit < UNITS; unit++) {
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                each.of(unit, year);
            }
        }
    }

    /** 1000 for p0 in 2015, a hundred more for each next unit, growing by a factor each year. */
    private void counts(double growth) {
        each((unit, year) ->
                set(unit, year, Math.round((1000 + 100 * unit) * StrictMath.pow(growth, year - FIRST_YEAR)) + ""));
    }

    private void set(int unit, int year, String number) {
        figures.removeIf(figure -> figure.orgUnitId().equals("p" + unit) && figure.referenceYear() == year);
        figures.add(new Figure(
                "m",
                "p" + unit,
                year,
                "Y",
                Optional.of(new BigDecimal(number)),
                "d" + year,
                "justice/" + year + ".csv",
                (char) ('A' + year - FIRST_YEAR) + "" + (unit + 2)));
    }

    private List<String> between(ValueRule rule) {
        return texts(checks(rule)
                .betweenDeliveries(figures.stream().map(ValueChecksTest::row).toList()));
    }

    private List<String> within(ValueRule rule) {
        return texts(checks(rule).withinDelivery(figures.stream()));
    }

    private static FigureRow row(Figure figure) {
        return new FigureRow(
                figure.metricCode(),
                figure.orgUnitId(),
                figure.referenceYear(),
                figure.periodCode(),
                figure.orZero().doubleValue(),
                figure.deliveryId(),
                figure.landingFile(),
                figure.cellRef());
    }

    private ValueChecks checks(ValueRule rule) {
        List<OrgUnitVersion> units = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            units.add(new OrgUnitVersion(
                    "p" + unit, "province", null, "", "", "", null, null, LocalDate.of(2004, 1, 1), null, "", ""));
        }
        return new ValueChecks(Map.of("m", rule), new UnitLives(units, changes));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.cell() + ": " + finding.messageEn())
                .toList();
    }
}
