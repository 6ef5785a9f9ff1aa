package vn.xephang.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import vn.xephang.landing.DeliveryLog;
import vn.xephang.landing.LandingScan;
import vn.xephang.model.Finding;
import vn.xephang.model.Lake;
import vn.xephang.model.LandingFile;
import vn.xephang.model.LocalDay;
import vn.xephang.model.Release;
import vn.xephang.model.ReleaseRow;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ReleaseStore;
import vn.xephang.publish.WrittenFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Rubric;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.spark.SparkEngine;
import vn.xephang.view.CatalogueTimes;

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
    public RunOutcome run(RunRecord record) {
        DeliveryLog log = new DeliveryLog(lake);
        LandingScan.Result scan = new LandingScan(lake, log, clock).scan();
        Optional<Manifest> served = store.currentId().map(id -> Manifest.read(store.folder(id)));
        RunPlan plan = RunPlan.of(
                log.standing(),
                newest().or(() -> served),
                newest().filter(this::isSameProgram).isPresent());
        progress.step(
                "landing", scan.arrived().size() + " new of " + log.standing().size() + " deliveries");
        scan.strays()
                .forEach(stray -> progress.note("Ignored, not in the folder of a source: landing/" + stray
                        + ". Move it to landing/<source>/."));
        RunOutcome outcome = plan.isNothing() ? nothingNew(plan, scan) : publish(plan, scan, record);
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
        if (plan.earlier().isEmpty()) {
            return new RunOutcome(Optional.empty(), false, List.of(), List.of(), 0, scan.stillChanging(), true);
        }
        Manifest served = plan.earlier().get();
        if (store.pinned().isEmpty() && !store.currentId().equals(Optional.of(served.releaseId()))) {
            store.makeCurrent(served.releaseId());
        }
        return new RunOutcome(
                Optional.empty(),
                store.pinned().isEmpty(),
                scan.arrived(),
                List.of(),
                Manifest.waitingCount(served.inputs()),
                scan.stillChanging(),
                false);
    }

    private RunOutcome publish(RunPlan plan, LandingScan.Result scan, RunRecord record) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String releaseId = RELEASE_ID.format(now);
        boolean isLarge = WorkSize.isLarge(plan.fresh());
        try (CatalogueProcess views = new CatalogueProcess(schemaLayers)) {
            CompletableFuture<SparkSession> session = CompletableFuture.supplyAsync(
                    () -> SparkEngine.open(isLarge ? SparkEngine.Size.LARGE : SparkEngine.Size.SMALL));
            Declarations declarations = Declarations.load(files);
            Path building = store.begin(releaseId);
            ReadDeliveries read = new ReadDeliveries(plan.standing());
            ChangedYears years = new ChangedYears(plan, read, declarations, store, building, progress);
            years = isLarge ? years.onExecutors(session.join()) : years.onDriver(session);
            List<Manifest.Input> inputs = inputs(plan, read);
            List<WrittenFile> outputs = years.outputs();
            ReleaseTables tables = new ReleaseTables(building, declarations);
            List<Finding> ofHistory = new ValueHistory(declarations).findings(building, inputs);
            outputs.addAll(tables.write(inputs, ofHistory));
            Manifest manifest = manifest(releaseId, plan, now, inputs, outputs, declarations);
            List<Finding> ofFresh = ofFresh(plan, read, ofHistory);
            LakeHistory history = new LakeHistory(lake, store);
            List<WrittenFile> last = new ArrayList<>(tables.writeMoment(
                    releaseRow(manifest),
                    history.releases(manifest),
                    history.runs(record, outcome(scan, ofFresh, manifest))));
            progress.step("publish", outputs.size() + " Parquet files, " + years.sharedCount() + " of them shared");
            CatalogueTimes times = views.build(building);
            progress.step("view", "views built and checked");
            progress.parts("view", times.millis());
            keepWrong(plan, ofFresh);
            last.add(WrittenFile.of(building, Release.CATALOGUE, 0));
            store.seal(building, manifest.withOutputs(last));
            return finish(scan, ofFresh, manifest);
        }
    }

    /** What is wrong with the deliveries that this run met, also what only the years before show. */
    private static List<Finding> ofFresh(RunPlan plan, ReadDeliveries read, List<Finding> ofHistory) {
        Set<String> fresh = plan.fresh().stream().map(LandingFile::deliveryId).collect(Collectors.toSet());
        return Stream.concat(
                        read.findings(plan.fresh()).stream(),
                        ofHistory.stream().filter(finding -> fresh.contains(finding.deliveryId())))
                .toList();
    }

    private void keepWrong(RunPlan plan, List<Finding> findings) {
        Quarantine quarantine = new Quarantine(lake);
        for (LandingFile delivery : plan.fresh()) {
            List<Finding> ofDelivery = findings.stream()
                    .filter(finding -> finding.deliveryId().equals(delivery.deliveryId()))
                    .toList();
            if (!ofDelivery.isEmpty()) {
                quarantine.keep(delivery, ofDelivery);
            }
        }
    }

    private RunOutcome finish(LandingScan.Result scan, List<Finding> findings, Manifest manifest) {
        RunOutcome outcome = outcome(scan, findings, manifest);
        if (outcome.isServed()) {
            store.makeCurrent(manifest.releaseId());
        }
        return outcome;
    }

    private RunOutcome outcome(LandingScan.Result scan, List<Finding> findings, Manifest manifest) {
        return new RunOutcome(
                Optional.of(manifest.releaseId()),
                store.pinned().isEmpty(),
                scan.arrived(),
                findings,
                Manifest.waitingCount(manifest.inputs()),
                scan.stillChanging(),
                false);
    }

    static List<Manifest.Input> inputs(RunPlan plan, ReadDeliveries read) {
        Map<String, Manifest.Input> earlier = new TreeMap<>();
        plan.earlier()
                .ifPresent(manifest -> manifest.inputs().forEach(input -> earlier.put(input.deliveryId(), input)));
        return plan.standing().stream()
                .map(delivery -> read.hasRead(delivery) ? read.input(delivery) : earlier.get(delivery.deliveryId()))
                .toList();
    }

    private Manifest manifest(
            String releaseId,
            RunPlan plan,
            Instant now,
            List<Manifest.Input> inputs,
            List<WrittenFile> outputs,
            Declarations declarations) {
        outputs.sort(java.util.Comparator.comparing(WrittenFile::path));
        return new Manifest(
                releaseId,
                plan.earlier().map(Manifest::releaseId).orElse(""),
                now.toString(),
                Versions.xephang(),
                Versions.spark(),
                Versions.duckdb(),
                isSynthetic(declarations, outputs),
                files.hashes(),
                inputs,
                List.copyOf(outputs));
    }

    /** Whether made-up rules or figures have part in a rank of the release. */
    private static boolean isSynthetic(Declarations declarations, List<WrittenFile> outputs) {
        return declarations.scorecards().all().stream()
                .flatMap(scorecard -> scorecard.years().stream()
                        .filter(year -> scorecard.isSynthetic()
                                || declarations
                                        .rubrics()
                                        .own(scorecard.scorecardCode(), year)
                                        .map(Rubric::isSynthetic)
                                        .orElse(false)))
                .map(year -> Release.yearlyFile("rank", year))
                .anyMatch(path -> outputs.stream().anyMatch(file -> file.path().equals(path)));
    }

    private static ReleaseRow releaseRow(Manifest manifest) {
        return new ReleaseRow(
                manifest.releaseId(),
                Instant.parse(manifest.publishedAt()),
                LocalDay.of(Instant.parse(manifest.publishedAt())),
                manifest.inputs().size(),
                Manifest.waitingCount(manifest.inputs()),
                manifest.outputs().stream()
                        .filter(file -> file.path().startsWith("observation/"))
                        .mapToLong(WrittenFile::rowCount)
                        .sum(),
                (int) manifest.outputs().stream()
                        .filter(file -> file.path().startsWith("rank/"))
                        .count(),
                manifest.sparkVersion(),
                manifest.duckdbVersion(),
                manifest.xephangVersion(),
                manifest.isSynthetic(),
                null);
    }
}
