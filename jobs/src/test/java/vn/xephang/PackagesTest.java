package vn.xephang;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may use whom: data flows right, and steps do not know one another. */
class PackagesTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.xephang");

    /** Package -> the packages of ours that it may use. */
    private static final Map<String, List<String>> MAY_USE = mayUse();

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatItMay() {
        return MAY_USE.entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> {
                    List<String> forbidden = new ArrayList<>();
                    for (String other : MAY_USE.keySet()) {
                        if (!other.equals(rule.getKey()) && !rule.getValue().contains(other)) {
                            forbidden.add("vn.xephang." + other + "..");
                        }
                    }
                    noClasses()
                            .that()
                            .resideInAPackage("vn.xephang." + rule.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden.toArray(String[]::new))
                            .check(CODE);
                }));
    }

    @Test
    void everyPackageHasARule() {
        classes()
                .should()
                .resideInAnyPackage(MAY_USE.keySet().stream()
                        .map(name -> "vn.xephang." + name)
                        .toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void onlyDatasetFunctionsAndTheRunKnowSpark() {
        noClasses()
                .that()
                .resideInAnyPackage(ours(
                        "model", "schema", "units", "landing", "read", "validate", "view", "answer", "brief", "cli"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.spark.."))
                .check(CODE);
        noClasses()
                .that()
                .resideInAnyPackage(ours("conform", "score", "rebase", "publish"))
                .and()
                .haveNameNotMatching(".*Step(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.spark.."))
                .check(CODE);
    }

    @Test
    void onlyViewKnowsDuckDbAndOnlyReadAndBriefKnowWorkbooks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.xephang.view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.xephang.read..", "vn.xephang.brief..")
                .and()
                .doNotHaveSimpleName("TrainCommand")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(CODE);
    }

    @Test
    void onlyBriefDrawsPages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.xephang.brief..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pdfbox..")
                .check(CODE);
    }

    private static String[] ours(String... names) {
        return Arrays.stream(names).map(name -> "vn.xephang." + name).toArray(String[]::new);
    }

    private static Map<String, List<String>> mayUse() {
        Map<String, List<String>> rules = new TreeMap<>();
        rules.put("model", List.of());
        rules.put("schema", List.of("model"));
        rules.put("units", List.of("model", "schema"));
        rules.put("rebase", List.of("model", "schema"));
        rules.put("spark", List.of("model"));
        rules.put("landing", List.of("model"));
        rules.put("read", List.of("model", "schema"));
        rules.put("validate", List.of("model", "schema"));
        rules.put("conform", List.of("model", "schema", "units", "spark"));
        rules.put("score", List.of("model", "schema", "rebase"));
        rules.put("publish", List.of("model", "schema", "spark"));
        rules.put("view", List.of("model", "schema"));
        rules.put("answer", List.of("model", "schema", "units", "score", "rebase", "view"));
        rules.put("brief", List.of("answer"));
        rules.put(
                "run",
                List.of(
                        "model",
                        "schema",
                        "units",
                        "spark",
                        "landing",
                        "read",
                        "validate",
                        "conform",
                        "score",
                        "rebase",
                        "publish",
                        "view"));
        rules.put(
                "cli",
                List.of("model", "schema", "landing", "conform", "score", "publish", "view", "answer", "brief", "run"));
        return rules;
    }
}
