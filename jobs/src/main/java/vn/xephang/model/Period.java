package vn.xephang.model;

import java.time.LocalDate;

/**
 * What part of a year a value is about. A form may end it earlier (TT 17/2025 counts the half-year to 31 May): then its
 * landing contract says so.
 */
public record Period(LocalDate startOn, LocalDate endOn) {

    /**
     * The days of a period code in a year: Y the calendar year, H1 and H2 its halves.
     *
     * @throws IllegalArgumentException for a code that is not known
     */
    public static Period of(String periodCode, int year) {
        return switch (periodCode) {
            case "Y" -> new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            case "H1" -> new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30));
            case "H2" -> new Period(LocalDate.of(year, 7, 1), LocalDate.of(year, 12, 31));
            default -> throw new IllegalArgumentException("Unknown period '" + periodCode + "'; one of Y, H1, H2");
        };
    }
}
