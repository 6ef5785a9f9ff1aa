package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersTest {

    private static final String HEAD =
            "scorecard_code,from_year,to_year,cluster_code,cluster_name_vi,org_unit_id,is_synthetic,source\n";

    @TempDir
    private Path schemas;

    @Test
    void findsTheClusterOfEachUnitInAYear() {
        Clusters clusters = load("s,2019,2020,K1,One,a,true,here\ns,2021,2021,K2,Two,a,true,here\n");
        assertEquals(Map.of("a", "K1"), clusters.of("s", 2020));
        assertEquals(Map.of("a", "K2"), clusters.of("s", 2021));
        assertEquals(Map.of(), clusters.of("s", 2022));
        assertEquals(Map.of(), clusters.of("other", 2020));
    }

    @Test
    void flagsAUnitInTwoClustersAnUnknownUnitAndYearsThatEndBeforeTheyStart() {
        Problems problems = new Problems();
        write("s,2019,2020,K1,One,a,true,here\ns,2020,2020,K2,Two,a,true,here\ns,2021,2020,K2,Two,x,true,here\n");
        Clusters.load(new SchemaFiles(List.of(schemas)), Set.of("a"), problems);
        assertEquals(
                List.of(
                        "clusters/s.csv: Org unit 'a' is in two clusters of 's' in 2020",
                        "clusters/s.csv: Unknown org unit 'x'",
                        "clusters/s.csv: Years of 'x' end before they start: 2021 to 2020"),
                problems.found().stream().map(Problem::toString).toList());
    }

    @Test
    void shipsFiveEmulationRegionsForTheProvincesOfBothMaps() {
        Clusters shipped = Declarations.load(
                        new SchemaFiles(List.of(Path.of(System.getProperty("xephang.home", "."), "schemas"))))
                .clusters();
        assertEquals("{KV1=14, KV2=11, KV3=14, KV4=11, KV5=13}", sizes(shipped, 2024));
        assertEquals("{KV1=7, KV2=7, KV3=7, KV4=7, KV5=6}", sizes(shipped, 2026));
    }

    private static String sizes(Clusters clusters, int year) {
        return clusters.of("justice-province", year).values().stream()
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()))
                .toString();
    }

    private Clusters load(String rows) {
        write(rows);
        Problems problems = new Problems();
        Clusters clusters = Clusters.load(new SchemaFiles(List.of(schemas)), Set.of("a"), problems);
        assertEquals(List.of(), problems.found());
        return clusters;
    }

    private void write(String rows) {
        try {
            Files.createDirectories(schemas.resolve("clusters"));
            Files.writeString(schemas.resolve("clusters/s.csv"), HEAD + rows);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
