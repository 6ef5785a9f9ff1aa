package vn.xephang.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.xephang.conform.CellConformer;
import vn.xephang.conform.Conformed;
import vn.xephang.conform.MapsSeen;
import vn.xephang.model.Blocks;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Participant;
import vn.xephang.model.RawCell;
import vn.xephang.model.ReadItem;
import vn.xephang.model.Target;
import vn.xephang.read.LandingReader;
import vn.xephang.read.Sidecar;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.Scorecard;
import vn.xephang.units.OrgUnitMatchers;
import vn.xephang.validate.CellRules;
import vn.xephang.validate.ControlChecks;
import vn.xephang.validate.Deadlines;
import vn.xephang.validate.FiguresSeen;
import vn.xephang.validate.UnitLives;
import vn.xephang.validate.UnitTree;
import vn.xephang.validate.UnitsSeen;
import vn.xephang.validate.ValueChecks;

/**
 * read -> validate -> conform of one delivery, cell by cell, in constant memory: the same for {@code validate}, for
 * a run on the driver and for tasks on executors.
 */
public final class FileSteps {

    /** Of one code in one delivery so many findings are told; a wrong column must not drown the rest. */
    private static final int FINDINGS_PER_CODE = 1_000;

    private final Declarations declarations;
    private final LandingReader reader;
    private final CellRules rules;
    private final ControlChecks checks;
    private final ValueChecks values;
    private final CellConformer conformer;
    private final Map<String, LandingContract> contracts = new HashMap<>();
    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, Map<String, String>> expected = new HashMap<>();

    public FileSteps(Declarations declarations) {
        this.declarations = declarations;
        this.reader = new LandingReader(
                declarations.contracts(), declarations.codeLists().metrics());
        this.rules = new CellRules(declarations.codeLists().metrics(), declarations.rubrics());
        this.checks = controlChecks(declarations);
        this.values = valueChecks(declarations);
        declarations.contracts().forEach(contract -> contracts.put(contract.contractId(), contract));
        declarations.codeLists().orgUnits().forEach(unit -> levels.put(unit.orgUnitId(), unit.orgUnitLevelCode()));
        this.conformer = new CellConformer(OrgUnitMatchers.of(declarations.codeLists()), (contractId, year) -> {
            LandingContract contract = contracts.get(contractId);
            return new CellConformer.MapOf(
                    contract.orgUnitLevelCodes(),
                    contract.mapOn(year).orElse(null),
                    contract.parentOrgUnitId(),
                    contract.periodEndOn(year).orElse(null));
        });
    }

    static ControlChecks controlChecks(Declarations declarations) {
        return new ControlChecks(
                declarations.controlRules(),
                new UnitTree(declarations.codeLists().orgUnits()));
    }

    static ValueChecks valueChecks(Declarations declarations) {
        return new ValueChecks(
                declarations.valueRules(),
                new UnitLives(
                        declarations.codeLists().orgUnits(),
                        declarations.codeLists().orgUnitChanges()));
    }

    /** Everything that a delivery yields, ended by {@link Conformed.End}. */
    public Iterator<Conformed> conform(LandingFile file, int deliveryOrder) {
        Steps steps = new Steps(file, deliveryOrder, Map.of());
        return steps.mayBeKeptOut() ? new Steps(file, deliveryOrder, keptOut(steps)) : steps;
    }

    /** Forms with wrong cells whose contract takes them whole only, each with the number of those cells. */
    private Map<String, Integer> keptOut(Steps steps) {
        steps.forEachRemaining(item -> {});
        Map<String, Integer> wrong = new TreeMap<>(steps.wrongCells);
        Integer beforeTheFirstCell = wrong.remove("");
        if (beforeTheFirstCell != null && !steps.contractId.isEmpty()) {
            wrong.merge(steps.contractId, beforeTheFirstCell, Integer::sum);
        }
        wrong.keySet().removeIf(contractId -> contracts.get(contractId).blocks() == Blocks.CELL);
        return wrong;
    }

    /** Names of the units by id that a contract's scorecard expects under a target in a year. */
    private Map<String, String> expectedUnits(String contractId, int year) {
        return expected.computeIfAbsent(contractId + "|" + year, none -> {
            Map<String, String> units = new LinkedHashMap<>();
            for (String scorecardCode : scorecardCodes(contracts.get(contractId))) {
                declarations
                        .scorecards()
                        .find(scorecardCode)
                        .filter(FileSteps::tellsOfAll)
                        .ifPresent(scorecard -> {
                            for (Participant participant : scorecard.participants(
                                    year, declarations.codeLists().orgUnits())) {
                                units.put(participant.orgUnitId(), participant.orgUnitNameVi());
                            }
                        });
            }
            return units;
        });
    }

    private static boolean tellsOfAll(Scorecard scorecard) {
        return !scorecard.published().isPartial();
    }

    /** The scorecards whose published results or entered points a form carries. */
    private static Set<String> scorecardCodes(LandingContract contract) {
        Set<String> codes = new TreeSet<>();
        contract.tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(LandingContract.Column::target)
                .filter(target -> !target.startsWith(Target.METRIC))
                .forEach(target -> codes.add(scorecardCode(Target.of(target))));
        return codes;
    }

    private static String scorecardCode(Target target) {
        return target instanceof Target.Entered entered
                ? entered.scorecardCode()
                : ((Target.Published) target).scorecardCode();
    }

