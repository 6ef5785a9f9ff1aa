package vn.xephang.cli;

/** A call that cannot be carried out as it is written: usage. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}
