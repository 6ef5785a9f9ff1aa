package vn.xephang.model;

import java.util.List;

/** The file layout of a release, shared by what writes it and what reads it. */
public final class Release {

    /** The catalogue of a release, in its folder. */
    public static final String CATALOGUE = "xephang.duckdb";

    public static final String MANIFEST = "manifest.json";

    /** Tables that tell of their moment: the only ones that two equal releases need not have in common. */
    public static final List<String> TABLES_OF_THEIR_MOMENT = List.of("release", "release_history", "run");

    private Release() {}

    /** {@code observation/reference_year=2013/observation.parquet}. */
    public static String yearlyFile(String table, int referenceYear) {
        return table + "/reference_year=" + referenceYear + "/" + table + ".parquet";
    }

    /** {@code metric/metric.parquet}. */
    public static String file(String table) {
        return table + "/" + table + ".parquet";
    }
}