    private final class Steps implements Iterator<Conformed> {
        private final LandingFile file;
        private final int deliveryOrder;
        private final Iterator<ReadItem> items;
        private final UnitsSeen units;
        private final FiguresSeen figures;
        private final MapsSeen maps;
        private final Deadlines deadlines;
        private final Sidecar sidecar;
        private final Deque<Conformed> ready = new ArrayDeque<>();
        private final Map<FindingCode, Integer> told = new HashMap<>();
        private final Set<String> toldPlaces = new HashSet<>();
        private final Set<String> blockedKeys = new HashSet<>();
        private final Set<Integer> years = new TreeSet<>();
        private final Map<String, Integer> wrongCells = new TreeMap<>();
        private final Map<String, Integer> keptOut;
        private String contractId = "";
        private int cellCount;
        private boolean isEnded;

        /** @param keptOut forms that give no value, each with the number of its wrong cells */
        Steps(LandingFile file, int deliveryOrder, Map<String, Integer> keptOut) {
            this.file = file;
            this.keptOut = keptOut;
            this.deliveryOrder = deliveryOrder;
            this.items = reader.read(file);
            this.units = new UnitsSeen(file);
            this.figures = new FiguresSeen(file, checks, values);
            this.maps = new MapsSeen(file, conformer);
            this.deadlines = new Deadlines(file, declarations.dueDates());
            this.sidecar = Sidecar.of(file);
            sidecar.findings(file).forEach(this::tell);
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !isEnded) {
                advance();
            }
            return !ready.isEmpty();
        }

        /** Whether a form of this source may be kept out whole: then wrong cells are counted first. */
        boolean mayBeKeptOut() {
            return contracts.values().stream()
                    .anyMatch(contract -> contract.blocks() != Blocks.CELL && contract.isFrom(file.sourceCode()));
        }

        private void advance() {
            if (items.hasNext()) {
                take(items.next());
            } else {
                end();
            }
        }

        @Override
        public Conformed next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void take(ReadItem item) {
            if (item instanceof Finding finding) {
                tell(finding);
            } else {
                dated((RawCell) item).ifPresent(this::take);
            }
        }

        /** With the vintage that the sidecar states, where the form does not; without either it is not used. */
        private Optional<RawCell> dated(RawCell cell) {
            if (!cell.dataVintage().equals(LandingContract.IN_SIDECAR)) {
                return Optional.of(cell);
            }
            Optional<RawCell> dated = sidecar.dataVintage().map(cell::ofVintage);
            if (dated.isEmpty() && toldPlaces.add(FindingCode.VINTAGE_UNKNOWN.name())) {
                contractId = cell.contractId();
                String name = file.landingFile().substring(file.landingFile().lastIndexOf('/') + 1);
                tell(Finding.ofFile(FindingCode.VINTAGE_UNKNOWN, file, cell.contractId(), name + LandingFile.SIDECAR));
            }
            return dated;
        }

        private void take(RawCell cell) {
            cellCount++;
            contractId = cell.contractId();
            if (isTaken()) {
                years.add(cell.referenceYear());
            }
            maps.see(cell);
            Conformed conformed = conformer.conform(file, deliveryOrder, cell);
            if (conformed instanceof Conformed.Refused refused) {
                tell(refused.finding());
                return;
            }
            ConformedValue value = ((Conformed.Value) conformed).value();
            deadlines.see(value, levels.get(value.orgUnitId()));
            String key = cell.target() + '|' + value.orgUnitId() + '|' + cell.referenceYear() + cell.periodCode();
            Optional<Finding> twice = units.see(cell, value.orgUnitId());
            Optional<Finding> bad = rules.check(file, cell);
            twice.ifPresent(this::tell);
            bad.ifPresent(this::tell);
            if (bad.isEmpty() || twice.isPresent()) {
                figures.see(cell, value.orgUnitId(), value.value());
            }
            if (bad.isPresent() && twice.isEmpty()) {
                blockedKeys.add(key);
            } else if (!blockedKeys.contains(key) && isTaken()) {
                // A bad repeat goes on too: values of one key in one delivery cancel each other.
                ready.add(conformed);
            }
        }

        private boolean isTaken() {
            return !keptOut.containsKey(contractId)
                    && keptOut.keySet().stream()
                            .noneMatch(other -> contracts.get(other).blocks() == Blocks.FILE);
        }

        private void end() {
            keptOut.forEach((form, count) -> tell(Finding.ofFile(
                    contracts.get(form).blocks() == Blocks.FILE
                            ? FindingCode.FILE_NOT_TAKEN
                            : FindingCode.FORM_NOT_TAKEN,
                    file,
                    "" + count,
                    form)));
            if (!contractId.isEmpty()) {
                units.missing((target, year) -> expectedUnits(contractId, year)).stream()
                        .filter(finding -> finding.code() != FindingCode.ORG_UNIT_MISSING || !isInterrupted())
                        .forEach(this::tell);
                figures.findings().forEach(this::tell);
                maps.findings().forEach(this::tell);
                deadlines.findings().forEach(this::tell);
            }
            ready.add(new Conformed.End(deliveryOrder, contractId, cellCount, List.copyOf(years)));
            isEnded = true;
        }

        /** Then the units below the empty row are missing, and the row is what is told. */
        private boolean isInterrupted() {
            return told.containsKey(FindingCode.TABLE_INTERRUPTED);
        }

        /** One finding per place and code: a row with an unknown unit is one thing wrong, not one per column. */
        private void tell(Finding finding) {
            boolean isNew = finding.cell().isEmpty() || toldPlaces.add(finding.code() + finding.where());
            if (isNew && finding.code().blocks() == Blocks.CELL) {
                wrongCells.merge(contractId, 1, Integer::sum);
            }
            if (isNew && told.merge(finding.code(), 1, Integer::sum) <= FINDINGS_PER_CODE) {
                ready.add(new Conformed.Refused(finding));
            }
        }
    }
}
