package vn.xephang.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.xephang.landing.LakeLock;
import vn.xephang.model.Finding;
import vn.xephang.model.Severity;
import vn.xephang.run.LakeRun;
import vn.xephang.run.Progress;
import vn.xephang.run.RunOutcome;
import vn.xephang.run.RunRecord;

/** What a scheduler calls. */
@Command(
        name = "run",
        description = "Everything new in landing/ to one new current release.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  xephang run                       the lake in ./lake",
            "  xephang run --lake /data/lake     from a scheduler; exit 4 when a new file was refused or blocked"
        })
final class RunCommand implements Callable<Integer> {

    private static final int TOLD = 20;

    @Mixin
    private LakeOptions options;

    @Override
    public Integer call() {
        return run(options);
    }

    static int run(LakeOptions options) {
        return LongRun.instead(options).orElseGet(() -> runHere(options));
    }

    private static int runHere(LakeOptions options) {
        Optional<LakeLock> lock = LakeLock.tryLock(options.lake());
        if (lock.isEmpty()) {
            System.err.println(
                    "Another run holds the lake " + options.lake().root() + "; try again when it has ended.");
            return Exit.LOCKED;
        }
        try (LakeLock held = lock.get()) {
            RunRecord record = new RunRecord(options.lake(), Clock.systemUTC());
            Progress progress = new Progress(System.err);
            try {
                RunOutcome outcome =
                        new LakeRun(options.lake(), options.schemaLayers(), Clock.systemUTC(), progress).run(record);
                int code = tell(outcome, options);
                record.done(outcome, progress, code);
                return code;
            } catch (RuntimeException e) {
                record.failed(e, progress);
                throw e;
            }
        }
    }

    private static int tell(RunOutcome outcome, LakeOptions options) {
        tellFindings(outcome.newFindings(), options);
        outcome.stillChanging()
                .forEach(file -> System.err.println("Left for the next run, still being written: " + file));
        if (outcome.releaseId().isEmpty()) {
            System.out.println(
                    outcome.isNothingDelivered()
                            ? "Nothing has been delivered yet: put files under "
                                    + options.lake().landing() + "/<source>/ and call again."
                            : "Nothing new." + waiting(outcome));
        } else {
            System.out.println("Release " + outcome.releaseId().get()
                    + (outcome.isServed()
                            ? " is served."
                            : " is built but not served: a rollback pinned the release before. Call 'release unpin'.")
                    + waiting(outcome));
        }
        return outcome.hasNewErrors() ? Exit.FINDINGS : Exit.DONE;
    }

    private static String waiting(RunOutcome outcome) {
        int count = outcome.quarantinedCount();
        return count == 0 ? "" : " " + count + (count == 1 ? " file is" : " files are") + " in quarantine.";
    }

    /** What someone must look at, line by line; what is merely good to know is counted. */
    private static void tellFindings(List<Finding> findings, LakeOptions options) {
        List<Finding> wrong = findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        wrong.stream().limit(TOLD).forEach(finding -> System.err.println(FindingLine.of(finding, options)));
        if (wrong.size() > TOLD) {
            System.err.println("... and " + (wrong.size() - TOLD) + " more; see 'xephang findings'.");
        }
        int notes = findings.size() - wrong.size();
        if (notes > 0) {
            System.err.println(
                    counted(notes, "note") + " on new files, nothing to mend there; see 'xephang findings'.");
        }
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        if (errors > 0) {
            System.err.println(
                    counted(errors, "error") + " in new files; they lie in quarantine/ with how to fix them.");
        }
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
