package vn.xephang.model;

/** The file layout of a release, shared by what writes it and what reads it. */
public final class Release {

    /** The catalogue of a release, in its folder. */
    public static final String CATALOGUE = "xephang.duckdb";

    public static final String MANIFEST = "manifest.json";

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
