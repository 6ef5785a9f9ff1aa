package vn.xephang.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of this program and of its engines, as the build pinned them. */
public final class Versions {

    private static final Properties PINNED = read();

    private Versions() {}

    public static String xephang() {
        return PINNED.getProperty("xephang");
    }

    public static String spark() {
        return PINNED.getProperty("spark");
    }

    public static String duckdb() {
        return PINNED.getProperty("duckdb");
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/xephang.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read xephang.properties", e);
        }
        return properties;
    }
}
