package vn.xephang.run;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test JVM, for tests that need another kind of it. */
final class Engines {

    private Engines() {}

    /** Ends the session, so that the next to be opened is of its own kind. */
    static void stop() {
        if (!SparkSession.getDefaultSession().isEmpty()) {
            SparkSession.getDefaultSession().get().stop();
        }
        SparkSession.clearActiveSession();
        SparkSession.clearDefaultSession();
    }
}
