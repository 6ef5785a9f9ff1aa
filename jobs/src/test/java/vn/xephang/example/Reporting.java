package vn.xephang.example;

/** What part of the year a form is about, and how it was made. */
enum Reporting {
    /** Twelve months, all counted. */
    OFFICIAL_YEAR(1, 0),
    /** Twelve months, the last ones estimated. */
    PRELIMINARY_YEAR(0.985, 0.012),
    /** Ten months, counted: the preliminary year of TT 17/2025. */
    TEN_MONTHS(0.83, 0.01),
    /** Six months, the last one estimated. */
    SIX_MONTHS(0.47, 0.02),
    /** Five months, counted: the half-year of TT 17/2025. */
    FIVE_MONTHS(0.39, 0.02);

    private final double part;
    private final double apart;

    Reporting(double part, double apart) {
        this.part = part;
        this.apart = apart;
    }

    /** The part of a year's count that such a form holds. */
    double part(MadeUnit unit, String formCode, int year) {
        return Math.min(1, Math.max(0, part + apart * Seeded.bell(unit.id(), formCode, year, this)));
    }
}
