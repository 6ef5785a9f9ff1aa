package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of scoring, tie and rating rule is used by a rubric that ships, so that the demo shows it. */
class EveryKindOfRuleShipsTest {

    private static final List<Rubric> RUBRICS = Declarations.load(
                    new SchemaFiles(List.of(Path.of(System.getProperty("xephang.home", "."), "schemas"))))
            .rubrics()
            .all();

    @Test
    void usesEveryScoringRule() {
        assertEquals(kinds(ScoringRule.class), used(criteria().map(Criterion::scoringRule)));
    }

    @Test
    void usesEveryInputOfACriterion() {
        assertEquals(kinds(CriterionInput.class), used(criteria().map(Criterion::input)));
    }

    @Test
    void usesEveryTieRuleAndEveryStepOfAChain() {
        assertEquals(kinds(TieRule.class), used(RUBRICS.stream().map(Rubric::tieRule)));
        assertEquals(kinds(TieBreak.class), used(RUBRICS.stream().flatMap(EveryKindOfRuleShipsTest::chain)));
    }

    @Test
    void usesEveryRatingRuleAndEveryPartOfABand() {
        assertEquals(kinds(RatingRule.class), used(RUBRICS.stream().flatMap(rubric -> rubric.ratingRule().stream())));
        assertEquals(
                Set.of(RatingRule.Measure.values()),
                bands().map(RatingRule.Bands::measure).collect(Collectors.toSet()));
        List<RatingRule.Band> each =
                bands().flatMap(rule -> rule.bands().stream()).toList();
        assertTrue(each.stream().anyMatch(band -> band.from().isPresent()));
        assertTrue(each.stream().anyMatch(band -> !band.floors().isEmpty()));
        assertTrue(each.stream().anyMatch(band -> band.everyCriterionFrom().isPresent()));
        assertTrue(each.stream().anyMatch(band -> !band.knockOuts().isEmpty()));
        assertEquals(
                Set.of(true, false),
                each.stream()
                        .flatMap(band -> band.quota().stream())
                        .map(RatingRule.Quota::isTieIn)
                        .collect(Collectors.toSet()));
    }

    @Test
    void usesEveryRuleForMissingValues() {
        Stream<MissingRule> missing = Stream.concat(
                RUBRICS.stream().map(Rubric::missingRule),
                criteria().flatMap(criterion -> criterion.whenMissing().stream()));
        assertEquals(Set.of(MissingRule.values()), missing.collect(Collectors.toSet()));
    }

    @Test
    void saysThatEveryRuleOfTheJusticeSectorIsSynthetic() {
        List<Rubric> ours = RUBRICS.stream()
                .filter(rubric -> !rubric.scorecardCode().equals("pci"))
                .filter(rubric -> rubric.scorecardCode().matches("justice-.*|legal-access"))
                .toList();
        assertTrue(ours.size() >= 26, ours.size() + " rubrics");
        ours.forEach(rubric -> {
            assertTrue(rubric.isSynthetic(), rubric.file());
            assertTrue(rubric.source().contains("ynthetic"), rubric.file());
            assertTrue(
                    rubric.decisionNumber().isEmpty() || rubric.decisionNumber().contains("points here are synthetic"),
                    rubric.file());
        });
    }

    @Test
    void addsUpToAHundredPointsInEveryRubricOfTheJusticeSector() {
        RUBRICS.stream()
                .filter(rubric -> rubric.scorecardCode().matches("justice-.*|legal-access"))
                .forEach(rubric -> assertEquals(0, new BigDecimal(100).compareTo(rubric.maxPoints()), rubric.file()));
    }

    private static Stream<Criterion> criteria() {
        return RUBRICS.stream().flatMap(rubric -> rubric.criteria().stream());
    }

    private static Stream<TieBreak> chain(Rubric rubric) {
        return rubric.tieRule() instanceof TieRule.Ordinal ordinal ? ordinal.chain().stream() : Stream.empty();
    }

    private static Stream<RatingRule.Bands> bands() {
        return RUBRICS.stream()
                .flatMap(rubric -> rubric.ratingRule().stream())
                .filter(RatingRule.Bands.class::isInstance)
                .map(RatingRule.Bands.class::cast);
    }

    /** The members of a closed set. */
    private static Set<String> kinds(Class<?> closedSet) {
        return Arrays.stream(closedSet.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    private static Set<String> used(Stream<?> rules) {
        return rules.filter(Objects::nonNull)
                .map(rule -> rule.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }
}
