package vn.xephang.rebase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import vn.xephang.model.Observation;
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

    private static final class Rebasing implements Iterator<YearRow> {
        private final Iterator<YearRow> rows;
        private final RebasedYear rebased;
        private final Deque<YearRow> ready = new ArrayDeque<>();
        private Integer year;

        Rebasing(Iterator<YearRow> rows, RebasedYear rebased) {
            this.rows = rows;
            this.rebased = rebased;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && (rows.hasNext() || year != null)) {
                if (rows.hasNext()) {
                    take(rows.next());
                } else {
                    finishYear();
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public YearRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void take(YearRow row) {
            if (year != null && year != row.referenceYear()) {
                finishYear();
            }
            year = row.referenceYear();
            if (row instanceof Observation observation) {
                rebased.add(observation);
            }
            ready.add(row);
        }

        private void finishYear() {
            ready.addAll(rebased.finish(year));
            year = null;
        }
    }
}
