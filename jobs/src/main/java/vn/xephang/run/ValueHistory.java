package vn.xephang.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.xephang.model.Finding;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ParquetCursor;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.TableSchema;
import vn.xephang.validate.FigureRow;
import vn.xephang.validate.ValueChecks;

/**
 * The newest figures of all years of a release, held against each other metric by metric: the years' files are sorted
 * by metric, so of all years only one metric is in memory. A function of the release's figures alone, so that neither
 * the order nor the batching of deliveries matters.
 */
final class ValueHistory {

    private static final String TABLE = "observation";
    private static final String YEAR = "reference_year=";

    private final ValueChecks checks;
    private final TableSchema table;

    ValueHistory(Declarations declarations) {
        this.checks = FileSteps.valueChecks(declarations);
        this.table = declarations.tables().get(TABLE);
    }

    /** What only figures of several deliveries show, of cells of which nothing was told where they were read. */
    List<Finding> findings(Path releaseFolder, List<Manifest.Input> inputs) {
        Set<String> told = new HashSet<>();
        inputs.forEach(input -> ReleaseTables.findings(input).stream()
                .filter(finding -> !finding.cell().isEmpty())
                .forEach(finding -> told.add(place(finding))));
        List<Finding> findings = new ArrayList<>(ofYears(releaseFolder.resolve(TABLE)));
        findings.removeIf(finding -> told.contains(place(finding)));
        return findings;
    }

    private static String place(Finding finding) {
        return finding.deliveryId() + ' ' + finding.where();
    }

    private List<Finding> ofYears(Path folder) {
        List<ParquetCursor<FigureRow>> years = open(folder);
        try {
            List<Finding> findings = new ArrayList<>();
            for (Optional<String> metric = first(years); metric.isPresent(); metric = first(years)) {
                List<FigureRow> figures = take(metric.get(), years);
                if (checks.reads(metric.get())) {
                    findings.addAll(checks.betweenDeliveries(figures));
                }
            }
            return findings;
        } finally {
            years.forEach(ParquetCursor::close);
        }
    }

    private List<ParquetCursor<FigureRow>> open(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> years = Files.list(folder)) {
            return years.sorted()
                    .map(year -> new ParquetCursor<>(
                            year.resolve(TABLE + ".parquet"),
                            Integer.parseInt(year.getFileName().toString().substring(YEAR.length())),
                            table,
                            FigureRow.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private static Optional<String> first(List<ParquetCursor<FigureRow>> years) {
        return years.stream()
                .flatMap(year -> year.head().stream())
                .map(FigureRow::metricCode)
                .min(String::compareTo);
    }

    private static List<FigureRow> take(String metricCode, List<ParquetCursor<FigureRow>> years) {
        List<FigureRow> rows = new ArrayList<>();
        for (ParquetCursor<FigureRow> year : years) {
            while (year.head()
                    .filter(row -> row.metricCode().equals(metricCode))
                    .isPresent()) {
                rows.add(year.next());
            }
        }
        return rows;
    }
}
