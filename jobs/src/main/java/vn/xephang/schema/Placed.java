package vn.xephang.schema;

/** A declared row with the place where it stands, so that a problem found later can point at it. */
record Placed<T>(T row, String file, int line) {

    void problem(Problems problems, String message) {
        problems.add(file, line, message);
    }
}
