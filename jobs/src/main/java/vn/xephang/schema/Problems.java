package vn.xephang.schema;

import java.util.ArrayList;
import java.util.List;

/** Gathers every problem of the declarations, so that all are reported at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(String file, int line, String message) {
        found.add(new Problem(file, line, message));
    }

    void addAll(Problems others) {
        found.addAll(others.found);
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** @throws DeclarationsRefused when anything was found */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new DeclarationsRefused(found);
        }
    }
}
