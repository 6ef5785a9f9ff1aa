package vn.xephang.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.read.LandingReader;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.MetricForm;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

/** The shipped deliveries of the justice sector are what the generator makes, and what the contracts read. */
class SyntheticJusticeTest {

    private static final Path HOME =
            Path.of(System.getProperty("xephang.home", ".")).toAbsolutePath().normalize();
    private static final Declarations DECLARED = Declarations.load(new SchemaFiles(List.of(HOME.resolve("schemas"))));
    private static final SortedMap<String, byte[]> MADE = SyntheticJustice.files(HOME.resolve("schemas"));

    @Test
    void makesTheCommittedFilesAgainByteByByte() throws IOException {
        assertEquals(MADE.keySet(), committed().keySet());
        for (Map.Entry<String, byte[]> file : committed().entrySet()) {
            assertArrayEquals(MADE.get(file.getKey()), file.getValue(), file.getKey());
        }
    }

    @Test
    void makesTheSameFilesInAnotherLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
            SortedMap<String, byte[]> again = SyntheticJustice.files(HOME.resolve("schemas"));
            assertEquals(MADE.keySet(), again.keySet());
            again.forEach((name, bytes) -> assertArrayEquals(MADE.get(name), bytes, name));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void saysSyntheticInTheNameAndAtTheTopOfEveryFile() {
        MADE.forEach((name, bytes) -> {
            assertTrue(name.contains("SYNTHETIC"), name);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int top = name.endsWith(".csv") ? text.indexOf('\n') : text.indexOf("</row>");
            assertTrue(text.substring(0, top).contains("SYNTHETIC"), name);
        });
    }

    @Test
    void staysSmall() {
        MADE.forEach((name, bytes) -> assertTrue(bytes.length < 2_000_000, name));
        assertTrue(MADE.values().stream().mapToLong(bytes -> bytes.length).sum() < 8_000_000);
    }

    @Test
    void readsEveryFileWithoutFinding() {
        LandingReader reader =
                new LandingReader(DECLARED.contracts(), DECLARED.codeLists().metrics());
        MADE.keySet().forEach(name -> reader.read(landed(name))
                .forEachRemaining(item -> assertTrue(item instanceof RawCell, name + ": " + item)));
    }

    @Test
    void asksForEveryCoreMetricOfTheLevelInEveryWideForm() {
        List<LandingContract> wide = DECLARED.contracts().stream()
                .filter(contract -> contract.contractId().matches("justice-(province|district)-wide-.*"))
                .toList();
        assertEquals(8, wide.size());
        for (LandingContract contract : wide) {
            Set<String> asked = contract.tables().get(0).columns().stream()
                    .map(column -> column.target())
                    .collect(Collectors.toSet());
            assertEquals(core(contract.orgUnitLevelCodes().get(0)), new TreeSet<>(asked), contract.contractId());
        }
    }

    @Test
    void sumsTheDistrictsToTheirProvince() {
        Map<String, BigDecimal> sums = new HashMap<>();
        values("huyen-long-an-2024-nam-chinh-thuc")
                .forEach((cell, value) -> sums.merge(metric(cell), value, BigDecimal::add));
        Map<String, BigDecimal> province = values("tinh-2024-nam-chinh-thuc");
        for (String metric : List.of("justice_ht01", "justice_ht06", "justice_hg11", "justice_ch03", "justice_tc01")) {
            assertEquals(province.get("Long An " + metric), sums.get(metric), metric);
        }
    }

    @Test
    void keepsAHalfYearBelowItsYearInEveryCount() {
        Map<String, BigDecimal> year = values("tinh-2024-nam-chinh-thuc");
        Map<String, BigDecimal> half = values("tinh-2024-6-thang");
        Set<String> summed = DECLARED.codeLists().metrics().stream()
                .filter(metric -> metric.aggregation().equals("sum"))
                .map(metric -> metric.metricCode())
                .collect(Collectors.toSet());
        assertEquals(year.keySet(), half.keySet());
        half.forEach((cell, value) -> assertTrue(
                !summed.contains(metric(cell)) || value.compareTo(year.get(cell)) <= 0,
                cell + ": " + value + " against " + year.get(cell)));
    }

    @Test
    void revisesPreliminaryFiguresInTheOfficialForm() {
        Map<String, BigDecimal> official = values("tinh-2024-nam-chinh-thuc");
        Map<String, BigDecimal> preliminary = values("tinh-2024-nam-so-bo");
        long changed = preliminary.entrySet().stream()
                .filter(cell -> cell.getKey().endsWith("justice_ht01"))
                .filter(cell -> !cell.getValue().equals(official.get(cell.getKey())))
                .count();
        assertTrue(changed > 50, "only " + changed + " of 63 changed");
    }

    @Test
    void hasTheMagnitudesOfTheCountry() {
        Map<String, BigDecimal> year = values("tinh-2024-nam-chinh-thuc");
        assertBetween(1_250_000, total(year, "justice_ht01"), 1_550_000);
        assertBetween(590_000, total(year, "justice_ht13"), 720_000);
        assertBetween(90_000_000, total(year, "justice_ds01"), 112_000_000);
    }

    private static void assertBetween(long low, long value, long high) {
        assertTrue(low <= value && value <= high, low + " <= " + value + " <= " + high);
    }

    private static long total(Map<String, BigDecimal> values, String metric) {
        return values.entrySet().stream()
                .filter(cell -> cell.getKey().endsWith(" " + metric))
                .mapToLong(cell -> cell.getValue().longValueExact())
                .sum();
    }

    private static String metric(String cell) {
        return cell.substring(cell.lastIndexOf(' ') + 1);
    }

    /** Unit and metric -> value, of the long file whose name starts so. */
    private static Map<String, BigDecimal> values(String name) {
        byte[] bytes = MADE.get("landing/justice/" + name + "-SYNTHETIC.csv");
        Map<String, BigDecimal> values = new TreeMap<>();
        new String(bytes, StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            String[] fields = line.split(",");
            values.put(fields[1] + " " + fields[2], new BigDecimal(fields[3]));
        });
        return values;
    }

    /** Scores and ranks are results of a scorecard, not figures of a form. */
    private static Set<String> core(String level) {
        return MetricForm.load(new SchemaFiles(List.of(HOME.resolve("schemas"))), metricCodes(), new Problems())
                .stream()
                .filter(form -> form.isCore() && form.levels().contains(level))
                .filter(form -> !Set.of("TD01", "TD02").contains(form.formCode()))
                .map(form -> "metric:" + form.metricCode())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> metricCodes() {
        return DECLARED.codeLists().metrics().stream()
                .map(metric -> metric.metricCode())
                .collect(Collectors.toSet());
    }

    private static LandingFile landed(String name) {
        Path path = HOME.resolve("examples").resolve(name);
        return new LandingFile("test", "justice", name, "", 0, java.time.Instant.EPOCH, path.toString());
    }

    private static SortedMap<String, byte[]> committed() throws IOException {
        Path examples = HOME.resolve("examples");
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(examples.resolve("landing/justice"))) {
            for (Path path : walk.filter(Files::isRegularFile)
                    .filter(path -> !path.getParent().endsWith("published"))
                    .toList()) {
                files.put(examples.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
