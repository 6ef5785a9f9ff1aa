package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.OrgUnitVersion;

class MetricTargetsTest {

    private static final String HEAD =
            "plan_code,metric_code,org_unit_id,org_unit_level_code,from_year,to_year,target_value,decision,source,"
                    + "is_synthetic\n";

    @TempDir
    Path schemas;

    @Test
    void givesTheTargetOfTheUnitBeforeThatOfItsLevel() throws IOException {
        MetricTargets targets =
                accepted("p,m1,,district,2024,2024,90,,made up,true\np,m1,a,,2024,2024,95.5,,made up,true\n");
        assertEquals(Optional.of(new BigDecimal("95.5")), targets.due("m1", "a", "district", 2024));
        assertEquals(Optional.of(new BigDecimal("90")), targets.due("m1", "b", "district", 2024));
    }

    @Test
    void givesTheTargetOfTheYearBeforeThatOfATermThatEndsThen() throws IOException {
        MetricTargets targets =
                accepted("p,m1,,district,2020,2025,80,,made up,true\ny,m1,,district,2025,2025,85,,made up,true\n");
        assertEquals(Optional.of(new BigDecimal("85")), targets.due("m1", "a", "district", 2025));
    }

    @Test
    void givesNothingForAYearInsideATermForAnotherLevelOrAnotherMetric() throws IOException {
        MetricTargets targets = accepted("p,m1,,district,2020,2025,80,,made up,true\n");
        assertEquals(Optional.empty(), targets.due("m1", "a", "district", 2024));
        assertEquals(Optional.empty(), targets.due("m1", "a", "province", 2025));
        assertEquals(Optional.empty(), targets.due("m2", "a", "district", 2025));
    }

    @Test
    void flagsEverythingThatIsWrongAtOnceWithItsLine() throws IOException {
        assertEquals(
                List.of(
                        "targets/plan.csv:2: A target needs a plan_code and a source",
                        "targets/plan.csv:2: Unknown metric 'm9'; add it to codelists/metrics.csv",
                        "targets/plan.csv:3: Give either org_unit_id or org_unit_level_code",
                        "targets/plan.csv:4: Give either org_unit_id or org_unit_level_code",
                        "targets/plan.csv:5: Unknown org unit 'z'; add it to codelists/org_units.csv",
                        "targets/plan.csv:6: Invalid org_unit_level_code 'city'; one of [commune, country, district,"
                                + " province, region]",
                        "targets/plan.csv:7: Invalid term 2025 to 2024",
                        "targets/plan.csv:8: Invalid is_synthetic 'yes'; true or false",
                        "targets/plan.csv:9: The target for 'm1' stands already in targets/plan.csv:8",
                        "targets/plan.csv:10: Invalid row: For input string: \"soon\""),
                problems("""
                        ,m9,,district,2024,2024,1,,made up,true
                        p,m1,,,2024,2024,1,,made up,true
                        p,m1,a,district,2023,2024,1,,made up,true
                        p,m1,z,,2024,2024,1,,made up,true
                        p,m1,,city,2024,2024,1,,made up,true
                        p,m1,a,,2025,2024,1,,made up,true
                        p,m1,a,,2024,2024,1,,made up,yes
                        p,m1,a,,2024,2024,2,,made up,true
                        p,m1,b,,soon,2024,2,,made up,true
                        """));
    }

    @Test
    void acceptsAFolderWithoutAnyTarget() {
        Problems problems = new Problems();
        assertEquals(List.of(), load(problems).all());
        assertEquals(List.of(), problems.found());
    }

    private MetricTargets accepted(String rows) throws IOException {
        write(rows);
        Problems problems = new Problems();
        MetricTargets targets = load(problems);
        assertEquals(List.of(), problems.found());
        return targets;
    }

    private List<String> problems(String rows) throws IOException {
        write(rows);
        Problems problems = new Problems();
        load(problems);
        return problems.found().stream().map(Problem::toString).toList();
    }

    private void write(String rows) throws IOException {
        Files.createDirectories(schemas.resolve("targets"));
        Files.writeString(schemas.resolve("targets/plan.csv"), HEAD + rows);
    }

    private MetricTargets load(Problems problems) {
        List<OrgUnitVersion> units = List.of(unit("a"), unit("b"));
        return MetricTargets.load(new SchemaFiles(List.of(schemas)), Set.of("m1", "m2"), units, problems);
    }

    private static OrgUnitVersion unit(String id) {
        return new OrgUnitVersion(id, "district", "", "", "", "", "", "", LocalDate.EPOCH, null, "", "");
    }
}
