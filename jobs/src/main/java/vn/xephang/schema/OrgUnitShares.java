package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.xephang.model.OrgUnitChange;

/** What must hold of the weights of org unit changes: what a unit gave on one day adds up to the whole, or is unknown. */
final class OrgUnitShares {

    private static final Set<String> FAMILIES = Set.of("all", "population", "area", "count", "stated", "unknown");

    private final List<Placed<OrgUnitChange>> changes;
    private final Problems problems;

    OrgUnitShares(List<Placed<OrgUnitChange>> changes, Problems problems) {
        this.changes = changes;
        this.problems = problems;
    }

    void check() {
        changes.forEach(this::checkWeight);
        checkShares();
    }

    private void checkWeight(Placed<OrgUnitChange> change) {
        OrgUnitChange row = change.row();
        boolean isUnknown = "unknown".equals(row.weightFamily());
        boolean isFlow = row.fromOrgUnitId() != null && row.toOrgUnitId() != null;
        if (!isFlow) {
            if (row.weight() != null || row.weightFamily() != null) {
                change.problem(problems, "Change " + row.changeId() + " moves nothing and has no weight");
            }
        } else if (row.weightFamily() == null || !FAMILIES.contains(row.weightFamily())) {
            change.problem(
                    problems,
                    "Weight family '" + row.weightFamily() + "' of " + row.changeId() + " is none of "
                            + new TreeSet<>(FAMILIES));
        } else if (isUnknown == (row.weight() != null)) {
            change.problem(
                    problems,
                    "Change " + row.changeId() + " needs a weight, or the weight family 'unknown' and no weight");
        } else if (!isUnknown && (row.weight().signum() < 0 || row.weight().compareTo(BigDecimal.ONE) > 0)) {
            change.problem(problems, "Weight " + row.weight() + " of " + row.changeId() + " is not within 0 and 1");
        }
    }

    /** What one unit gave on one day adds up to the whole, in each family that is stated. */
    private void checkShares() {
        Map<String, List<Placed<OrgUnitChange>>> gifts = new TreeMap<>();
        changes.stream()
                .filter(change -> change.row().fromOrgUnitId() != null
                        && change.row().toOrgUnitId() != null
                        && change.row().weightFamily() != null)
                .forEach(change -> gifts.computeIfAbsent(
                                change.row().fromOrgUnitId() + " on "
                                        + change.row().effectiveOn(),
                                key -> new ArrayList<>())
                        .add(change));
        gifts.forEach(this::checkShares);
    }

    private void checkShares(String gift, List<Placed<OrgUnitChange>> flows) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        flows.forEach(flow -> sums.merge(
                flow.row().weightFamily(),
                flow.row().weight() == null ? BigDecimal.ZERO : flow.row().weight(),
                BigDecimal::add));
        if (sums.size() > 1 && sums.containsKey("unknown")) {
            flows.get(0).problem(problems, "Shares of " + gift + " are in part unknown; state all of them or none");
            return;
        }
        sums.remove("unknown");
        sums.forEach((family, sum) -> {
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                flows.get(0)
                        .problem(
                                problems,
                                "Shares of " + gift + " by '" + family + "' add up to " + sum.toPlainString()
                                        + ", not to 1");
            }
        });
    }
}
