package vn.xephang.answer;

/** A question that cannot be answered honestly: a rubric or map that does not fit the data. Says why. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refused(String message) {
        super(message);
    }
}
