package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.xephang.model.BoundaryVintage;
import vn.xephang.model.GridTile;
import vn.xephang.model.OrgUnitIso;
import vn.xephang.model.OrgUnitVersion;

/** The maps that are offered, how they are drawn, and the codes that other maps know units by. */
public record MapLists(List<BoundaryVintage> boundaryVintages, List<GridTile> gridTiles, List<OrgUnitIso> isoCodes) {

    private static final String VINTAGES = "codelists/boundary_vintages.csv";
    private static final String GRID = "codelists/grid_map.csv";
    private static final String ISO = "codelists/org_unit_iso.csv";
    private static final String FORMER = "former";

    public static MapLists load(SchemaFiles files, List<OrgUnitVersion> versions, Problems problems) {
        MapLists lists = new MapLists(
                CodeList.read(
                        files,
                        VINTAGES,
                        Set.of("boundary_vintage", "org_unit_level_code", "unit_count"),
                        MapLists::vintage,
                        problems),
                CodeList.read(
                        files,
                        GRID,
                        Set.of("boundary_vintage", "org_unit_id", "tile_code", "grid_column", "grid_row"),
                        MapLists::tile,
                        problems),
                CodeList.read(files, ISO, Set.of("org_unit_id", "iso_3166_2_code"), MapLists::iso, problems));
        lists.boundaryVintages.forEach(vintage -> lists.check(vintage, versions, problems));
        lists.checkIso(versions, problems);
        return lists;
    }

    private static BoundaryVintage vintage(NamedCsvRecord row) {
        return new BoundaryVintage(
                LocalDate.parse(row.getField("boundary_vintage")).toString(),
                row.getField("org_unit_level_code"),
                row.getField("boundary_vintage_name_vi"),
                row.getField("boundary_vintage_name_en"),
                Integer.valueOf(row.getField("unit_count")),
                row.getField("source"));
    }

    private static GridTile tile(NamedCsvRecord row) {
        return new GridTile(
                row.getField("boundary_vintage"),
                row.getField("org_unit_id"),
                row.getField("tile_code"),
                text(row.getField("tile_name_vi")),
                text(row.getField("tile_name_en")),
                Integer.valueOf(row.getField("grid_column")),
                Integer.valueOf(row.getField("grid_row")));
    }

    private static OrgUnitIso iso(NamedCsvRecord row) {
        return new OrgUnitIso(row.getField("org_unit_id"), row.getField("iso_3166_2_code"), row.getField("source"));
    }

    private static String text(String text) {
        return text.isEmpty() ? null : text;
    }

    /** As many units as it says, each on one square, no two on one. */
    private void check(BoundaryVintage vintage, List<OrgUnitVersion> versions, Problems problems) {
        LocalDate day = LocalDate.parse(vintage.boundaryVintage());
        Set<String> alive = new TreeSet<>();
        versions.stream()
                .filter(unit -> unit.orgUnitLevelCode().equals(vintage.orgUnitLevelCode()) && unit.aliveOn(day))
                .forEach(unit -> alive.add(unit.orgUnitId()));
        Set<String> former = new TreeSet<>();
        versions.stream()
                .filter(unit -> unit.orgUnitLevelCode().equals(vintage.orgUnitLevelCode())
                        && unit.validFromOn().isBefore(day)
                        && !alive.contains(unit.orgUnitId()))
                .forEach(unit -> former.add(unit.orgUnitId()));
        if (alive.size() != vintage.unitCount()) {
            problems.add(
                    VINTAGES,
                    0,
                    "Map of " + vintage.boundaryVintage() + " should have " + vintage.unitCount() + " units, "
                            + alive.size() + " live then");
        }
        Map<String, String> squares = new HashMap<>();
        Set<String> drawn = new HashSet<>();
        for (GridTile tile : gridTiles) {
            if (tile.boundaryVintage().equals(vintage.boundaryVintage())) {
                check(tile, tile.tileCode().equals(FORMER) ? former : alive, squares, drawn, problems);
            }
        }
        alive.stream()
                .filter(unit -> !drawn.contains(unit + " unit"))
                .forEach(unit -> problems.add(
                        GRID, 0, "Unit " + unit + " has no square on the map of " + vintage.boundaryVintage()));
    }

    private static void check(
            GridTile tile, Set<String> possible, Map<String, String> squares, Set<String> drawn, Problems problems) {
        String square = "column " + tile.gridColumn() + ", row " + tile.gridRow();
        String other = squares.put(square, tile.orgUnitId());
        if (other != null) {
            problems.add(
                    GRID,
                    0,
                    "Units " + other + " and " + tile.orgUnitId() + " share the square at " + square + " of "
                            + tile.boundaryVintage());
        }
        if (!drawn.add(tile.orgUnitId() + " " + tile.tileCode())) {
            problems.add(
                    GRID,
                    0,
                    "Unit " + tile.orgUnitId() + " has two squares '" + tile.tileCode() + "' on the map of "
                            + tile.boundaryVintage());
        }
        if (!possible.contains(tile.orgUnitId())) {
            String fault = tile.tileCode().equals(FORMER) ? " is no former unit" : " does not live";
            problems.add(GRID, 0, "Unit " + tile.orgUnitId() + fault + " on the map of " + tile.boundaryVintage());
        }
    }

    private void checkIso(List<OrgUnitVersion> versions, Problems problems) {
        Set<String> ids = new HashSet<>();
        versions.forEach(unit -> ids.add(unit.orgUnitId()));
        Set<String> seen = new HashSet<>();
        for (OrgUnitIso iso : isoCodes) {
            if (!ids.contains(iso.orgUnitId())) {
                problems.add(ISO, 0, "Unknown org unit '" + iso.orgUnitId() + "'");
            }
            if (!seen.add(iso.orgUnitId()) | !seen.add(iso.isoCode())) {
                problems.add(ISO, 0, "Org unit '" + iso.orgUnitId() + "' or code " + iso.isoCode() + " stands twice");
            }
        }
    }
}
