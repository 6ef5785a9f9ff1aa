package vn.xephang.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.xephang.model.FileHash;
import vn.xephang.model.Metric;

/** Everything declared in {@code schemas/}, checked as a whole. */
public record Declarations(
        SchemaFiles files,
        CodeLists codeLists,
        List<LandingContract> contracts,
        Rubrics rubrics,
        Scorecards scorecards,
        SortedMap<String, TableSchema> tables) {

    private static final Map<String, Declarations> LOADED = new ConcurrentHashMap<>();

    /**
     * Reads and checks all declarations; the same files are read once per process, also by the tasks of a local
     * engine.
     *
     * @throws DeclarationsRefused with every problem at once
     */
    public static Declarations load(SchemaFiles files) {
        String key = FileHash.sha256(files.hashes().toString());
        return LOADED.computeIfAbsent(key, none -> read(files));
    }

    private static Declarations read(SchemaFiles files) {
        Problems problems = new Problems();
        CodeLists codeLists = CodeLists.load(files, problems);
        Set<String> metricCodes =
                codeLists.metrics().stream().map(Metric::metricCode).collect(Collectors.toSet());
        Rubrics rubrics = Rubrics.load(files, metricCodes, problems);
        Declarations declarations = new Declarations(
                files,
                codeLists,
                LandingContractLoader.load(files, problems),
                rubrics,
                Scorecards.load(files, codeLists.orgUnits(), rubrics, problems),
                TableSchema.load(files, problems));
        problems.refuseIfAny();
        return declarations;
    }

    /** The same, as if one landing contract were the only one. */
    public Declarations withOnlyContract(String contractId) {
        return new Declarations(
                files,
                codeLists,
                contracts.stream()
                        .filter(contract -> contract.contractId().equals(contractId))
                        .toList(),
                rubrics,
                scorecards,
                tables);
    }
}
