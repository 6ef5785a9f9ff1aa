package vn.xephang.spark;

import org.apache.spark.sql.SparkSession;

/** The only place a session is made and tuned. */
public final class SparkEngine {

    /** How much there is to do; small input must not pay for what only large input needs. */
    public enum Size {
        SMALL,
        LARGE
    }

    private SparkEngine() {}

    /**
     * A session in local mode, or on the cluster that {@code spark.master} names. Small: one thread, no code
     * generation, no adaptive planning: for a few thousand rows they cost seconds and give nothing.
     */
    public static SparkSession open(Size size) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("xephang")
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.sql.ui.retainedExecutions", 1)
                .config("spark.metrics.executorMetricsSource.enabled", false);
        if (System.getProperty("spark.master") == null) {
            builder.master(size == Size.SMALL ? "local[1]" : "local[*]")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        }
        return (size == Size.SMALL ? small(builder) : builder).getOrCreate();
    }

    private static SparkSession.Builder small(SparkSession.Builder builder) {
        return builder.config("spark.sql.codegen.wholeStage", false)
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.shuffle.partitions", 1)
                .config("spark.default.parallelism", 1)
                .config("spark.shuffle.manager", "sort");
    }
}
