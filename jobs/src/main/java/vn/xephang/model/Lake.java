package vn.xephang.model;

import java.nio.file.Path;

/** The folders of a lake. */
public record Lake(Path root) {

    public Path landing() {
        return root.resolve("landing");
    }

    public Path deliveries() {
        return root.resolve("deliveries");
    }

    public Path archive() {
        return root.resolve("archive");
    }

    public Path quarantine() {
        return root.resolve("quarantine");
    }

    public Path releases() {
        return root.resolve("releases");
    }

    /** The symbolic link to the served release. */
    public Path current() {
        return root.resolve("current");
    }

    public Path runs() {
        return root.resolve("runs");
    }
}
