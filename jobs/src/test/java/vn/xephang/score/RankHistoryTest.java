package vn.xephang.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.xephang.model.Rank;
import vn.xephang.model.RankEffectRow;
import vn.xephang.model.Score;
import vn.xephang.model.SummarySentence;
import vn.xephang.schema.Declarations;

/** The real index told from year to year, for every unit. */
class RankHistoryTest {

    private static final Declarations DECLARATIONS = Declarations.load(Pci.FILES);
    private static final List<Rank> RANKS = Pci.scored().values().stream()
            .flatMap(year -> year.ranks().stream())
            .toList();
    private static final List<Score> SCORES = Pci.scored().values().stream()
            .flatMap(year -> year.scores().stream())
            .toList();
    private static final RankHistory HISTORY = new RankHistory(RANKS, SCORES, DECLARATIONS);

    @Test
    void effectsAddUpExactlyForEveryUnitAndEveryPairOfConsecutiveYears() {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        HISTORY.effects()
                .forEach(row ->
                        sums.merge(row.referenceYear() + " " + row.orgUnitId(), row.rankEffect(), BigDecimal::add));
        Map<String, Integer> places = places();
        int compared = 0;
        for (Map.Entry<String, Integer> place : places.entrySet()) {
            int year = Integer.parseInt(place.getKey().substring(0, 4));
            Integer before = places.get(year - 1 + place.getKey().substring(4));
            if (before != null && year > 2006) {
                BigDecimal sum = sums.remove(place.getKey());
                assertTrue(sum != null, place.getKey());
                assertEquals(
                        0, sum.compareTo(BigDecimal.valueOf(before - place.getValue())), place + " from " + before);
                compared++;
            }
        }
        assertEquals(Map.of(), sums);
        assertEquals(64 * 2 + 63 * 8, compared, "all pairs but 2005 to 2006, which no rules connect");
    }

    @Test
    void fractionsAreTheExactEffects() {
        for (RankEffectRow row : HISTORY.effects()) {
            String[] parts = row.rankEffectFraction().split("/");
            double exact = Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
            assertEquals(exact, row.rankEffect().doubleValue(), 1e-8, row.toString());
        }
    }

    @Test
    void givesTheRubricOf2013ElevenPlacesOfLongAnsChange() {
        assertEquals(
                List.of(
                        "own 3/2 40/120 rubric 2013 not on 2012",
                        "others -31/2 40/120 rubric 2013 not on 2012",
                        "rubric 11 40/120 rubric 2013 not on 2012",
                        "map 0 40/120 rubric 2013 not on 2012",
                        "participation 0 40/120 rubric 2013 not on 2012"),
                HISTORY.effects().stream()
                        .filter(row ->
                                row.referenceYear() == 2013 && row.orgUnitId().equals("VNM.long-an"))
                        .map(row -> row.factorCode() + " " + row.rankEffectFraction() + " " + row.orderCount() + "/"
                                + row.orderOf() + " " + row.orderRule())
                        .toList());
    }

    @Test
    void tellsTheFallOfLongAnIn2013InOneSentenceInBothLanguages() {
        assertEquals(
                "Long An: hạng 19/63 năm 2013, tụt 3 bậc so với năm 2012 (16/63), trong đó: kết quả của chính đơn vị"
                        + " +1,5; kết quả của các đơn vị khác −15,5; thay đổi bộ tiêu chí +11.",
                sentence(2013, "VNM.long-an").sentenceVi());
        assertEquals(
                "Long An: rank 19/63 in 2013, down 3 places from 2012 (16/63), of which: its own results +1.5;"
                        + " results of the other units −15.5; change of rubric +11.",
                sentence(2013, "VNM.long-an").sentenceEn());
    }

    @Test
    void saysThatCausesCannotBeToldApartBetween2005And2006() {
        String told = sentence(2006, "VNM.long-an").sentenceEn();
        assertTrue(told.endsWith("; the causes cannot be told apart, as no rubric applies to both years."), told);
        assertTrue(sentence(2006, "VNM.long-an").sentenceVi().contains("không tách được nguyên nhân"));
    }

    @Test
    void saysThatAYearWithoutARubricIsRankedByPublishedPoints() {
        String told = sentence(2011, "VNM.ha-giang").sentenceEn();
        assertTrue(told.startsWith("Ha Giang: rank 40/63 in 2011 by published points, "), told);
    }

    @Test
    void saysOfTheFirstYearOnlyWhereAUnitStands() {
        String told = sentence(2005, "VNM.long-an").sentenceVi();
        assertTrue(told.matches("Long An: hạng \\d+/42 năm 2005 theo điểm công bố\\."), told);
    }

    @Test
    void saysOfANewcomerThatItHadNoRankBefore() {
        String told = sentence(2006, "VNM.lao-cai").sentenceVi();
        assertTrue(told.matches("Lào Cai: hạng \\d+/64 năm 2006; năm 2005 không có hạng\\."), told);
    }

    @Test
    void hasASentenceForEveryUnitAndYear() {
        assertEquals(42 + 64 * 3 + 63 * 8, HISTORY.sentences().size());
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        List<Rank> shuffled = new ArrayList<>(RANKS);
        Collections.shuffle(shuffled, new Random(7));
        RankHistory again = new RankHistory(shuffled, SCORES, DECLARATIONS);
        assertEquals(HISTORY.effects(), again.effects());
        assertEquals(HISTORY.sentences(), again.sentences());
    }

    @Test
    void roundedPartsStillAddUp() {
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            List<BigDecimal> parts = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (int part = 0; part < 4; part++) {
                BigDecimal value = BigDecimal.valueOf(random.nextInt(60_000) - 30_000, 3);
                parts.add(value);
                sum = sum.add(value);
            }
            parts.add(BigDecimal.valueOf(random.nextInt(9)).subtract(sum));
            List<BigDecimal> rounded = Rounded.parts(parts, 1);
            BigDecimal whole = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(
                    0, rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(whole), parts.toString());
            for (int part = 0; part < parts.size(); part++) {
                assertTrue(rounded.get(part).subtract(parts.get(part)).abs().compareTo(new BigDecimal("0.1")) < 0);
            }
        }
    }

    private static SummarySentence sentence(int year, String unit) {
        return HISTORY.sentences().stream()
                .filter(row -> row.referenceYear() == year && row.orgUnitId().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        RANKS.stream()
                .filter(row -> row.rubricYear() == null || row.rubricYear() == row.referenceYear())
                .forEach(row -> places.put(
                        row.referenceYear() + " " + row.orgUnitId(),
                        row.computedRank() == null ? row.rankOfPublishedPoints() : row.computedRank()));
        return places;
    }
}
