package vn.xephang.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Rows of years -> the same, followed at the end of each year by what is found out about it. A year is never held: what
 * is needed of it is noted as its rows go by.
 */
public abstract class WholeYears implements Iterator<YearRow> {

    private final Iterator<YearRow> rows;
    private final Deque<YearRow> ready = new ArrayDeque<>();
    private Integer year;

    /** @param rows whole years, one after the other */
    protected WholeYears(Iterator<YearRow> rows) {
        this.rows = rows;
    }

    /** Takes what is needed of a row. @return the row goes on */
    protected abstract boolean note(YearRow row);

    /** What follows the rows of a year; forgets it, so that the next can begin. */
    protected abstract List<YearRow> finish(int referenceYear);

    @Override
    public final boolean hasNext() {
        while (ready.isEmpty() && (rows.hasNext() || year != null)) {
            if (rows.hasNext()) {
                take(rows.next());
            } else {
                finishYear();
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public final YearRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void take(YearRow row) {
        if (year != null && year != row.referenceYear()) {
            finishYear();
        }
        year = row.referenceYear();
        if (note(row)) {
            ready.add(row);
        }
    }

    private void finishYear() {
        ready.addAll(finish(year));
        year = null;
    }
}
