package vn.xephang.cli;

/** Exit codes. */
final class Exit {

    static final int DONE = 0;
    static final int USAGE = 2;
    /** Our declarations are refused. */
    static final int DECLARATIONS = 3;
    /** Done, and delivered files were refused or blocked. */
    static final int FINDINGS = 4;
    /** The world failed: disk, Spark, DuckDB, port. The served release is untouched. */
    static final int WORLD = 5;
    /** A question was refused. */
    static final int REFUSED = 6;
    /** Another run holds the lake. */
    static final int LOCKED = 75;

    private Exit() {}
}
