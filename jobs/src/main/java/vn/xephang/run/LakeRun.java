package vn.xephang.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.xephang.conform.ConformStep;
import vn.xephang.conform.Conformed;
import vn.xephang.landing.DeliveryLog;
import vn.xephang.landing.LandingScan;
import vn.xephang.model.Finding;
import vn.xephang.model.Lake;
import vn.xephang.model.LandingFile;
import vn.xephang.model.ReleaseRow;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ReleaseStore;
import vn.xephang.publish.WrittenFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.spark.SparkEngine;

/**
 * The program that knows the order: landing -> read -> validate -> conform -> score -> publish -> view. The caller
 * holds the lake's lock.
 */
public final class LakeRun {

    private static final DateTimeFormatter RELEASE_ID = DateTimeFormatter.ofPattern(
                    "'R'yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Lake lake;
    private final List<Path> schemaLayers;
    private final Clock clock;
    private final Progress progress;
    private final ReleaseStore store;
    private final SchemaFiles files;

    public LakeRun(Lake lake, List<Path> schemaLayers, Clock clock, Progress progress) {
        this.lake = lake;
        this.schemaLayers = schemaLayers;
        this.clock = clock;
        this.progress = progress;
        this.store = new ReleaseStore(lake);
        this.files = new SchemaFiles(schemaLayers);
    }

    /** Everything new in landing to one new current release; without anything new it starts no engine. */
    public RunOutcome run() {
        DeliveryLog log = new DeliveryLog(lake);
        LandingScan.Result scan = new LandingScan(lake, log, clock).scan();
        Optional<Manifest> served = store.currentId().map(id -> Manifest.read(store.folder(id)));
        RunPlan plan = RunPlan.of(
                log.standing(),
                newest().or(() -> served),
                newest().filter(this::isSameProgram).isPresent());
        progress.step(
                "landing", scan.arrived().size() + " new of " + log.standing().size() + " deliveries");
        RunOutcome outcome = plan.isNothing() ? nothingNew(plan, scan) : publish(plan, scan);
        return outcome;
    }

    private Optional<Manifest> newest() {
        List<String> ids = store.ids();
        return ids.isEmpty() ? Optional.empty() : Optional.of(Manifest.read(store.folder(ids.get(ids.size() - 1))));
    }

    private boolean isSameProgram(Manifest manifest) {
        return manifest.declarations().equals(files.hashes())
                && manifest.xephangVersion().equals(Versions.xephang());
    }

    private RunOutcome nothingNew(RunPlan plan, LandingScan.Result scan) {
        Manifest served = plan.earlier().orElseThrow();
        if (store.pinned().isEmpty() && !store.currentId().equals(Optional.of(served.releaseId()))) {
            store.makeCurrent(served.releaseId());
        }
        return new RunOutcome(
                Optional.empty(),
                store.pinned().isEmpty(),
                scan.arrived().size(),
                List.of(),
                Manifest.waitingCount(served.inputs()),
                scan.stillChanging());
    }

    private RunOutcome publish(RunPlan plan, LandingScan.Result scan) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String releaseId = RELEASE_ID.format(now);
        boolean isLarge = WorkSize.isLarge(plan.fresh());
        try (CatalogueProcess views = new CatalogueProcess(schemaLayers)) {
            CompletableFuture<SparkSession> session = CompletableFuture.supplyAsync(
                    () -> SparkEngine.open(isLarge ? SparkEngine.Size.LARGE : SparkEngine.Size.SMALL));
            Declarations declarations = Declarations.load(files);
            Path building = store.begin(releaseId);
            ReadDeliveries read = new ReadDeliveries(plan.standing());
            Written written = isLarge
                    ? new Written(plan, read, declarations, building).onExecutors(session.join())
                    : new Written(plan, read, declarations, building).onDriver(session);
            List<Manifest.Input> inputs = inputs(plan, read);
            List<WrittenFile> outputs = written.outputs();
            ReleaseTables tables = new ReleaseTables(building, declarations);
            outputs.addAll(tables.write(inputs));
            Manifest manifest = manifest(releaseId, plan, now, inputs, outputs);
            tables.write(releaseRow(manifest));
            progress.step("publish", outputs.size() + " Parquet files, " + written.sharedCount + " of them shared");
            views.build(building);
            progress.step("view", "views built and checked");
            store.seal(building, manifest);
            return finish(plan, scan, read, manifest);
        }
    }

    private RunOutcome finish(RunPlan plan, LandingScan.Result scan, ReadDeliveries read, Manifest manifest) {
        Quarantine quarantine = new Quarantine(lake);
        Map<String, Manifest.Input> byId = new TreeMap<>();
        manifest.inputs().forEach(input -> byId.put(input.deliveryId(), input));
        for (LandingFile delivery : plan.fresh()) {
            List<Finding> findings = read.findings(List.of(delivery));
            if (!findings.isEmpty()) {
                quarantine.keep(
                        delivery,
                        findings,
                        byId.get(delivery.deliveryId()).deliveryStatus().equals("quarantined"));
            }
        }
        boolean isServed = store.pinned().isEmpty();
        if (isServed) {
            store.makeCurrent(manifest.releaseId());
        }
        return new RunOutcome(
                Optional.of(manifest.releaseId()),
                isServed,
                scan.arrived().size(),
                read.findings(plan.fresh()),
                Manifest.waitingCount(manifest.inputs()),
                scan.stillChanging());
    }

