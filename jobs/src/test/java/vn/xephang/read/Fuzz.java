package vn.xephang.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.xephang.read.FuzzCorpus.CsvForm;
import vn.xephang.read.FuzzCorpus.Original;

/**
 * Reads changed copies of every real file. A changed cell must show its new value or a finding, and nothing else may
 * differ; damaged bytes must end refused, unchanged, or as a second library reads them (POI's object model for .xlsx,
 * POI itself for .xls, univocity for CSV). {@code main COUNT SEED FOLDER} prints the counts by outcome.
 */
final class Fuzz {

    private static final int SECONDS_PER_FILE = 30;
    private static final int MOST_PROBLEMS = 50;

    private final Path folder;
    private final Random random;
    private final List<Original> originals = FuzzCorpus.originals();
    private final Map<Path, Known> known = new TreeMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** What the untouched file holds. */
    private record Known(byte[] bytes, CsvForm form, Map<String, String> content, Reading reading) {

        /** Where a contract reads names and values. */
        Set<String> places() {
            Set<String> places = new HashSet<>();
            reading.cells().forEach(cell -> places.addAll(List.of(cell.cellRef(), cell.orgUnitCellRef())));
            return places;
        }
    }

    Fuzz(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        Fuzz fuzz = new Fuzz(Path.of(args[2]), Long.parseLong(args[1]));
        fuzz.run(Integer.parseInt(args[0]));
        System.out.println(fuzz.outcomes());
        fuzz.problems().forEach(System.out::println);
        System.exit(fuzz.problems().isEmpty() ? 0 : 1);
    }

    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** What went against the rules, each with file and number of the mutant. */
    List<String> problems() {
        return problems;
    }

    /** Mutants go round the files; every other one is a changed cell. */
    void run(int count) throws IOException, InterruptedException {
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "mutant");
            thread.setDaemon(true);
            return thread;
        });
        for (int number = 0; number < count; number++) {
            Original original = originals.get(number / 2 % originals.size());
            Known before = known(original);
            boolean isCell = number % 2 == 0;
            CellMutations.Changed changed = isCell
                    ? changedCell(original, before)
                    : new CellMutations.Changed(ByteMutations.mutated(before.bytes(), random), "", "");
            Path file = Files.write(folder.resolve(original.path().getFileName()), changed.bytes());
            Future<String> outcome = reader.submit(
                    () -> isCell ? ofCell(original, before, changed, file) : ofBytes(original, before, file));
            note(number + " " + original.path().getFileName() + " " + changed.place(), outcome);
            Files.delete(file);
        }
        reader.shutdownNow();
    }

    private void note(String mutant, Future<String> outcome) throws InterruptedException {
        String result;
        try {
            result = outcome.get(SECONDS_PER_FILE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            result = "BUG crash " + e.getCause();
        } catch (TimeoutException e) {
            result = "BUG hang";
        }
        boolean isBug = result.startsWith("BUG");
        outcomes.merge(isBug ? "BUG" : result, 1, Integer::sum);
        if (isBug && problems.size() < MOST_PROBLEMS) {
            problems.add(mutant + ": " + result);
        }
    }

    private Known known(Original original) throws IOException {
        Known found = known.get(original.path());
        if (found == null) {
            CsvForm form = original.form();
            found = new Known(
                    Files.readAllBytes(original.path()),
                    form,
                    FuzzCorpus.content(original.path(), form).orElse(Map.of()),
                    Reading.of(original.source(), original.path()));
            known.put(original.path(), found);
        }
        return found;
    }

    private CellMutations.Changed changedCell(Original original, Known before) throws IOException {
        if (original.isCsv()) {
            return CellMutations.ofCsv(before.bytes(), before.form().separator(), random);
        }
        if (!original.isXlsx()) {
            return CellMutations.ofXls(before.bytes(), before.places(), random);
        }
        return CellMutations.ofXlsx(
                before.bytes(), XlsxBook.firstVisible(original.path()).orElseThrow(), before.places(), random);
    }

    private static String ofCell(Original original, Known before, CellMutations.Changed changed, Path file)
            throws IOException {
        Optional<Map<String, String>> content = FuzzCorpus.content(file, before.form());
        if (changed.place().isEmpty() || before.content().isEmpty()) {
            return content.orElse(Map.of()).equals(before.content()) ? "cell: no cell to change" : "BUG without change";
        }
        if (content.isEmpty()) {
            return "BUG refused for one cell";
        }
        Map<String, String> expected = new TreeMap<>(before.content());
        expected.remove(changed.place());
        Map<String, String> found = new TreeMap<>(content.get());
        String there = Optional.ofNullable(found.remove(changed.place())).orElse("");
        if (!there.equalsIgnoreCase(changed.expected())) {
            return "BUG reads '" + there + "' for '" + changed.expected() + "'";
        }
        return found.equals(expected)
                ? FuzzReading.outcome(before.reading(), Reading.of(original.source(), file), changed.place())
                : "BUG other cells differ: " + FuzzReading.difference(expected, found);
    }

    private static String ofBytes(Original original, Known before, Path file) throws IOException {
        Reading reading = Reading.of(original.source(), file);
        Optional<Map<String, String>> content = FuzzCorpus.content(file, before.form());
        if (content.isEmpty()) {
            return reading.cells().isEmpty()
                    ? "bytes: refused"
                    : reading.codes().contains("ROW_BROKEN")
                            ? "bytes: broken rows are told"
                            : "BUG cells of a refused file";
        }
        if (content.get().equals(before.content())) {
            return "bytes: unchanged";
        }
        Optional<Map<String, String>> second = SecondReader.content(original, file, before.form());
        if (second.isEmpty()) {
            return "BUG the second library refuses what we read";
        }
        return second.get().equals(content.get())
                ? "bytes: as the second library reads"
                : "BUG the second library reads otherwise: " + FuzzReading.difference(content.get(), second.get());
    }
}
