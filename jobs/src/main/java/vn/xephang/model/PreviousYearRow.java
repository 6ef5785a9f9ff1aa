package vn.xephang.model;

/**
 * A row of the year before, passed along beside the rows of a year whose rules look back. It is read when that year is
 * scored and never written: the row stands in a table of its own year.
 *
 * @param referenceYear the year that looks back, one after the row's own
 */
public record PreviousYearRow(int referenceYear, YearRow row) implements YearRow {

    public PreviousYearRow {
        if (row.referenceYear() + 1 != referenceYear) {
            throw new IllegalArgumentException("Invalid row of " + row.referenceYear() + " before " + referenceYear
                    + "; expected the year before");
        }
    }

    @Override
    public String table() {
        throw new IllegalStateException("A row of the year before belongs to no table of " + referenceYear);
    }
}
