package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingViewTest {

    private static final String HA_NOI = "VNM.ha-noi";
    private static final String HA_TAY = "VNM.ha-tay";
    private static final String DA_NANG = "VNM.da-nang";

    @TempDir
    Path folder;

    private ReleaseFolder release;

    @BeforeEach
    void threeProvincesOfWhichOneEndsIn2008() throws SQLException {
        release = new ReleaseFolder(folder);
        release.province(HA_NOI, "Hà Nội")
                .province(HA_TAY, "Hà Tây", "2004-01-01", "2008-07-31")
                .province(DA_NANG, "Đà Nẵng");
    }

    @AfterEach
    void close() throws SQLException {
        release.close();
    }

    @Test
    void countsAClimbAsPositiveAndAFallAsNegative() throws Exception {
        release.ranked(HA_NOI, 2015, 2, 2).ranked(DA_NANG, 2015, 1, 2);
        release.ranked(HA_NOI, 2016, 1, 2).ranked(DA_NANG, 2016, 2, 2);

        assertEquals(
                List.of(Arrays.asList(DA_NANG, 1, -1, "SAME"), Arrays.asList(HA_NOI, 2, 1, "SAME")),
                ask("select org_unit_id, previous_rank, rank_change, comparability_code", 2016));
    }

    @Test
    void comparesWithTheYearBeforeOnlyNotWithAnEarlierOne() throws Exception {
        release.ranked(HA_NOI, 2014, 2, 2).ranked(HA_NOI, 2016, 1, 2);

        assertEquals(
                List.of(Arrays.asList(HA_NOI, null, null, null)),
                ask("select org_unit_id, previous_rank, rank_change, comparability_code", 2016));
    }

    @Test
    void takesNoReplayRowsOtherStagesOrOtherMaps() throws Exception {
        release.ranked(HA_NOI, 2016, 1, 1);
        release.add("rank", "org_unit_id", HA_NOI, "rubric_year", 2009, "rubric_code", "2009", "rank_reason_code", "-");
        release.add("rank", "org_unit_id", HA_NOI, "rubric_year", 2016, "stage_code", "self", "rank_reason_code", "-");
        release.add(
                "rank",
                "org_unit_id",
                HA_NOI,
                "rubric_year",
                2016,
                "boundary_vintage",
                "2025-07-01",
                "rank_reason_code",
                "-");

        assertEquals(List.of(List.of(HA_NOI, "2006")), ask("select org_unit_id, rubric_code", 2016));
    }

    @Test
    void fallsBackToTheRankOfThePublishedPointsInAYearWithoutARubric() throws Exception {
        release.add(
                "rank",
                "org_unit_id",
                HA_NOI,
                "reference_year",
                2011,
                "rank_reason_code",
                "NO_RUBRIC",
                "rank_of",
                2,
                "rank_of_published_points",
                2);
        release.add(
                "rank",
                "org_unit_id",
                DA_NANG,
                "reference_year",
                2011,
                "rank_reason_code",
                "NO_RUBRIC",
                "rank_of",
                2,
                "rank_of_published_points",
                1);
        release.ranked(HA_NOI, 2012, 1, 2).ranked(DA_NANG, 2012, 2, 2);

        assertEquals(
                List.of(
                        Arrays.asList(DA_NANG, 1, "published points", null, 1.0),
                        Arrays.asList(HA_NOI, 2, "published points", null, 0.5)),
                ask("select org_unit_id, rank, rank_basis, rubric_code, rank_percentile", 2011));
        assertEquals(
                List.of(
                        List.of(DA_NANG, "criteria", -1, "RUBRIC_CHANGED"),
                        List.of(HA_NOI, "criteria", 1, "RUBRIC_CHANGED")),
                ask("select org_unit_id, rank_basis, rank_change, comparability_code", 2012));
    }

    @Test
    void saysThatTheMapChangedWhenAUnitEndedSinceTheYearBefore() throws Exception {
        release.ranked(HA_NOI, 2008, 1, 3).ranked(HA_TAY, 2008, 2, 3).ranked(DA_NANG, 2008, 3, 3);
        release.ranked(HA_NOI, 2009, 1, 2, "2009").ranked(DA_NANG, 2009, 2, 2, "2009");

        assertEquals(
                List.of(
                        List.of(DA_NANG, 1, "RUBRIC_CHANGED,MAP_CHANGED,N_CHANGED"),
                        List.of(HA_NOI, 0, "RUBRIC_CHANGED,MAP_CHANGED,N_CHANGED")),
                ask("select org_unit_id, rank_change, comparability_code", 2009));
    }

    @Test
    void saysThatOnlyTheNumberChangedWhenALivingUnitJoins() throws Exception {
        release.ranked(HA_NOI, 2005, 1, 1);
        release.ranked(HA_NOI, 2006, 1, 2).ranked(DA_NANG, 2006, 2, 2);

        assertEquals(
                List.of(Arrays.asList(DA_NANG, null, null), Arrays.asList(HA_NOI, 0, "N_CHANGED")),
                ask("select org_unit_id, rank_change, comparability_code", 2006));
    }

    @Test
    void leavesTheChangeOfAMergedUnitEmptyAndSaysWhy() throws Exception {
        release.province("VNM.lam-dong-2025", "Lâm Đồng", "2025-07-01", null);
        release.ranked(HA_NOI, 2025, 1, 1);
        release.ranked(HA_NOI, 2026, 2, 2).ranked("VNM.lam-dong-2025", 2026, 1, 2);

        assertEquals(
                List.of(
                        Arrays.asList(HA_NOI, -1, "MAP_CHANGED,N_CHANGED"),
                        Arrays.asList("VNM.lam-dong-2025", null, "MAP_CHANGED,N_CHANGED,NEW_IDENTITY")),
                ask("select org_unit_id, rank_change, comparability_code", 2026));
    }

    @Test
    void givesTiesTheSamePercentileAndUnrankedUnitsNone() throws Exception {
        release.ranked(HA_NOI, 2016, 1, 2).ranked(DA_NANG, 2016, 1, 2);
        release.add("rank", "org_unit_id", HA_TAY, "rubric_year", 2016, "rubric_code", "2006", "rank_reason_code", "-");

        assertEquals(
                List.of(Arrays.asList(DA_NANG, 1.0), Arrays.asList(HA_NOI, 1.0), Arrays.asList(HA_TAY, null)),
                ask("select org_unit_id, rank_percentile", 2016));
    }

    @Test
    void namesTheUnitInEnglishAsItWasCalledThen() throws Exception {
        String hue = "VNM.thua-thien-hue";
        release.province(hue, "Thừa Thiên Huế", "2004-01-01", "2024-12-31").province(hue, "Huế", "2025-01-01", null);
        release.add("rank", "org_unit_id", hue, "org_unit_name_vi", "Thừa Thiên Huế", "rank_reason_code", "NO_RUBRIC");

        assertEquals(
                List.of(List.of("Thừa Thiên Huế", LocalDate.of(2016, 1, 1), "2016")),
                ask("select org_unit_name_en, period_start_on, year", 2016));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20160101})
    void changesOfRandomRanksEqualABruteForceComputation(long seed) throws Exception {
        Random random = new Random(seed);
        SortedMap<String, Integer> ranks = new TreeMap<>();
        List<String> units = new ArrayList<>();
        for (int unit = 0; unit < 12; unit++) {
            units.add("VNM.unit-" + (char) ('a' + unit));
            release.province(units.get(unit), "Unit " + unit);
        }
        for (int year = 2010; year <= 2016; year++) {
            List<String> present =
                    units.stream().filter(unit -> random.nextInt(5) > 0).toList();
            for (int place = 0; place < present.size(); place++) {
                if (random.nextInt(6) > 0) {
                    ranks.put(year + " " + present.get(place), place + 1);
                    release.ranked(present.get(place), year, place + 1, present.size());
                } else {
                    release.add(
                            "rank",
                            "org_unit_id",
                            present.get(place),
                            "reference_year",
                            year,
                            "rubric_year",
                            year,
                            "rubric_code",
                            "2006",
                            "rank_reason_code",
                            "MISSING_VALUE");
                }
            }
        }

        try (Catalogue catalogue = release.catalogue()) {
            List<List<Object>> rows = catalogue
                    .query("select reference_year, org_unit_id, rank, previous_rank, rank_change from mart.rpt_ranking")
                    .rows();
            for (List<Object> row : rows) {
                Integer now = ranks.get(row.get(0) + " " + row.get(1));
                Integer before = ranks.get(((Integer) row.get(0) - 1) + " " + row.get(1));
                Integer change = now == null || before == null ? null : Integer.valueOf(before - now);
                assertEquals(Arrays.asList(now, before, change), row.subList(2, 5), row.toString());
            }
        }
    }

    private List<List<Object>> ask(String select, int year) throws Exception {
        try (Catalogue catalogue = release.catalogue()) {
            return catalogue
                    .query(select + " from mart.rpt_ranking where reference_year = " + year + " order by org_unit_id")
                    .rows();
        }
    }
}
