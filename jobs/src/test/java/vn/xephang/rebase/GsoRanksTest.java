package vn.xephang.rebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.xephang.model.Rank;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;
import vn.xephang.schema.Scorecard;
import vn.xephang.score.OnAnotherMap;
import vn.xephang.score.ScoreYear;
import vn.xephang.score.YearData;

/** Real rankings of provinces on the maps of 63 and 34, against SQL over the delivered CSV files and code lists. */
class GsoRanksTest {

    private static final LocalDate MAP_OF_34 = LocalDate.parse("2025-07-01");
    private static final Declarations DECLARATIONS =
            Declarations.load(new SchemaFiles(List.of(RealTables.HOME.resolve("schemas"))));
    private static final OnAnotherMap MAPS = new OnAnotherMap(DECLARATIONS.codeLists());

    /** Places by divorces per inhabitant, fewest first; merged provinces as the code list of 34 says. */
    private static final String SQL = """
            with population as (
                select trim("Cities, provincies") as name, "Total {label}" as population
                from read_csv('{data}/gso/Average population by province.csv', delim = ';', skip = 2, header = true,
                    all_varchar = true, null_padding = true)
            ),
            divorces as (
                select trim("Cities, provinces") as name, "{label} Total" as divorces
                from read_csv('{data}/gso/Number of divorce cases cleared up by province and by level.csv',
                    delim = ';', skip = 2, header = true, all_varchar = true, null_padding = true)
            ),
            codes as (
                select gso_code, regexp_replace(
                    lower(strip_accents(replace(replace(name_vi, 'đ', 'd'), 'Đ', 'D'))), '[^a-z]', '', 'g') as key
                from read_csv('{data}/codelists/provinces_63.csv', all_varchar = true)
            ),
            merged as (
                select gso_code as code_of_34, unnest(string_split(merged_from_codes, '|')) as code_of_63
                from read_csv('{data}/codelists/provinces_34.csv', all_varchar = true)
            ),
            keyed as (
                select regexp_replace(lower(replace(p.name, ' city', '')), '[^a-z]', '', 'g') as key,
                    cast(population as decimal(18, 1)) as population, cast(divorces as decimal(18, 0)) as divorces
                from population as p join divorces as d using (name)
                where population <> '..' and divorces <> '..'
            ),
            summed as (
                select {code} as code, sum(divorces) / sum(population) as rate
                from keyed join codes using (key) join merged on merged.code_of_63 = codes.gso_code
                group by all
            )
            select code, cast(rank() over (order by rate) as integer) as place from summed
            """;

    @ParameterizedTest
    @ValueSource(ints = {2013, 2014, 2015, 2016})
    void divorcesPer1000InhabitantsRankAsInSqlOn63AndOn34(int year) throws SQLException {
        Map<String, Integer> of63 = places(ranked(divorces(year), Optional.empty()));
        Map<String, Integer> of34 = places(ranked(divorces(year), Optional.of(MAP_OF_34)));

        assertEquals(63, of63.size());
        assertEquals(34, of34.size());
        assertEquals(sql(year, "code_of_63"), of63);
        assertEquals(sql(year, "code_of_34"), of34);
    }

