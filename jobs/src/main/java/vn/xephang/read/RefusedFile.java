package vn.xephang.read;

import vn.xephang.model.FindingCode;

/** The file as a whole cannot be used: unreadable, or of a kind that is not taken. */
final class RefusedFile extends Exception {

    private static final long serialVersionUID = 1;

    private final FindingCode code;

    RefusedFile(FindingCode code, String found) {
        super(found);
        this.code = code;
    }

    static RefusedFile unreadable(String found) {
        return new RefusedFile(FindingCode.FILE_UNREADABLE, found);
    }

    static RefusedFile refused(String found) {
        return new RefusedFile(FindingCode.FILE_REFUSED, found);
    }

    FindingCode code() {
        return code;
    }
}
