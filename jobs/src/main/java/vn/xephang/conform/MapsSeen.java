package vn.xephang.conform;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.RawCell;
import vn.xephang.units.LaterMaps;
import vn.xephang.units.OrgUnitScope;

/** Which units a delivery names for each year: whether they are those of a later map. Keeps names, never values. */
public final class MapsSeen {

    /** A form with more names than this is no list of the units of one map. */
    private static final int NAMES_KEPT = 20_000;

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final LandingFile file;
    private final CellConformer conformer;
    private final Map<Form, Set<String>> written = new LinkedHashMap<>();
    private Form last;
    private Set<String> lastNames = Set.of();

    private record Form(OrgUnitScope scope, int year) {}

    public MapsSeen(LandingFile file, CellConformer conformer) {
        this.file = file;
        this.conformer = conformer;
    }

    public void see(RawCell cell) {
        OrgUnitScope scope = conformer.scope(cell);
        if (last == null || last.scope() != scope) {
            last = new Form(scope, cell.referenceYear());
            lastNames = written.computeIfAbsent(last, none -> new HashSet<>());
        }
        if (lastNames.size() < NAMES_KEPT) {
            lastNames.add(cell.orgUnitText());
        }
    }

    /** One finding per year whose units are those of a map that came later, and before the file was received. */
    public List<Finding> findings() {
        LaterMaps laterMaps = new LaterMaps(conformer.matchers());
        LocalDate received = file.receivedAt().atZone(VIETNAM).toLocalDate();
        List<Finding> findings = new ArrayList<>();
        written.forEach((form, names) -> laterMaps
                .suspected(form.scope(), names, received)
                .ifPresent(day -> findings.add(Finding.at(
                        FindingCode.LATER_MAP_SUSPECTED, file, "", form.year(), "" + names.size(), "" + day))));
        return findings;
    }
}
