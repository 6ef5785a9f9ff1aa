package vn.xephang.run;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import vn.xephang.conform.ConformStep;
import vn.xephang.conform.Conformed;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.LandingFile;
import vn.xephang.model.YearRow;
import vn.xephang.publish.WriteStep;
import vn.xephang.publish.WrittenFile;
import vn.xephang.rebase.RebaseStep;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.LookBack;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.score.ScoreStep;
import vn.xephang.validate.YearChecks;

/** conform -> score -> rebase -> publish as one Spark job over the years that change. */
final class YearTables {

    private final SparkSession session;
    private final Declarations declarations;
    private final List<LandingFile> standing;

    YearTables(SparkSession session, Declarations declarations, List<LandingFile> standing) {
        this.session = session;
        this.declarations = declarations;
        this.standing = standing;
    }

    /** Parses deliveries on executors, one file a task; kept on their disks because it is gone over twice. */
    Dataset<Conformed> conformOnExecutors(List<LandingFile> deliveries) {
        List<LandingFile> all = new ArrayList<>(standing);
        SchemaFiles files = declarations.files();
        return session.createDataset(deliveries, Encoders.javaSerialization(LandingFile.class))
                .repartition(Math.max(1, deliveries.size()))
                .flatMap(
                        (FlatMapFunction<LandingFile, Conformed> & Serializable) delivery ->
                                new FileSteps(Declarations.load(files)).conform(delivery, all.indexOf(delivery)),
                        Encoders.javaSerialization(Conformed.class))
                .persist(StorageLevel.DISK_ONLY());
    }

    /** The values of these years among conformed items, and what they read of the year before, as rows. */
    static Dataset<Row> values(Dataset<Conformed> conformed, Set<Integer> years, LookBack lookBack) {
        Set<Integer> wanted = new TreeSet<>(years);
        Set<String> metrics = new TreeSet<>(lookBack.metricCodes());
        Set<String> scorecards = new TreeSet<>(lookBack.scorecardCodes());
        return conformed.flatMap(
                (FlatMapFunction<Conformed, Row> & Serializable) item -> {
                    List<ConformedValue> values = new ArrayList<>();
                    if (item instanceof Conformed.Value value) {
                        ReadDeliveries.addTo(values, value.value(), wanted, new LookBack(metrics, scorecards));
                    }
                    return values.stream().map(ConformStep.VALUES::toRow).iterator();
                },
                ConformStep.VALUES.encoder());
    }

    /** The rest: findings and ends. */
    static List<Conformed> others(Dataset<Conformed> conformed) {
        return conformed
                .filter((FilterFunction<Conformed>) item -> !(item instanceof Conformed.Value))
                .collectAsList();
    }

    /** Settles, checks, scores, re-bases and writes the years of these values. */
    List<WrittenFile> write(Dataset<Row> values, Path releaseFolder, int partitions) {
        Dataset<YearRow> settled = ConformStep.settle(values, standing, partitions);
        Dataset<YearRow> scored = ScoreStep.score(checked(settled), declarations.files());
        Dataset<YearRow> rebased = RebaseStep.rebase(scored, declarations.files());
        return WriteStep.write(rebased, releaseFolder.toString(), declarations.tables()).collectAsList().stream()
                .map(WriteStep.FILES::fromRow)
                .toList();
    }

    /** With what control rules find between deliveries at the end of each year. */
    private Dataset<YearRow> checked(Dataset<YearRow> settled) {
        SchemaFiles files = declarations.files();
        return settled.mapPartitions(
                (MapPartitionsFunction<YearRow, YearRow> & Serializable)
                        rows -> new YearChecks(rows, FileSteps.controlChecks(Declarations.load(files))),
                Encoders.javaSerialization(YearRow.class));
    }
}
