package vn.xephang.schema;

import java.util.List;
import java.util.stream.Collectors;

/** Our declarations are wrong: all problems at once, nothing was started. */
public final class DeclarationsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public DeclarationsRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
