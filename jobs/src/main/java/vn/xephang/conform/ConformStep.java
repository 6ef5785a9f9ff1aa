package vn.xephang.conform;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.EnteredPoints;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Observation;
import vn.xephang.model.Period;
import vn.xephang.model.PreviousYearRow;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.Target;
import vn.xephang.model.YearRow;
import vn.xephang.spark.RecordCodec;

/**
 * Conformed values of all deliveries -> observations, entered points and published results with their history. One shuffle, by year;
 * inside a year values of a key are neighbours, so nothing larger than a key's history is held.
 */
public final class ConformStep {

    /** Values on the wire. */
    public static final RecordCodec<ConformedValue> VALUES = RecordCodec.of(ConformedValue.class);

    private static final Column[] ORDER = {col("reference_year"), col("target"), col("org_unit_id"), col("period_code")
    };

    private ConformStep() {}

    /**
     * Rows by year: observations in the order of metric, unit, period, each newest first, then published results.
     *
     * @param values rows of {@link ConformedValue}
     * @param deliveries in the order of the log; {@code delivery_order} counts in it
     * @param partitions years are spread over so many tasks; 1 needs no shuffle of its own
     */
    public static Dataset<YearRow> settle(Dataset<Row> values, List<LandingFile> deliveries, int partitions) {
        Dataset<Row> byYear =
                partitions == 1 ? values.coalesce(1) : values.repartition(partitions, col("reference_year"));
        List<LandingFile> inOrder = new ArrayList<>(deliveries);
        JavaRDD<YearRow> years = byYear.sortWithinPartitions(ORDER)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(rows -> new Settling(rows, inOrder));
        return values.sparkSession().createDataset(years.rdd(), Encoders.javaSerialization(YearRow.class));
    }

    /** Streams one partition: key by key, published results at the end of their year. */
    private static final class Settling implements Iterator<YearRow> {
        private final Iterator<InternalRow> rows;
        private final List<LandingFile> deliveries;
        private final List<Instant> receivedAt;
        private final List<YearRow> ready = new ArrayList<>();
        private final Map<String, PublishedParts> published = new TreeMap<>();
        private final Map<String, PublishedParts> publishedBefore = new TreeMap<>();
        private final List<YearRow> conflicts = new ArrayList<>();
        private ConformedValue next;
        private int at;

        Settling(Iterator<InternalRow> rows, List<LandingFile> deliveries) {
            this.rows = rows;
            this.deliveries = deliveries;
            this.receivedAt = deliveries.stream().map(LandingFile::receivedAt).toList();
            advance();
        }

        @Override
        public boolean hasNext() {
            while (at >= ready.size() && (next != null || hasMoreOfTheYear())) {
                ready.clear();
                at = 0;
                fill();
            }
            return at < ready.size();
        }

        @Override
        public YearRow next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return ready.get(at++);
        }

        private boolean hasMoreOfTheYear() {
            return !published.isEmpty() || !publishedBefore.isEmpty() || !conflicts.isEmpty();
        }

        private void fill() {
            if (next == null) {
                flushPublished();
                return;
            }
            int year = next.referenceYear();
            List<ConformedValue> sameKey = takeKey();
            List<NewestFirst.Settled> settled =
                    NewestFirst.settle(sameKey, order -> deliveries.get(order).sourceCode());
            settled.forEach(this::settle);
            if (!settled.isEmpty() && !settled.get(0).value().isOfYearBefore()) {
                ConflictingSources.among(settled, deliveries).ifPresent(conflicts::add);
            }
            if (next == null || next.referenceYear() != year) {
                flushPublished();
            }
        }

        private void settle(NewestFirst.Settled asSorted) {
            boolean isOfYearBefore = asSorted.value().isOfYearBefore();
            NewestFirst.Settled settled =
                    new NewestFirst.Settled(asSorted.value().inItsYear(), asSorted.supersededBy());
            Target target = Target.of(settled.value().target());
            if (target instanceof Target.OfMetric metric) {
                add(observation(metric, settled), isOfYearBefore);
            } else if (target instanceof Target.Entered entered) {
                add(enteredPoints(entered, settled), isOfYearBefore);
            } else {
                ConformedValue value = settled.value();
                Target.Published part = (Target.Published) target;
                String key = String.join(
                        "|",
                        part.scorecardCode(),
                        part.stageCode(),
                        value.periodCode(),
                        value.orgUnitId(),
                        Integer.toString(value.deliveryOrder()));
                (isOfYearBefore ? publishedBefore : published)
                        .computeIfAbsent(key, none -> new PublishedParts(part.scorecardCode(), part.stageCode()))
                        .add(part.part(), settled);
            }
        }

