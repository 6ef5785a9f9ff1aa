package vn.xephang.view;

/** DuckDB or the disk failed while a catalogue was built or opened. */
public final class CatalogueFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CatalogueFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
