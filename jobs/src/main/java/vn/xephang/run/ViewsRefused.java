package vn.xephang.run;

/** The views of a release could not be built or a check found rows; the served release stays as it is. */
public final class ViewsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    ViewsRefused(String message) {
        super(message);
    }
}