        private void add(YearRow row, boolean isOfYearBefore) {
            ready.add(isOfYearBefore ? new PreviousYearRow(row.referenceYear() + 1, row) : row);
        }

        private void flushPublished() {
            publishedBefore.values().forEach(parts -> add(parts.result(deliveries, receivedAt), true));
            published.values().forEach(parts -> add(parts.result(deliveries, receivedAt), false));
            publishedBefore.clear();
            published.clear();
            ready.addAll(conflicts);
            conflicts.clear();
        }

        private List<ConformedValue> takeKey() {
            ConformedValue first = next;
            List<ConformedValue> same = new ArrayList<>();
            while (next != null && isSameKey(first, next)) {
                same.add(next);
                advance();
            }
            return same;
        }

        private void advance() {
            next = rows.hasNext() ? VALUES.fromInternalRow(rows.next()) : null;
        }

        private Observation observation(Target.OfMetric metric, NewestFirst.Settled settled) {
            ConformedValue value = settled.value();
            LandingFile delivery = deliveries.get(value.deliveryOrder());
            Period period = Period.of(value.periodCode(), value.referenceYear());
            return new Observation(
                    metric.metricCode(),
                    value.orgUnitId(),
                    value.referenceYear(),
                    value.periodCode(),
                    period.startOn(),
                    value.periodEndOn() == null ? period.endOn() : value.periodEndOn(),
                    value.dataVintage(),
                    value.observationStatus(),
                    value.value(),
                    value.valueAsDelivered(),
                    delivery.sourceCode(),
                    delivery.receivedAt(),
                    delivery.deliveryId(),
                    delivery.sha256(),
                    delivery.landingFile(),
                    value.cellRef(),
                    NewestFirst.supersededAt(settled, receivedAt));
        }

        private EnteredPoints enteredPoints(Target.Entered entered, NewestFirst.Settled settled) {
            ConformedValue value = settled.value();
            LandingFile delivery = deliveries.get(value.deliveryOrder());
            return new EnteredPoints(
                    entered.scorecardCode(),
                    value.referenceYear(),
                    value.periodCode(),
                    value.orgUnitId(),
                    entered.stageCode(),
                    entered.criterionCode(),
                    value.value(),
                    value.valueAsDelivered(),
                    value.dataVintage(),
                    delivery.sourceCode(),
                    delivery.receivedAt(),
                    delivery.deliveryId(),
                    delivery.sha256(),
                    delivery.landingFile(),
                    value.cellRef(),
                    NewestFirst.supersededAt(settled, receivedAt));
        }

        private static boolean isSameKey(ConformedValue a, ConformedValue b) {
            return a.referenceYear() == b.referenceYear()
                    && a.target().equals(b.target())
                    && a.orgUnitId().equals(b.orgUnitId())
                    && a.periodCode().equals(b.periodCode());
        }
    }

    /** Score, rank and rating that one delivery gives for one unit. */
    private static final class PublishedParts {
        private final String scorecardCode;
        private final String stageCode;
        private NewestFirst.Settled points;
        private NewestFirst.Settled rank;
        private NewestFirst.Settled rating;

        PublishedParts(String scorecardCode, String stageCode) {
            this.scorecardCode = scorecardCode;
            this.stageCode = stageCode;
        }

        void add(Target.Part part, NewestFirst.Settled settled) {
            switch (part) {
                case POINTS -> points = settled;
                case RANK -> rank = settled;
                case RATING -> rating = settled;
            }
        }

        PublishedResult result(List<LandingFile> deliveries, List<Instant> receivedAt) {
            NewestFirst.Settled any = points != null ? points : rank != null ? rank : rating;
            ConformedValue value = Objects.requireNonNull(any).value();
            LandingFile delivery = deliveries.get(value.deliveryOrder());
            return new PublishedResult(
                    scorecardCode,
                    value.referenceYear(),
                    value.periodCode(),
                    value.orgUnitId(),
                    stageCode,
                    delivery.sourceCode(),
                    points == null ? null : points.value().value(),
                    rank == null ? null : (Integer) rank.value().value().intValue(),
                    rating == null ? null : rating.value().valueAsDelivered(),
                    points == null ? null : points.value().cellRef(),
                    rank == null ? null : rank.value().cellRef(),
                    rating == null ? null : rating.value().cellRef(),
                    value.dataVintage(),
                    delivery.receivedAt(),
                    delivery.deliveryId(),
                    delivery.sha256(),
                    delivery.landingFile(),
                    NewestFirst.supersededAt(any, receivedAt));
        }
    }
}
