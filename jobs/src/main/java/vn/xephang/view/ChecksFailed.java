package vn.xephang.view;

import java.util.List;
import java.util.stream.Collectors;

/** The views of a release contradict what they promise; the catalogue was not made. */
public final class ChecksFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FailedCheck> checks;

    public ChecksFailed(List<FailedCheck> checks) {
        super(checks.stream()
                .map(check -> "  " + check)
                .collect(Collectors.joining(
                        "\n", "Cannot publish the catalogue, " + checks.size() + " checks failed:\n", "")));
        this.checks = List.copyOf(checks);
    }

    public List<FailedCheck> checks() {
        return checks;
    }
}
