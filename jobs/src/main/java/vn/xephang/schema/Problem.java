package vn.xephang.schema;

/** One thing wrong in our own declarations: file below the schemas folder, line from 1 (0: the whole file), what. */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + message;
    }
}
