package vn.xephang.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;

/**
 * What can be said of a delivery as a whole once its units are known: a unit twice under one target, and units that
 * the year expects and the delivery lacks. Fed cell by cell; keeps only names of units, never values.
 */
public final class UnitsSeen {

    private final LandingFile file;
    private final Map<Key, Map<String, String>> seen = new LinkedHashMap<>();

    private record Key(String target, int year, String periodCode) {}

    /** The units that a target of a year must have; empty where nobody expects any. */
    public interface Expected {
        /** Names of the expected units by id. */
        Map<String, String> units(String target, int year);
    }

    public UnitsSeen(LandingFile file) {
        this.file = file;
    }

    /** Notes a unit; a finding, at its name, when this delivery gave the same target, year and period before. */
    public Optional<Finding> see(RawCell cell, String orgUnitId) {
        Key key = new Key(cell.target(), cell.referenceYear(), cell.periodCode());
        String first = seen.computeIfAbsent(key, none -> new TreeMap<>()).putIfAbsent(orgUnitId, cell.orgUnitCellRef());
        return first == null
                ? Optional.empty()
                : Optional.of(Finding.at(
                        FindingCode.ORG_UNIT_TWICE,
                        file,
                        cell.orgUnitCellRef(),
                        cell.referenceYear(),
                        cell.orgUnitText() + " (" + first + ", " + cell.orgUnitCellRef() + ")",
                        ""));
    }

    /** Findings about units missing or not expected; targets that lack the same units share one finding. */
    public List<Finding> missing(Expected expected) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        Map<String, Set<String>> targetsOf = new LinkedHashMap<>();
        seen.forEach((key, units) -> {
            Map<String, String> wanted = expected.units(key.target(), key.year());
            if (!wanted.isEmpty()) {
                note(FindingCode.ORG_UNIT_MISSING, key, names(wanted, units.keySet()), wanted, findings, targetsOf);
                Map<String, String> extra = new TreeMap<>();
                units.keySet().forEach(unit -> extra.put(unit, unit));
                note(
                        FindingCode.ORG_UNIT_NOT_EXPECTED,
                        key,
                        names(extra, wanted.keySet()),
                        wanted,
                        findings,
                        targetsOf);
            }
        });
        List<Finding> complete = new ArrayList<>();
        findings.forEach((name, finding) -> complete.add(Finding.ofSheet(
                finding.code(),
                file,
                "",
                finding.referenceYear(),
                finding.found(),
                finding.expected() + "; " + String.join(", ", targetsOf.get(name)))));
        return complete;
    }

    private void note(
            FindingCode code,
            Key key,
            List<String> names,
            Map<String, String> wanted,
            Map<String, Finding> findings,
            Map<String, Set<String>> targetsOf) {
        if (names.isEmpty()) {
            return;
        }
        String found = String.join(", ", names);
        String group = code + "|" + key.year() + "|" + found;
        findings.putIfAbsent(group, Finding.ofSheet(code, file, "", key.year(), found, String.valueOf(wanted.size())));
        targetsOf.computeIfAbsent(group, none -> new TreeSet<>()).add(key.target());
    }

    private static List<String> names(Map<String, String> of, Set<String> without) {
        return of.entrySet().stream()
                .filter(unit -> !without.contains(unit.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
