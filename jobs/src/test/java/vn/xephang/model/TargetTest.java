package vn.xephang.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric:pci_entry",
                "published:pci/points",
                "published:pci/rank@self",
                "published:pci/rating@confirmed",
                "entered:justice-province/a1",
                "entered:justice-province/a1@self"
            })
    void acceptsAndWritesTheSameText(String text) {
        assertEquals(text, Target.of(text).text());
    }

    @Test
    void aTargetWithoutAStageIsFinal() {
        assertEquals(new Target.Entered("s", "a1", "final"), Target.of("entered:s/a1"));
        assertEquals(new Target.Entered("s", "a1", "final"), Target.of("entered:s/a1@final"));
        assertEquals(new Target.Published("s", Target.Part.RANK, "self"), Target.of("published:s/rank@self"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric:",
                "metric:a@self",
                "pci/points",
                "published:/rank",
                "published:pci/",
                "published:pci/place",
                "published:pci/rank@someday",
                "entered:s",
                "entered:s/",
                "entered:s/@self",
                "entered:/a1"
            })
    void flagsAnyOtherText(String text) {
        assertEquals(
                "Invalid target '" + text + "'; expected metric:<code>, published:<scorecard>/points|rank|rating or"
                        + " entered:<scorecard>/<criterion>, the latter two with @self or @confirmed where not final",
                assertThrows(IllegalArgumentException.class, () -> Target.of(text))
                        .getMessage());
    }

    @Test
    void theStageOfAFormCountsWhereATargetNamesNone() {
        assertEquals("entered:s/a1@self", Target.at("entered:s/a1", "self"));
        assertEquals("entered:s/a1@confirmed", Target.at("entered:s/a1@confirmed", "self"));
        assertEquals("published:s/rank", Target.at("published:s/rank", "final"));
        assertEquals("metric:m1", Target.at("metric:m1", "self"), "metrics are equal at all stages");
    }
}