    private static List<Manifest.Input> inputs(RunPlan plan, ReadDeliveries read) {
        Map<String, Manifest.Input> earlier = new TreeMap<>();
        plan.earlier()
                .ifPresent(manifest -> manifest.inputs().forEach(input -> earlier.put(input.deliveryId(), input)));
        return plan.standing().stream()
                .map(delivery -> read.hasRead(delivery) ? read.input(delivery) : earlier.get(delivery.deliveryId()))
                .toList();
    }

    private Manifest manifest(
            String releaseId, RunPlan plan, Instant now, List<Manifest.Input> inputs, List<WrittenFile> outputs) {
        outputs.sort(java.util.Comparator.comparing(WrittenFile::path));
        return new Manifest(
                releaseId,
                plan.earlier().map(Manifest::releaseId).orElse(""),
                now.toString(),
                Versions.xephang(),
                Versions.spark(),
                Versions.duckdb(),
                false,
                files.hashes(),
                inputs,
                List.copyOf(outputs));
    }

    private static ReleaseRow releaseRow(Manifest manifest) {
        return new ReleaseRow(
                manifest.releaseId(),
                Instant.parse(manifest.publishedAt()),
                manifest.inputs().size(),
                Manifest.waitingCount(manifest.inputs()),
                manifest.outputs().stream()
                        .filter(file -> file.path().startsWith("observation/"))
                        .mapToLong(WrittenFile::rowCount)
                        .sum(),
                (int) manifest.outputs().stream()
                        .filter(file -> file.path().startsWith("rank/"))
                        .count(),
                manifest.inputs().stream()
                        .mapToInt(input -> input.findings().size())
                        .sum(),
                manifest.sparkVersion(),
                manifest.duckdbVersion(),
                manifest.xephangVersion(),
                manifest.isSynthetic(),
                null);
    }

    /** Reads what must be read and writes the years that change; takes the other years over. */
    private final class Written {
        private final RunPlan plan;
        private final ReadDeliveries read;
        private final Declarations declarations;
        private final Path building;
        private final List<WrittenFile> outputs = new ArrayList<>();
        private int sharedCount;

        Written(RunPlan plan, ReadDeliveries read, Declarations declarations, Path building) {
            this.plan = plan;
            this.read = read;
            this.declarations = declarations;
            this.building = building;
        }

        List<WrittenFile> outputs() {
            return outputs;
        }

        /** Small input: parsed here while the engine starts. */
        Written onDriver(CompletableFuture<SparkSession> session) {
            FileSteps steps = new FileSteps(declarations);
            readOnDriver(steps, plan.fresh());
            Set<Integer> years = changedYears();
            List<LandingFile> again = new ArrayList<>(plan.alsoTouching(years));
            again.removeIf(read::hasRead);
            readOnDriver(steps, again);
            tellRead();
            if (!years.isEmpty()) {
                SparkSession engine = session.join();
                Dataset<Row> values = ConformStep.VALUES.dataset(engine, read.values(years));
                outputs.addAll(new YearTables(engine, declarations, plan.standing()).write(values, building, 1));
            }
            tellWritten(years);
            return shareOtherYears(years);
        }

        /** Large input: parsed by tasks. */
        Written onExecutors(SparkSession session) {
            YearTables tables = new YearTables(session, declarations, plan.standing());
            Dataset<Conformed> fresh = tables.conformOnExecutors(plan.fresh());
            YearTables.others(fresh).forEach(read::add);
            Set<Integer> years = changedYears();
            List<LandingFile> again = new ArrayList<>(plan.alsoTouching(years));
            again.removeIf(read::hasRead);
            Dataset<Conformed> all = fresh;
            if (!again.isEmpty()) {
                Dataset<Conformed> touched = tables.conformOnExecutors(again);
                YearTables.others(touched).forEach(read::add);
                all = fresh.union(touched);
            }
            tellRead();
            if (!years.isEmpty()) {
                outputs.addAll(tables.write(YearTables.values(all, years), building, Math.max(2, years.size())));
            }
            tellWritten(years);
            return shareOtherYears(years);
        }

        private void readOnDriver(FileSteps steps, List<LandingFile> deliveries) {
            for (LandingFile delivery : deliveries) {
                read.addAll(steps.conform(delivery, plan.standing().indexOf(delivery)));
            }
        }

        private Set<Integer> changedYears() {
            Set<Integer> years = new TreeSet<>(read.years(plan.fresh()));
            years.addAll(plan.changedYears());
            years.remove(RunPlan.NO_YEAR);
            return years;
        }

        private void tellRead() {
            progress.step("read", plan.fresh().size() + " files, " + read.cellCount() + " cells");
            progress.step("validate", read.findingCount() + " findings");
        }

        private void tellWritten(Set<Integer> years) {
            long observations = outputs.stream()
                    .filter(file -> file.path().startsWith("observation/"))
                    .mapToLong(WrittenFile::rowCount)
                    .sum();
            long ranks = outputs.stream()
                    .filter(file -> file.path().startsWith("rank/"))
                    .mapToLong(WrittenFile::rowCount)
                    .sum();
            progress.step("conform", observations + " observations of " + years.size() + " years");
            progress.step("score", ranks + " ranks");
        }

        private Written shareOtherYears(Set<Integer> years) {
            Set<String> changed = new HashSet<>();
            years.forEach(year -> changed.add("/reference_year=" + year + "/"));
            plan.earlier().ifPresent(manifest -> {
                for (WrittenFile file : manifest.outputs()) {
                    boolean isYearly = file.path().contains("/reference_year=");
                    if (isYearly && changed.stream().noneMatch(file.path()::contains)) {
                        store.share(manifest.releaseId(), building, file);
                        outputs.add(file);
                        sharedCount++;
                    }
                }
            });
            return this;
        }
    }
}
