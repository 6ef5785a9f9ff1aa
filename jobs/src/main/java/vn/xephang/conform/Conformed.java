package vn.xephang.conform;

import vn.xephang.model.ConformedValue;
import vn.xephang.model.Finding;

/** What conforming one cell yields: a value in shared codes, or the finding that says why not. */
public sealed interface Conformed {

    record Value(ConformedValue value) implements Conformed {}

    record Refused(Finding finding) implements Conformed {}
}
