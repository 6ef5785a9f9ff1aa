package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.GridTile;
import vn.xephang.model.OrgUnitIso;

class MapListsTest {

    private static final Path SHIPPED = Path.of(System.getProperty("xephang.home", "."), "schemas");

    @TempDir
    Path own;

    @Test
    void drawsEachOf63And34OnceTheTwoArchipelagosWithTheirProvincesAndHaTayForTheYearsThatHadIt() {
        List<GridTile> tiles = load().gridTiles();
        Map<String, Long> units = tiles.stream()
                .filter(tile -> tile.tileCode().equals("unit"))
                .collect(Collectors.groupingBy(GridTile::boundaryVintage, Collectors.counting()));

        assertEquals(Map.of("2008-08-01", 63L, "2025-07-01", 34L), units);
        assertEquals(
                List.of(
                        "2008-08-01 hoang-sa VNM.da-nang",
                        "2008-08-01 truong-sa VNM.khanh-hoa",
                        "2008-08-01 former VNM.ha-tay",
                        "2025-07-01 hoang-sa VNM.da-nang-2025",
                        "2025-07-01 truong-sa VNM.khanh-hoa-2025"),
                tiles.stream()
                        .filter(tile -> !tile.tileCode().equals("unit"))
                        .map(tile -> tile.boundaryVintage() + " " + tile.tileCode() + " " + tile.orgUnitId())
                        .toList());
    }

    @Test
    void hasTheNorthAtTheTopTheSouthAtTheBottomAndTheCentreNarrow() {
        for (String vintage : List.of("2008-08-01", "2025-07-01")) {
            Map<Integer, Long> width = load().gridTiles().stream()
                    .filter(tile -> tile.boundaryVintage().equals(vintage)
                            && tile.tileCode().equals("unit"))
                    .collect(Collectors.groupingBy(GridTile::gridRow, Collectors.counting()));
            int haTinh = row(vintage, "VNM.ha-tinh");
            int last = width.keySet().stream().max(Integer::compare).orElseThrow();
            assertEquals(1, width.get(haTinh));
            assertEquals(true, row(vintage, "VNM.cao-bang") == 1 && haTinh > 5 && haTinh < last);
            assertEquals(last, row(vintage, vintage.equals("2025-07-01") ? "VNM.ca-mau-2025" : "VNM.ca-mau"));
        }
    }

    @Test
    void knowsTheIsoCodeOfEachOf63() {
        MapLists lists = load();
        List<String> of63 = lists.gridTiles().stream()
                .filter(tile -> tile.boundaryVintage().equals("2008-08-01")
                        && tile.tileCode().equals("unit"))
                .map(GridTile::orgUnitId)
                .sorted()
                .toList();
        Map<String, String> codes =
                lists.isoCodes().stream().collect(Collectors.toMap(OrgUnitIso::orgUnitId, OrgUnitIso::isoCode));

        assertEquals(of63, codes.keySet().stream().sorted().toList());
        assertEquals("VN-41", codes.get("VNM.long-an"));
        assertEquals("VN-37", codes.get("VNM.tay-ninh"));
        assertEquals("VN-HN", codes.get("VNM.ha-noi"));
    }

    @Test
    void flagsTwoUnitsOnOneSquareAUnitTwiceAUnitWithoutASquareAndAStranger() throws IOException {
        String grid = Files.readString(SHIPPED.resolve("codelists/grid_map.csv"))
                .replace("2025-07-01,VNM.cao-bang,unit,,,6,1", "2025-07-01,VNM.ha-noi,unit,,,5,1")
                .replace("2025-07-01,VNM.ca-mau-2025,unit,,,1,18", "2025-07-01,VNM.ca-mau,unit,,,1,18");

        assertEquals(
                List.of(
                        "Units VNM.tuyen-quang-2025 and VNM.ha-noi share the square at column 5, row 1 of 2025-07-01",
                        "Unit VNM.ha-noi has two squares 'unit' on the map of 2025-07-01",
                        "Unit VNM.ca-mau does not live on the map of 2025-07-01",
                        "Unit VNM.ca-mau-2025 has no square on the map of 2025-07-01",
                        "Unit VNM.cao-bang has no square on the map of 2025-07-01"),
                problems("grid_map.csv", grid));
    }

    @Test
    void flagsAFormerUnitThatLivesOnTheMapAndOneThatWasNot() throws IOException {
        String grid = Files.readString(SHIPPED.resolve("codelists/grid_map.csv"))
                .replace("VNM.ha-tay,former,", "VNM.ha-noi,former,")
                .concat("2008-08-01,VNM.tay-ninh-2025,former,,,1,10\n");

        assertEquals(
                List.of(
                        "Unit VNM.ha-noi is no former unit on the map of 2008-08-01",
                        "Unit VNM.tay-ninh-2025 is no former unit on the map of 2008-08-01"),
                problems("grid_map.csv", grid));
    }

    @Test
    void flagsAMapWithAnotherNumberOfUnits() throws IOException {
        String vintages = Files.readString(SHIPPED.resolve("codelists/boundary_vintages.csv"))
                .replace(",34,", ",35,");

        assertEquals(
                List.of("Map of 2025-07-01 should have 35 units, 34 live then"),
                problems("boundary_vintages.csv", vintages));
    }

    @Test
    void flagsAnIsoCodeThatStandsTwiceOrIsOfNobody() throws IOException {
        assertEquals(
                List.of("Org unit 'VNM.tay-ninh' or code VN-41 stands twice", "Unknown org unit 'VNM.nowhere'"),
                problems(
                        "org_unit_iso.csv",
                        "org_unit_id,iso_3166_2_code,source\nVNM.long-an,VN-41,\nVNM.tay-ninh,VN-41,\n"
                                + "VNM.nowhere,VN-99,\n"));
    }

    private static int row(String vintage, String unit) {
        return load().gridTiles().stream()
                .filter(tile -> tile.boundaryVintage().equals(vintage)
                        && tile.orgUnitId().equals(unit)
                        && tile.tileCode().equals("unit"))
                .findFirst()
                .orElseThrow()
                .gridRow();
    }

    private static MapLists load() {
        Problems problems = new Problems();
        SchemaFiles files = new SchemaFiles(List.of(SHIPPED));
        MapLists lists = MapLists.load(files, CodeLists.load(files, problems).orgUnits(), problems);
        assertEquals(List.of(), problems.found());
        return lists;
    }

    private List<String> problems(String file, String text) throws IOException {
        Files.createDirectories(own.resolve("codelists"));
        Files.writeString(own.resolve("codelists").resolve(file), text);
        Problems problems = new Problems();
        SchemaFiles files = new SchemaFiles(new ArrayList<>(List.of(SHIPPED, own)));
        MapLists.load(files, CodeLists.load(files, problems).orgUnits(), problems);
        return problems.found().stream().map(Problem::message).toList();
    }
}
