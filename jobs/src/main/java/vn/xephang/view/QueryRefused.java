package vn.xephang.view;

/** A query was not run, or not to its end. */
public final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** It would do more than read. */
        NOT_READ_ONLY,
        /** It cannot be understood, names what is not there, or fails on a value. */
        INVALID
    }

    private final Reason reason;

    QueryRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
