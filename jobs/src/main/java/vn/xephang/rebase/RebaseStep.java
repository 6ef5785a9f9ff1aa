package vn.xephang.rebase;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import vn.xephang.model.Observation;
import vn.xephang.model.WholeYears;
import vn.xephang.model.YearRow;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;

/** Rows of years -> the same, followed at the end of each year by its metrics on the boundary vintages offered. */
public final class RebaseStep {

    private RebaseStep() {}

    /** @param rows whole years per partition */
    public static Dataset<YearRow> rebase(Dataset<YearRow> rows, SchemaFiles files) {
        return rows.mapPartitions(
                (MapPartitionsFunction<YearRow, YearRow>)
                        partition -> new Rebasing(partition, year(Declarations.load(files))),
                Encoders.javaSerialization(YearRow.class));
    }

    private static RebasedYear year(Declarations declarations) {
        CodeLists lists = declarations.codeLists();
        return new RebasedYear(
                new UnitFlows(lists.orgUnitChanges(), lists.orgUnits()),
                lists.orgUnits(),
                lists.metrics(),
                lists.derivedMetrics(),
                declarations.maps().boundaryVintages());
    }

    private static final class Rebasing extends WholeYears {
        private final RebasedYear rebased;

        Rebasing(Iterator<YearRow> rows, RebasedYear rebased) {
            super(rows);
            this.rebased = rebased;
        }

        @Override
        protected boolean note(YearRow row) {
            if (row instanceof Observation observation) {
                rebased.add(observation);
            }
            return true;
        }

        @Override
        protected List<YearRow> finish(int year) {
            return List.copyOf(rebased.finish(year));
        }
    }
}
