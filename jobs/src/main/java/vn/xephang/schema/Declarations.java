package vn.xephang.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.xephang.model.DueDate;
import vn.xephang.model.Metric;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Target;
import vn.xephang.model.UnitScale;

/** Everything declared in {@code schemas/}, checked as a whole. */
public record Declarations(
        SchemaFiles files,
        CodeLists codeLists,
        MapLists maps,
        List<LandingContract> contracts,
        List<ControlRule> controlRules,
        Map<String, ValueRule> valueRules,
        List<DueDate> dueDates,
        Rubrics rubrics,
        Scorecards scorecards,
        MetricTargets targets,
        Clusters clusters,
        Crosswalks crosswalks,
        Commendations commendations,
        SortedMap<String, TableSchema> tables) {

    private static final Map<SchemaFiles, Declarations> LOADED = new ConcurrentHashMap<>();

    /**
     * Reads and checks all declarations; the same files are read once per process, also by the tasks of a local
     * engine.
     *
     * @throws DeclarationsRefused with every problem at once
     */
    public static Declarations load(SchemaFiles files) {
        return LOADED.computeIfAbsent(files, Declarations::read);
    }

    private static Declarations read(SchemaFiles files) {
        Problems problems = new Problems();
        Beside<SortedMap<String, Yaml>> rubricFiles = Beside.of(found -> Yaml.parseAll(files, "rubrics", found));
        Beside<List<LandingContract>> contracts = Beside.of(found -> LandingContractLoader.load(files, found));
        Beside<SortedMap<String, TableSchema>> tables = Beside.of(found -> TableSchema.load(files, found));
        CodeLists codeLists = CodeLists.load(files, problems);
        Set<String> metricCodes =
                codeLists.metrics().stream().map(Metric::metricCode).collect(Collectors.toSet());
        MetricForm.load(files, metricCodes, problems);
        Rubrics rubrics = Rubrics.of(rubricFiles.get(), files, codeLists.metrics(), problems);
        rubricFiles.tell(problems);
        Clusters clusters = Clusters.load(files, orgUnitIds(codeLists), problems);
        Declarations declarations = new Declarations(
                files,
                codeLists,
                MapLists.load(files, codeLists.orgUnits(), problems),
                contracts.get(),
                ControlRules.load(files, metricCodes, problems),
                ValueRules.load(files, codeLists.metrics(), problems),
                Calendars.load(files, codeLists.sources(), problems),
                rubrics,
                Scorecards.load(files, codeLists.orgUnits(), rubrics, problems),
                MetricTargets.load(files, metricCodes, codeLists.orgUnits(), problems),
                clusters,
                Crosswalks.load(files, rubrics, problems),
                Commendations.load(files, rubrics, clusters, metricCodes, problems),
                tables.get());
        contracts.tell(problems);
        tables.tell(problems);
        declarations.checkContracts(problems);
        problems.refuseIfAny();
        return declarations;
    }

    /** What rules read of the year before. */
    public LookBack lookBack() {
        return LookBack.of(rubrics, codeLists.derivedMetrics());
    }

    private static Set<String> orgUnitIds(CodeLists codeLists) {
        return codeLists.orgUnits().stream().map(OrgUnitVersion::orgUnitId).collect(Collectors.toSet());
    }

    /** The same, as if one landing contract were the only one. */
    public Declarations withOnlyContract(String contractId) {
        return new Declarations(
                files,
                codeLists,
                maps,
                contracts.stream()
                        .filter(contract -> contract.contractId().equals(contractId))
                        .toList(),
                controlRules,
                valueRules,
                dueDates,
                rubrics,
                scorecards,
                targets,
                clusters,
                crosswalks,
                commendations,
                tables);
    }

    /** What contracts name must exist: sources, metrics, scorecards. */
    private void checkContracts(Problems problems) {
        Set<String> metrics =
                codeLists.metrics().stream().map(Metric::metricCode).collect(Collectors.toSet());
        Set<String> orgUnits =
                codeLists.orgUnits().stream().map(OrgUnitVersion::orgUnitId).collect(Collectors.toSet());
        for (LandingContract contract : contracts) {
            String file = "landing/" + contract.contractId() + ".yaml";
            if (!contract.sourceCode().equals(LandingContract.ANY_SOURCE)
                    && !codeLists.sources().contains(contract.sourceCode())) {
                problems.add(file, 0, "Unknown source '" + contract.sourceCode() + "'; known: " + codeLists.sources());
            }
            contract.parentOrgUnitId()
                    .filter(parent -> !orgUnits.contains(parent))
                    .ifPresent(parent -> problems.add(
                            file,
                            0,
                            "Unknown org unit '" + parent
                                    + "' in org_unit_parent; give an id of codelists/org_units*.csv"));
            contract.tables().stream()
                    .flatMap(table -> table.columns().stream())
                    .forEach(column -> checkTarget(file, column, metrics, problems));
            contract.tables().forEach(table -> checkUnitLine(file, table, problems));
        }
    }

    /** What a form states as its unit of measure is that of some metric in it. */
    private void checkUnitLine(String file, LandingContract.Table table, Problems problems) {
        if (!table.unitLine().isStated()) {
            return;
        }
        Set<String> targets =
                table.columns().stream().map(LandingContract.Column::target).collect(Collectors.toSet());
        boolean isKnown = codeLists.metrics().stream()
                .filter(metric -> targets.contains(Target.METRIC + metric.metricCode()))
                .anyMatch(metric -> UnitScale.power(table.unitLine().unitOfMeasure(), metric.unitOfMeasure())
                        .isPresent());
        if (!isKnown) {
            problems.add(
                    file,
                    0,
                    "No metric of the table is measured in '" + table.unitLine().unitOfMeasure()
                            + "' as its unit_line says; see codelists/metrics.csv");
        }
    }

    private void checkTarget(String file, LandingContract.Column column, Set<String> metrics, Problems problems) {
        if (column.target().contains(LandingContract.METRIC)) {
            return;
        }
        Target target = Target.of(column.target());
        if (target instanceof Target.OfMetric metric && !metrics.contains(metric.metricCode())) {
            problems.add(
                    file,
                    0,
                    "Column '" + column.label() + "' reads the unknown metric '" + metric.metricCode()
                            + "'; add it to codelists/metrics.csv");
        }
        if (target instanceof Target.Published published
                && scorecards.find(published.scorecardCode()).isEmpty()) {
            problems.add(
                    file,
                    0,
                    "Column '" + column.label() + "' reads a result of the unknown scorecard '"
                            + published.scorecardCode() + "'; add it to scorecards/");
        }
        if (target instanceof Target.Entered entered
                && !rubrics.hasCriterion(entered.scorecardCode(), entered.criterionCode())) {
            problems.add(
                    file,
                    0,
                    "Column '" + column.label() + "' reads points entered for '" + entered.criterionCode()
                            + "', which is no criterion of a rubric of '" + entered.scorecardCode() + "'");
        }
    }
}