    @Test
    void aRankOnAnotherMapSaysWhichMapAndOfHowMany() {
        List<Rank> ranks = ranked(divorces(2016), Optional.of(MAP_OF_34));

        assertTrue(ranks.stream()
                .allMatch(rank -> rank.boundaryVintage().equals("2025-07-01")
                        && rank.rankOf() == 34
                        && rank.publishedPoints() == null));
        assertEquals(
                "80 Tây Ninh",
                ranks.stream()
                        .filter(rank -> rank.orgUnitId().equals("VNM.tay-ninh-2025"))
                        .map(rank -> rank.orgUnitCode() + " " + rank.orgUnitNameVi())
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void growthComparesBothYearsOnOneMapAndIsRefusedWhereThatCannotBe() {
        Optional<YearData> before = Optional.of(year("gso-growth", 2007, population(2007)));
        OnAnotherMap.Moved moved =
                MAPS.on(MAP_OF_34, year("gso-growth", 2008, population(2008)), before, Set.of("gso_growth"));

        // Tây Ninh 1053.0 + Long An 1417.9 in 2007.
        BigDecimal grown = value(2008, "VNM.tay-ninh")
                .add(value(2008, "VNM.long-an"))
                .subtract(new BigDecimal("2470.9"))
                .multiply(new BigDecimal(100))
                .divide(new BigDecimal("2470.9"), java.math.MathContext.DECIMAL128);
        assertEquals(
                grown.doubleValue(),
                moved.year().values().get("VNM.tay-ninh-2025").get("gso_growth"));
        assertEquals(Set.of("VNM.ha-noi", "VNM.phu-tho-2025"), moved.refused().keySet());
        assertEquals(Optional.empty(), moved.refusal());
    }

    @Test
    void aUnitThatCannotBeRebasedHasNoRankAndSaysWhyWhileTheOthersAreRanked() {
        Optional<YearData> before = Optional.of(year("gso-growth", 2007, population(2007)));
        YearData of2008 = year("gso-growth", 2008, population(2008));
        OnAnotherMap.Moved moved = MAPS.on(MAP_OF_34, of2008, before, Set.of("gso_growth"));
        YearData as2010 = new YearData(
                moved.year().scorecard(),
                2010,
                moved.year().boundaryVintage(),
                moved.year().participants(),
                moved.year().values(),
                Map.of());
        List<Rank> ranks =
                moved.explained(ScoreYear.of(as2010, DECLARATIONS.rubrics()).ranks());
        Rank haNoi = ranks.stream()
                .filter(rank -> rank.orgUnitId().equals("VNM.ha-noi"))
                .findFirst()
                .orElseThrow();

        assertEquals(32, haNoi.rankOf());
        assertEquals("REBASING_REFUSED", haNoi.rankReasonCode());
        assertEquals(
                "VNM.hoa-binh was divided on 2008-08-01 into VNM.ha-noi, VNM.hoa-binh by unknown shares",
                haNoi.decidingClause());
    }

    @Test
    void scoresAreRefusedAsAWholeOnAnotherMap() {
        Map<String, Map<String, Double>> values = new TreeMap<>();
        RealTables.FLOWS
                .alive("province", LocalDate.parse("2016-12-31"))
                .forEach(unit -> values.put(unit, Map.of("pci_land", 5.0)));
        OnAnotherMap.Moved moved = MAPS.on(MAP_OF_34, year("pci", 2016, values), Optional.empty(), Set.of("pci_land"));

        assertEquals(
                Optional.of(
                        "pci_land cannot be re-based (aggregation none): it is no sum, and neither parts nor weights"
                                + " are declared in codelists/derived_metrics.csv; VNM.an-giang-2025 joins VNM.an-giang,"
                                + " VNM.kien-giang"),
                moved.refusal());
    }

    @Test
    void scoresCanBePutOnAMapOfTheSameUnits() {
        Map<String, Map<String, Double>> values = new TreeMap<>();
        RealTables.FLOWS
                .alive("province", LocalDate.parse("2016-12-31"))
                .forEach(unit -> values.put(unit, Map.of("pci_land", 5.0)));
        OnAnotherMap.Moved moved =
                MAPS.on(LocalDate.parse("2020-01-01"), year("pci", 2016, values), Optional.empty(), Set.of("pci_land"));

        assertEquals(Optional.empty(), moved.refusal());
        assertEquals(values, moved.year().values());
    }

    private static List<Rank> ranked(YearData year, Optional<LocalDate> map) {
        Set<String> metrics = Set.of("gso_divorce_rate");
        OnAnotherMap.Moved moved = map.isPresent()
                ? MAPS.on(map.get(), year, Optional.empty(), metrics)
                : MAPS.asWas(year, Optional.empty(), metrics);
        return moved
                .explained(ScoreYear.of(moved.year(), DECLARATIONS.rubrics()).ranks())
                .stream()
                .filter(rank -> rank.rubricYear() == year.referenceYear())
                .toList();
    }

    private static Map<String, Integer> places(List<Rank> ranks) {
        Map<String, Integer> places = new TreeMap<>();
        ranks.forEach(rank -> places.put(rank.orgUnitCode(), rank.computedRank()));
        return places;
    }

    private static YearData divorces(int year) {
        Map<String, Map<String, Double>> values = population(year);
        RealTables.gso(RealTables.DIVORCES, label(year) + " Total", year)
                .forEach((unit, value) -> values.get(unit).put("gso_divorces", value.doubleValue()));
        return year("gso-divorce-rate", year, values);
    }

    private static Map<String, Map<String, Double>> population(int year) {
        Map<String, Map<String, Double>> values = new TreeMap<>();
        RealTables.gso(RealTables.POPULATION, "Total " + label(year), year)
                .forEach((unit, value) ->
                        values.put(unit, new TreeMap<>(Map.of("gso_population_average", value.doubleValue()))));
        return values;
    }

    private static BigDecimal value(int year, String unit) {
        return BigDecimal.valueOf(population(year).get(unit).get("gso_population_average"));
    }

    private static YearData year(String scorecardCode, int year, Map<String, Map<String, Double>> values) {
        Scorecard scorecard = DECLARATIONS.scorecards().find(scorecardCode).orElseThrow();
        LocalDate map = LocalDate.of(year, year < 2008 ? 1 : 12, 31);
        return new YearData(
                scorecard,
                year,
                YearData.AS_WAS,
                scorecard.participantsOn(map, year, DECLARATIONS.codeLists().orgUnits()),
                values,
                Map.of());
    }

    private static String label(int year) {
        return (year == 2016 ? "Prel. " : "") + year;
    }

    private static Map<String, Integer> sql(int year, String code) throws SQLException {
        String data = RealTables.HOME
                .toAbsolutePath()
                .normalize()
                .resolve("../shared/data")
                .toString();
        Map<String, Integer> places = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SQL.replace("{data}", data)
                        .replace("{label}", label(year))
                        .replace("{code}", code))) {
            while (rows.next()) {
                places.put(rows.getString(1), rows.getInt(2));
            }
        }
        return places;
    }
}
