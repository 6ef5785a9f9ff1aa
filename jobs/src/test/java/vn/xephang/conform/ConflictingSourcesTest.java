package vn.xephang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.LandingFile;

class ConflictingSourcesTest {

    private static final List<LandingFile> DELIVERIES =
            List.of(delivery("d0", "gso"), delivery("d1", "mof"), delivery("d2", "gso"), delivery("d3", "mof"));

    @Test
    void flagsTwoSourcesThatDifferAndNamesBothValues() {
        assertEquals(
                Optional.of(
                        "CONFLICTING_SOURCES at gso/d0.csv B2: metric:gso_area VNM.long-an: gso 4494.9, mof 4492.4"),
                among(value(4494.9, "official", 0), value(4492.4, "official", 1)));
    }

    @Test
    void acceptsTwoSourcesThatAgree() {
        assertEquals(Optional.empty(), among(value(4494.9, "official", 0), value(4494.9, "official", 1)));
    }

    @Test
    void acceptsACorrectionByTheSameSource() {
        assertEquals(Optional.empty(), among(value(4494.9, "official", 0), value(4492.4, "official", 2)));
    }

    @Test
    void comparesOnlyTheNewestOfEachSource() {
        assertEquals(
                Optional.empty(),
                among(
                        value(1, "official", 0),
                        value(4494.9, "official", 2),
                        value(2, "official", 1),
                        value(4494.9, "official", 3)));
        assertEquals(
                Optional.of("CONFLICTING_SOURCES at gso/d2.csv B2: metric:gso_area VNM.long-an: gso 4494.9, mof 2.0"),
                among(value(1, "official", 0), value(4494.9, "official", 2), value(2, "official", 1)));
    }

    @Test
    void acceptsAPreliminaryFigureBesideAnOfficialOne() {
        assertEquals(Optional.empty(), among(value(4494.9, "official", 0), value(4492.4, "preliminary", 1)));
    }

    @Test
    void acceptsWhereAContractSaysWhichTakesPrecedence() {
        assertEquals(
                Optional.empty(),
                among(
                        value("metric:gso_area", 4494.9, "official", 1, 0),
                        value("metric:gso_area", 4492.4, "official", 2, 1)));
    }

    @Test
    void flagsAFigureBesideNone() {
        assertEquals(
                Optional.of("CONFLICTING_SOURCES at gso/d0.csv B2: metric:gso_area VNM.long-an: gso 4494.9, mof null"),
                among(value(4494.9, "official", 0), value("metric:gso_area", null, "official", 1, 1)));
    }

    @Test
    void leavesResultsOfPublishersToTheirOwnComparison() {
        assertEquals(
                Optional.empty(),
                among(
                        value("published:pci/points", 60.0, "official", 1, 0),
                        value("published:pci/points", 61.0, "official", 1, 1)));
    }

    private static Optional<String> among(ConformedValue... values) {
        List<NewestFirst.Settled> settled = NewestFirst.settle(
                List.of(values), order -> DELIVERIES.get(order).sourceCode());
        return ConflictingSources.among(settled, DELIVERIES)
                .map(found -> found.code() + " at " + found.landingFile() + " " + found.cell() + ": " + found.found());
    }

    private static ConformedValue value(double value, String vintage, int deliveryOrder) {
        return value("metric:gso_area", value, vintage, 1, deliveryOrder);
    }

    private static ConformedValue value(
            String target, Double value, String vintage, int precedence, int deliveryOrder) {
        return new ConformedValue(
                target,
                "VNM.long-an",
                2013,
                "Y",
                null,
                vintage,
                value == null ? "missing" : "normal",
                value,
                "" + value,
                precedence,
                deliveryOrder,
                "B2");
    }

    private static LandingFile delivery(String id, String source) {
        return new LandingFile(id, source, source + "/" + id + ".csv", "", 1, Instant.EPOCH, "");
    }
}
