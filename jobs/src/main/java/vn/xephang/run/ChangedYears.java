package vn.xephang.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.xephang.conform.ConformStep;
import vn.xephang.conform.Conformed;
import vn.xephang.model.LandingFile;
import vn.xephang.publish.ReleaseStore;
import vn.xephang.publish.WrittenFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.LookBack;

/** Reads what must be read and writes the years that change; takes the other years over. */
final class ChangedYears {
    private final RunPlan plan;
    private final ReadDeliveries read;
    private final Declarations declarations;
    private final ReleaseStore store;
    private final Path building;
    private final Progress progress;
    private final LookBack lookBack;
    private final Set<String> lookBackContracts = new HashSet<>();
    private final List<WrittenFile> outputs = new ArrayList<>();
    private int sharedCount;

    ChangedYears(
            RunPlan plan,
            ReadDeliveries read,
            Declarations declarations,
            ReleaseStore store,
            Path building,
            Progress progress) {
        this.plan = plan;
        this.read = read;
        this.declarations = declarations;
        this.store = store;
        this.building = building;
        this.progress = progress;
        this.lookBack = declarations.lookBack();
        declarations.contracts().stream()
                .filter(lookBack::reads)
                .forEach(contract -> lookBackContracts.add(contract.contractId()));
    }

    /** The yearly files of the release, written and taken over. */
    List<WrittenFile> outputs() {
        return outputs;
    }

    int sharedCount() {
        return sharedCount;
    }

    /** Small input: parsed here while the engine starts. */
    ChangedYears onDriver(CompletableFuture<SparkSession> session) {
        FileSteps steps = new FileSteps(declarations);
        readOnDriver(steps, plan.fresh());
        Set<Integer> years = changedYears();
        List<LandingFile> again = new ArrayList<>(plan.alsoTouching(years, this::isLookedBackOn));
        again.removeIf(read::hasRead);
        readOnDriver(steps, again);
        tellRead();
        if (!years.isEmpty()) {
            SparkSession engine = session.join();
            Dataset<Row> values = ConformStep.VALUES.dataset(engine, read.values(years, lookBack));
            outputs.addAll(new YearTables(engine, declarations, plan.standing()).write(values, building, 1));
        }
        tellWritten(years);
        return shareOtherYears(years);
    }

    /** Large input: parsed by tasks. */
    ChangedYears onExecutors(SparkSession session) {
        YearTables tables = new YearTables(session, declarations, plan.standing());
        Dataset<Conformed> fresh = tables.conformOnExecutors(plan.fresh());
        YearTables.others(fresh).forEach(read::add);
        Set<Integer> years = changedYears();
        List<LandingFile> again = new ArrayList<>(plan.alsoTouching(years, this::isLookedBackOn));
        again.removeIf(read::hasRead);
        Dataset<Conformed> all = fresh;
        if (!again.isEmpty()) {
            Dataset<Conformed> touched = tables.conformOnExecutors(again);
            YearTables.others(touched).forEach(read::add);
            all = fresh.union(touched);
        }
        tellRead();
        if (!years.isEmpty()) {
            outputs.addAll(tables.write(YearTables.values(all, years, lookBack), building, Math.max(2, years.size())));
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
        years.addAll(yearsThatLookBack());
        return years;
    }

    /** Known years after one of which a delivery came or was taken back that they look back on. */
    private Set<Integer> yearsThatLookBack() {
        Set<Integer> before = new TreeSet<>(plan.changedYears());
        before.remove(RunPlan.NO_YEAR);
        plan.fresh().stream()
                .filter(delivery -> isLookedBackOn(read.contractId(delivery)))
                .forEach(delivery -> before.addAll(read.years(List.of(delivery))));
        Set<Integer> known = plan.earlierYears();
        known.addAll(read.years(plan.fresh()));
        Set<Integer> after = new TreeSet<>();
        if (!lookBackContracts.isEmpty()) {
            before.forEach(year -> after.add(year + 1));
        }
        after.retainAll(known);
        return after;
    }

    private boolean isLookedBackOn(String contractId) {
        return lookBackContracts.contains(contractId);
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

    private ChangedYears shareOtherYears(Set<Integer> years) {
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
