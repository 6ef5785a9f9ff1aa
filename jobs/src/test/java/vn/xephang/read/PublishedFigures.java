package vn.xephang.read;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The figures of the PCI workbooks as another collection typed them out, to compare with. */
public record PublishedFigures(List<Figure> figures) {

    private static final Set<Integer> YEARS_WITH_UNWEIGHTED = Set.of(2007, 2008, 2010);

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "brvt", "bariavungtau",
            "brvungtau", "bariavungtau",
            "hcmc", "hochiminh",
            "tphcm", "hochiminh",
            "tphochiminh", "hochiminh",
            "tthue", "thuathienhue",
            "quangngai", "quangngai",
            "backan", "baccan",
            "daclac", "daklak",
            "daclak", "daklak");

    /** @param unit key of the province; empty where the collection lost its name */
    public record Figure(int year, String target, String unit, String value) {}

    /** The 8,015 values that stand in the summary sheets, of 8,562; the others were computed by the collection. */
    public static PublishedFigures subIndicesAndScores() {
        List<Figure> figures = new ArrayList<>();
        for (NamedCsvRecord row : rows("pci/pci_long_2005_2016.csv")) {
            int year = Integer.parseInt(row.getField("year"));
            for (String column : row.getHeader()) {
                String value = row.getField(column);
                boolean isComputed = column.equals("pci_unweighted") && !YEARS_WITH_UNWEIGHTED.contains(year);
                if (column.startsWith("pci_") && !value.equals("NA") && !isComputed) {
                    figures.add(new Figure(year, target(column), unit(row.getField("prov")), value));
                }
            }
        }
        return new PublishedFigures(figures);
    }

    /** Score, rank and rating of 738 rows, each where the workbook has one. */
    public static PublishedFigures results() {
        List<Figure> figures = new ArrayList<>();
        for (NamedCsvRecord row : rows("pci/published_rank_2005_2016.csv")) {
            int year = Integer.parseInt(row.getField("year"));
            String unit = unit(row.getField("province_canonical"));
            add(figures, year, "published:pci/points", unit, row.getField("score_weighted_published"));
            add(figures, year, "published:pci/rank", unit, row.getField("published_rank"));
            add(figures, year, "published:pci/rating", unit, row.getField("rating_band_published"));
        }
        return new PublishedFigures(figures);
    }

    public PublishedFigures of(int year) {
        return new PublishedFigures(
                figures.stream().filter(figure -> figure.year() == year).toList());
    }

    /** Letters of a province name without accents, so that all spellings of a book meet. */
    public static String unit(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("đ", "d")
                .replaceAll("[^a-z]", "");
        return plain.equals("na") ? "" : OTHER_NAMES.getOrDefault(plain, plain);
    }

    private static void add(List<Figure> figures, int year, String target, String unit, String value) {
        if (!value.isEmpty()) {
            figures.add(new Figure(year, target, unit, Normalizer.normalize(value, Normalizer.Form.NFC)));
        }
    }

    private static String target(String column) {
        return column.equals("pci_weighted") ? "published:pci/points" : "metric:" + column;
    }

    private static List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(RealBooks.file(name))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
